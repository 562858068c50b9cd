using Assistant.Core.Chat;
using Assistant.Core.Prompts;
using Assistant.Inference;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Answering;

/// <summary>What a configured chat model does for a question: rewrites a follow-up, and writes the answer.</summary>
/// <param name="Answerer">Writes and checks answers.</param>
/// <param name="Rewriter">Makes follow-ups stand alone.</param>
public sealed record Generator(GenerativeAnswerer Answerer, QuestionRewriter Rewriter)
{
    /// <summary>Puts a generator together.</summary>
    /// <param name="client">The chat model, with its time limits.</param>
    /// <param name="prompts">The prompts.</param>
    /// <param name="reader">The checker's second tier.</param>
    /// <param name="tokenizer">Counts the tokens of the context.</param>
    /// <param name="options">Budgets.</param>
    /// <param name="clock">The clock.</param>
    public static Generator Create(
        IChatClient client, PromptLibrary prompts, ClaimReader reader, WordPieceTokenizer tokenizer, ChatModelOptions options, TimeProvider clock)
    {
        var checker = new CitationChecker(reader);
        var answerer = new GenerativeAnswerer(client, prompts, new ContextPacker(tokenizer.CountTokens), checker, options);
        return new Generator(answerer, new QuestionRewriter(client, prompts.RewriteQuestion, clock));
    }
}
