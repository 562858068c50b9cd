namespace Assistant.Inference.Encoding;

/// <summary>Writes the reader's input: <c>[CLS] question [SEP] title : passage [SEP]</c>.</summary>
internal sealed class ReaderInput(WordPieceTokenizer tokenizer, ReaderLimits limits)
{
    private readonly int _colon = tokenizer.Tokenize(":")[0].Id;

    /// <summary>Cuts question, title and passage to their limits; an empty title is left out together with its colon.</summary>
    public ReaderSequence Build(string question, ReaderPassage passage)
    {
        List<int> ids = [tokenizer.ClassifierId];
        ids.AddRange(tokenizer.Tokenize(question, limits.MaxQuestionTokens).Select(token => token.Id));
        ids.Add(tokenizer.SeparatorId);
        int secondSegment = ids.Count;
        List<Token> title = tokenizer.Tokenize(passage.Title, limits.MaxTitleTokens);
        ids.AddRange(title.Select(token => token.Id));
        if (title.Count > 0) ids.Add(_colon);
        int passageStart = ids.Count;
        Token[] tokens = [.. tokenizer.Tokenize(passage.Text, limits.MaxTokens - passageStart - 1)];
        ids.AddRange(tokens.Select(token => token.Id));
        ids.Add(tokenizer.SeparatorId);
        return new ReaderSequence(new TokenSequence([.. ids], secondSegment), passageStart, tokens);
    }
}
