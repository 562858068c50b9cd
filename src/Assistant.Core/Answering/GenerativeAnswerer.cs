using System.Runtime.CompilerServices;
using Assistant.Core.Chat;
using Assistant.Core.Observability;
using Assistant.Core.Prompts;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Answering;

/// <summary>Lets a chat model write the answer and keeps only the sentences that the passages support.</summary>
/// <remarks>
/// Passages → context → prompt → text → sentences → check → events. Whatever goes wrong with the model ends in the extractive
/// answer, with the reason in <see cref="Answer.Degraded"/>. The model's text is data: nothing in it is obeyed. Thread-safe.
/// </remarks>
/// <param name="client">The chat model; throws <see cref="GeneratorException"/> when it fails.</param>
/// <param name="prompts">The prompts.</param>
/// <param name="packer">Chooses what the model reads.</param>
/// <param name="checker">Checks each sentence.</param>
/// <param name="options">Budgets.</param>
public sealed class GenerativeAnswerer(
    IChatClient client, PromptLibrary prompts, ContextPacker packer, CitationChecker checker, ChatModelOptions options)
{
    private const int CharactersPerToken = 12;
    private const int MaximumSentences = 6;

    private readonly SentenceVerifier _verifier = new(checker);

    /// <summary>Writes the answer to a question that the extractive answerer could answer.</summary>
    /// <param name="extractive">The extractive answer: the question, what was retrieved, and what to fall back on.</param>
    /// <param name="articles">The retrieved articles by id.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>A <see cref="SentenceChecked"/> as soon as each sentence is checked, then one <see cref="AnswerCompleted"/>.</returns>
    public async IAsyncEnumerable<AnswerEvent> WriteAsync(
        Answer extractive,
        IReadOnlyDictionary<string, Article> articles,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stage = AssistantTelemetry.Begin("write");
        var context = packer.Pack(extractive.Retrieved, articles, options.ContextTokens);
        var watch = new GeneratedText(prompts.Answer.MaxTokens * CharactersPerToken);
        var composer = new AnswerComposer(options.KeepUnsupported, MaximumSentences);
        var failure = context.Count == 0 ? GeneratorFailure.NothingSupported : (GeneratorFailure?)null;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.TotalSeconds));
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var drafts = DraftAsync(extractive, articles, context, watch, both.Token).GetAsyncEnumerator(both.Token);
        await using var disposable = drafts.ConfigureAwait(false);
        while (failure is null && !composer.IsFull)
        {
            (var draft, failure) = await NextAsync(drafts, cancellationToken);
            if (draft is not { } written) break;
            if (NoAnswerIn(written.Sentence, watch) is { } reason)
            {
                // After a supported sentence it is a remark ("The passages do not give a price"), and the answer stands.
                if (composer.SupportedCount == 0) failure = reason;
                continue;
            }

            if (composer.Add(Check(stage, written.Sentence, written.Context, cancellationToken)) is { } happened) yield return happened;
        }

        if (failure is null && composer.SupportedCount == 0) failure = GeneratorFailure.NothingSupported;
        stage.Tag("sentences", composer.SupportedCount);
        stage.Tag("removed", composer.Removed.Count);
        var answer = failure is { } failed ? Fallback(extractive, failed) with { Removed = composer.Removed } : composer.Compose(extractive, prompts.Answer.Hash);
        yield return new AnswerCompleted(answer with { Usage = watch.Usage });
    }

    private CheckedSentence Check(
        Stage writing, DraftSentence sentence, IReadOnlyList<ContextPassage> context, CancellationToken cancellationToken)
    {
        using var stage = writing.Begin("check");
        var result = _verifier.Verify(sentence, context, cancellationToken);
        stage.Tag("passages", context.Count);
        stage.Tag("verdict", AssistantJson.NameOf(result.Verdict));
        return result;
    }

    /// <summary>The extractive answer, saying why it is not the model's.</summary>
    private Answer Fallback(Answer extractive, GeneratorFailure failure) => extractive with
    {
        Degraded = $"The chat model's answer is not used, because {GeneratorException.Describe(failure)}; these are quotes.",
        PromptHash = prompts.Answer.Hash,
    };

    private static async Task<((DraftSentence Sentence, IReadOnlyList<ContextPassage> Context)?, GeneratorFailure?)> NextAsync(
        IAsyncEnumerator<(DraftSentence Sentence, IReadOnlyList<ContextPassage> Context)> drafts, CancellationToken cancellationToken)
    {
        try
        {
            return await drafts.MoveNextAsync() ? (drafts.Current, null) : (null, null);
        }
        catch (GeneratorException exception)
        {
            return (null, exception.Failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, GeneratorFailure.Timeout);
        }
    }

    /// <summary>The model's sentences with the context they cite; a context that is too long is halved once.</summary>
    private async IAsyncEnumerable<(DraftSentence Sentence, IReadOnlyList<ContextPassage> Context)> DraftAsync(
        Answer extractive,
        IReadOnlyDictionary<string, Article> articles,
        IReadOnlyList<ContextPassage> context,
        GeneratedText watch,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var packed = context;
        var updates = Ask(extractive.StandaloneQuestion, packed, cancellationToken).GetAsyncEnumerator(cancellationToken);
        if (await IsTooLongAsync(updates))
        {
            await updates.DisposeAsync();
            packed = packer.Pack(extractive.Retrieved, articles, options.ContextTokens / 2);
            updates = Ask(extractive.StandaloneQuestion, packed, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await updates.MoveNextAsync();
        }

        await using var disposable = updates.ConfigureAwait(false);
        var parser = new CitationParser(packed.Count);
        for (ChatResponseUpdate? update = updates.Current; update is not null; update = await updates.MoveNextAsync() ? updates.Current : null)
        {
            foreach (var sentence in parser.Add(watch.Add(update)).Where(watch.IsNew)) yield return (sentence, packed);
        }

        foreach (var sentence in parser.Finish().Where(watch.IsNew).Where(watch.IsWhole)) yield return (sentence, packed);
        watch.End();
    }

    private IAsyncEnumerable<ChatResponseUpdate> Ask(
        string question, IReadOnlyList<ContextPassage> context, CancellationToken cancellationToken) =>
        client.GetStreamingResponseAsync(
            AnswerPrompt.Render(prompts.Answer, question, context),
            new ChatOptions { Temperature = prompts.Answer.Temperature, MaxOutputTokens = prompts.Answer.MaxTokens },
            cancellationToken);

    private static async Task<bool> IsTooLongAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            await updates.MoveNextAsync();
            return false;
        }
        catch (GeneratorException exception) when (exception.Failure == GeneratorFailure.ContextTooLong)
        {
            return true;
        }
    }

    /// <summary>Why a sentence is none of an answer: it says that there is none, refuses, or is not English; null when it may be one.</summary>
    private static GeneratorFailure? NoAnswerIn(DraftSentence sentence, GeneratedText watch)
    {
        if (AnswerPrompt.SaysNoAnswer(sentence.Text)) return GeneratorFailure.NoAnswer;
        if (AnswerPrompt.SaysRefusal(sentence.Text)) return GeneratorFailure.Refused;
        return watch.IsForeign(sentence) ? GeneratorFailure.WrongLanguage : null;
    }
}
