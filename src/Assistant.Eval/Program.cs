return await Assistant.Eval.Commands.EvalCommandLine.RunAsync(args);
