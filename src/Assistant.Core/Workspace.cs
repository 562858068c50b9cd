using System.Diagnostics.CodeAnalysis;
using Assistant.Core.Answering;
using Assistant.Core.Chat;
using Assistant.Core.Embeddings;
using Assistant.Core.Indexing;
using Assistant.Core.Indexing.Qdrant;
using Assistant.Core.Ingestion;
using Assistant.Core.Ingestion.Web;
using Assistant.Core.Prompts;
using Assistant.Core.Retrieval;
using Assistant.Inference;

namespace Assistant.Core;

/// <summary>An open index with the models and stages that work on it; what all three programs are made of.</summary>
/// <remarks>The models load while the index opens; the reader is first waited for when a question is asked.</remarks>
public sealed class Workspace : IAsyncDisposable
{
    private const string ReaderName = "reader";

    private readonly Lazy<QuestionAnswerer> _answerer;
    private readonly Task<ReaderModel> _reader;
    private readonly ResilientChatClient? _chat;
    private readonly PromptLibrary? _prompts;
    private readonly WebFetcher _web;
    private readonly IndexOpener _opener;
    private readonly TimeProvider _clock;

    private Workspace(
        IPassageIndex index, EmbeddingProvider embeddings, Task<ReaderModel> reader, AssistantOptions options, TimeProvider clock)
    {
        Index = index;
        _opener = new IndexOpener(embeddings.Fingerprint, options, clock);
        _clock = clock;
        Embeddings = embeddings;
        _reader = reader;
        if (!string.IsNullOrWhiteSpace(options.Chat.Endpoint))
        {
            _prompts = PromptLibrary.Load();
            _chat = ResilientChatClient.For(options.Chat, clock);
        }

        _web = new WebFetcher(options.Web);
        Ingestion = CreateIngestion(Index);
        Retriever = new Retriever(Index, embeddings.Queries, options.Retrieval);
        _answerer = new Lazy<QuestionAnswerer>(() => new QuestionAnswerer(Index, Retriever, Reader, options, clock, CreateGenerator(options, clock)));
    }

    /// <summary>The index.</summary>
    public IPassageIndex Index { get; }

    /// <summary>Full path of the index's file.</summary>
    public required string IndexPath { get; init; }

    /// <summary>What embeds queries and passages.</summary>
    public EmbeddingProvider Embeddings { get; }

    /// <summary>From article file to passages in the index.</summary>
    public IngestionPipeline Ingestion { get; }

    /// <summary>From query to ranked passages.</summary>
    public Retriever Retriever { get; }

    /// <summary>The extractive model; waits until it is loaded.</summary>
    public ReaderModel Reader => _reader.GetAwaiter().GetResult();

    /// <summary>True when a question need not wait for the extractive model to load.</summary>
    public bool IsReaderLoaded => _reader.IsCompletedSuccessfully;

    /// <summary>True while the chat model is left alone because it failed again and again.</summary>
    public bool IsChatDown => _chat?.IsCircuitOpen == true;

    /// <summary>A chat model is configured.</summary>
    public bool HasChat => _chat is not null;

    /// <summary>From question to cited answer.</summary>
    public QuestionAnswerer Answerer => _answerer.Value;

    /// <summary>Opens or creates the index and loads the models that come with the program.</summary>
    /// <param name="indexPath">The SQLite file; its folder exists.</param>
    /// <param name="options">The options, valid.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="IndexException">The index cannot be opened, or holds something else; the message says what to do.</exception>
    /// <exception cref="InvalidDataException">A model's files are missing or damaged.</exception>
    public static async Task<Workspace> OpenAsync(
        string indexPath, AssistantOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var reader = Task.Run(static () => ReaderModel.Load(ModelDirectory.Find(ReaderName)), cancellationToken);
        var embeddings = await Task.Run(() => EmbeddingProvider.Load(options.Embeddings), cancellationToken);
        var index = await new IndexOpener(embeddings.Fingerprint, options, clock).OpenAsync(indexPath, cancellationToken);
        return new Workspace(index, embeddings, reader, options, clock) { IndexPath = indexPath };
    }

    /// <summary>Opens the index once more, to write; this workspace sees what is written and stays a reader.</summary>
    /// <remarks>For a program that runs on and on: it lets other programs write in between.</remarks>
    /// <exception cref="IndexException">The index cannot be opened.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The writer owns the index object.")]
    public async Task<IndexWriter> OpenWriterAsync(CancellationToken cancellationToken)
    {
        var index = await _opener.OpenAsync(IndexPath, cancellationToken);
        return new IndexWriter(index, CreateIngestion(index));
    }

    /// <summary>Makes the passages, embeddings and terms of an index anew from its texts, with the models in force.</summary>
    /// <remarks>Readers use the old ones until the last moment. A rebuild that was stopped goes on where it was.</remarks>
    /// <param name="indexPath">The SQLite file.</param>
    /// <param name="options">The options, valid.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="progress">Told after each revision; null when nobody wants to know.</param>
    /// <param name="cancellationToken">Cancels; the index stays as it was.</param>
    /// <exception cref="IndexException">There is no index, another process writes to it, or it cannot be written.</exception>
    public static async Task<IndexRebuildResult> RebuildAsync(
        string indexPath,
        AssistantOptions options,
        TimeProvider clock,
        IProgress<IndexRebuildProgress>? progress,
        CancellationToken cancellationToken)
    {
        var embeddings = await Task.Run(() => EmbeddingProvider.Load(options.Embeddings), cancellationToken);
        var rebuild = new IndexRebuild(indexPath, embeddings.Fingerprint, new Chunker(embeddings.Tokenizer), embeddings.Passages, clock);
        return await rebuild.RunAsync(progress, cancellationToken);
    }

    /// <summary>False when the index is kept by a server that cannot be reached; known for 5 seconds.</summary>
    public Task<bool> IsIndexReachableAsync(CancellationToken cancellationToken) =>
        Index is QdrantPassageIndex qdrant ? qdrant.IsReadyAsync(cancellationToken) : Task.FromResult(true);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _chat?.Dispose();
        _web.Dispose();
        return Index.DisposeAsync();
    }

    private IngestionPipeline CreateIngestion(IPassageIndex index) => new(index, Embeddings.Passages, new Chunker(Embeddings.Tokenizer), _clock, _web);

    private Generator? CreateGenerator(AssistantOptions options, TimeProvider clock) => _chat is null || _prompts is null
        ? null : Generator.Create(_chat, _prompts, ClaimReader.Load(), Embeddings.Tokenizer, options.Chat, clock);
}
