using System.Net;
using Assistant.Api.Answers;
using Assistant.Api.Articles;
using Assistant.Api.Documentation;
using Assistant.Api.Ingestions;
using Assistant.Api.Observability;
using Assistant.Api.OpenAi;
using Assistant.Api.Problems;
using Assistant.Api.Security;
using Assistant.Core;
using Assistant.Core.Answering;
using Assistant.Core.Configuration;
using Assistant.Core.Keys;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;

namespace Assistant.Api;

/// <summary>Makes what the server is made of.</summary>
internal static class ApiServices
{
    private const int DefaultPort = 5080;
    private const int BytesPerMegabyte = 1024 * 1024;
    private const int MaximumHeaderBytes = 32 * 1024;
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(30);

    /// <summary>Builds the server out of its command line: <c>--data</c>, <c>--urls</c> and options such as <c>--Api:QueuedQuestions=8</c>.</summary>
    /// <exception cref="ConfigurationException">The configuration cannot be used.</exception>
    public static WebApplication Create(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = arguments,
            ContentRootPath = AppContext.BaseDirectory,
        });
        UnicodeSupport.Require();
        var folder = DataFolder.Open(builder.Configuration["data"]);
        var options = AssistantConfiguration.Load(folder, CommandLineValues.Of(arguments)).Options;
        var credentials = new Credentials(new KeyStore(folder, TimeProvider.System), options.Api);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])) builder.WebHost.ConfigureKestrel(static kestrel => kestrel.ListenLocalhost(DefaultPort));
        RefuseOpenServer(builder.Configuration[WebHostDefaults.ServerUrlsKey], credentials);
        AddServer(builder, options.Api);
        AddAssistant(builder.Services, folder, options, credentials);
        return builder.Build();
    }

    private static void AddServer(WebApplicationBuilder builder, ApiOptions options)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = (long)options.MaxBodyMegabytes * BytesPerMegabyte;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaximumHeaderBytes;
        });
        AddLogs(builder);
        var services = builder.Services;
        services.Configure<SimpleConsoleFormatterOptions>(static console => console.IncludeScopes = true);
        services.Configure<JsonConsoleFormatterOptions>(static console => console.IncludeScopes = true);
        services.Configure<HostOptions>(static host => host.ShutdownTimeout = DrainTime);
        services.Configure<RouteHandlerOptions>(static handlers => handlers.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(static json => RequestJson.Configure(json.SerializerOptions));
        services.AddExceptionHandler<ProblemMapper>();
        services.AddProblemDetails();
        services.AddCors(cors => cors.AddDefaultPolicy(policy =>
            policy.WithOrigins(options.Origins()).AllowAnyHeader().WithMethods("GET", "POST", "PUT", "DELETE")));
        services.AddRequestLimits(options);
        services.AddDocumentation();
    }

    /// <summary>The framework is quiet unless it is configured otherwise; what prints query strings stays so.</summary>
    private static void AddLogs(WebApplicationBuilder builder)
    {
        var defaults = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning" };
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = defaults });
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        TelemetryExport.AddLogs(builder.Logging);
    }

    private static void AddAssistant(IServiceCollection services, string folder, AssistantOptions options, Credentials credentials)
    {
        services.AddHostedService<TelemetryExport>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(options.Api);
        services.AddSingleton(credentials);
        services.AddSingleton(_ => new SavedAnswers(folder, options.Answers, TimeProvider.System));
        services.AddSingleton(_ => new UploadFolder(folder));
        services.AddSingleton(provider => new WorkspaceOpener(
            folder, options, TimeProvider.System, provider.GetRequiredService<ILogger<WorkspaceOpener>>()));
        services.AddHostedService(static provider => provider.GetRequiredService<WorkspaceOpener>());
        services.AddSingleton<QuestionQueue>();
        services.AddSingleton<QueuedAnswerer>();
        services.AddSingleton<AnswerStream>();
        services.AddSingleton<ChatAnswers>();
        services.AddSingleton<IngestionQueue>();
        services.AddSingleton<IndexWriting>();
        services.AddHostedService<IngestionWorker>();
    }

    /// <summary>Without keys the server must not listen to other machines.</summary>
    private static void RefuseOpenServer(string? urls, Credentials credentials)
    {
        if (!credentials.AreNone) return;
        var foreign = (urls ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .FirstOrDefault(static url => !IsLocal(BindingAddress.Parse(url).Host));
        if (foreign is null) return;
        throw new ConfigurationException(
            $"Without keys the server listens to this machine alone, not to {foreign}. "
            + "Make a key first: assistant keys create --scope write --name <name>.");
    }

    private static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
