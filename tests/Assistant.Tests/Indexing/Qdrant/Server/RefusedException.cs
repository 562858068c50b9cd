namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>The server answers with an error.</summary>
public sealed class RefusedException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>The real server knows this, the contract server does not model it.</summary>
    public static RefusedException NotModelled(string what) => new(501, $"Not modelled by the contract server: {what}");
}
