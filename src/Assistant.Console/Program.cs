using Assistant.Console.Commands;

return await AssistantCommandLine.RunAsync(args);
