using Assistant.Core;
using Assistant.Core.Ingestion;

namespace Assistant.Eval.Suites;

/// <summary>Reads a suite's <c>articles/</c> as the product ingests them; an article's corpus id is its file's name.</summary>
internal static class ArticlesReader
{
    /// <summary>Reads all articles; those that are refused become problems.</summary>
    /// <returns>Corpus id to article, in ordinal order of the path.</returns>
    public static async Task<IReadOnlyDictionary<string, Article>> ReadAsync(
        string folder, string suite, ProblemList problems, CancellationToken cancellationToken)
    {
        var documents = new OrderedDictionary<string, Article>(StringComparer.Ordinal);
        var reader = new ArticleReader(TimeProvider.System);
        var options = new IngestionOptions();
        foreach (var file in ArticleFolder.Find([folder], suite))
        {
            try
            {
                var (article, _) = await reader.ReadAsync(file, options, cancellationToken);
                if (!documents.TryAdd(file.RelativePath, article)) problems.Add(file.Path, "is there twice");
            }
            catch (ArticleRefusedException refusal)
            {
                problems.Add(file.Path, refusal.Message);
            }
        }

        foreach (var twin in documents.GroupBy(static pair => pair.Value.Id, StringComparer.Ordinal).Where(static group => group.Skip(1).Any()))
            problems.Add(folder, $"{string.Join(" and ", twin.Select(static pair => pair.Key))} state the same address");
        return documents;
    }
}
