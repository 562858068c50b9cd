using Assistant.Api;
using Assistant.Core.Configuration;

try
{
    await using var app = ApiHost.Build(args);
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is ConfigurationException or InvalidDataException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
