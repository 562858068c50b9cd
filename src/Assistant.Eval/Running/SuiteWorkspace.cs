using Assistant.Core;
using Assistant.Core.Configuration;
using Assistant.Eval.Suites;

namespace Assistant.Eval.Running;

/// <summary>Opens the product on an index of the suite's own: a file, or collections, as <c>Index:Kind</c> says.</summary>
internal static class SuiteWorkspace
{
    /// <summary>Opens or creates it; a suite is indexed once for each kind.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="options">The options; the collections' name gets the suite's id behind it.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    public static Task<Workspace> OpenAsync(
        Suite suite, string dataFolder, AssistantOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var path = DataFolder.AdhocIndexPath(dataFolder, suite.Path);
        options.Qdrant.Collection.Name += $"-{Path.GetFileNameWithoutExtension(path)}";
        return Workspace.OpenAsync(path, options, clock, cancellationToken);
    }
}
