namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>The tests of the class need a running Qdrant, whose address an environment variable tells; else they are skipped.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsQdrantAttribute(string variable) : Attribute
{
    public const string Server = "QDRANT_URL";
    public const string Cluster = "QDRANT_CLUSTER_URLS";

    /// <summary>Key of the server, when it wants one.</summary>
    public const string Key = "QDRANT_API_KEY";

    public string Variable { get; } = variable;
}
