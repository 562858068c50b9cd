using Assistant.Core.Answering;
using Assistant.Inference;

namespace Assistant.Tests.Inference;

/// <summary>The shipped models, loaded once for all tests.</summary>
internal static class Models
{
    private static readonly Lazy<EmbeddingModel> LazyEmbedding = new(() => EmbeddingModel.Load(ModelDirectory.Find("bge-small-en-v1.5")));
    private static readonly Lazy<ReaderModel> LazyReader = new(() => ReaderModel.Load(ModelDirectory.Find("reader")));
    private static readonly Lazy<ClaimReader> LazyClaims = new(ClaimReader.Load);

    public static EmbeddingModel Embedding => LazyEmbedding.Value;

    public static ReaderModel Reader => LazyReader.Value;

    public static ClaimReader Claims => LazyClaims.Value;
}
