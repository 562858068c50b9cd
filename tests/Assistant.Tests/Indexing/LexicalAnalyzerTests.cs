using Assistant.Core.Indexing;

namespace Assistant.Tests.Indexing;

public class LexicalAnalyzerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \n\t -- '' ... ", "")]
    [InlineData("What is the of?", "")]
    [InlineData("The observation posts were connected", "observ post connect")]
    [InlineData("post posts post", "post post post")]
    [InlineData("Su-57", "su57 su 57")]
    [InlineData("Su-57s", "su57 su 57")]
    [InlineData("the S-400's radar", "s400 s 400 radar")]
    [InlineData("S‑400", "s400 s 400")]
    [InlineData("MAKS-2019", "maks2019 mak 2019")]
    [InlineData("Su57", "su57")]
    [InlineData("co-operation", "cooper co oper")]
    [InlineData("state-of-the-art", "stateoftheart state art")]
    [InlineData("Erdogan’s Putin's", "erdogan putin")]
    [InlineData("O'Neill", "oneil")]
    [InlineData("1,500 and 2,000,000.5", "1500 2000000.5")]
    [InlineData("3.5 percent, 3,4", "3.5 percent 3 4")]
    [InlineData("27.08.2019", "27.08 2019")]
    [InlineData("the 1990s", "1990")]
    [InlineData("U.S. and US and U.N.", "us us un")]
    [InlineData("example.com", "exampl com")]
    [InlineData("-leading and trailing-", "lead trail")]
    public void Gives_the_terms_of_English_text(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', LexicalAnalyzer.Analyze(text)));

    [Theory]
    [InlineData("Erdoğan", "erdogan")]
    [InlineData("CAFÉ cafe\u0301", "cafe cafe")]
    [InlineData("Straße Øre Łódź", "strass or lodz")]
    [InlineData("ﬁnal ＷＩＤＥ x²", "final wide x2")]
    [InlineData("Диyarbakır İzmir", "диyarbakir izmir")]
    [InlineData("ПУТИН", "путин")]
    [InlineData("東京 tower", "東 京 tower")]
    [InlineData("ab東cd", "ab 東 cd")]
    public void Folds_case_accents_width_and_ligatures(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', LexicalAnalyzer.Analyze(text)));

    [Theory]
    [InlineData("Su-57", "Su57")]
    [InlineData("Su-57", "Su 57")]
    [InlineData("Su-57", "57")]
    [InlineData("e-mail", "emails")]
    public void Two_ways_to_write_a_name_share_a_term(string one, string other) =>
        Assert.NotEmpty(LexicalAnalyzer.Analyze(one).Intersect(LexicalAnalyzer.Analyze(other)));

    [Fact]
    public void Takes_anything_and_keeps_terms_short()
    {
        string[] hostile =
        [
            "\ud800", "a\udc00b", "\0\u0001", new string('a', 100_000), string.Concat(Enumerable.Repeat("a-", 50_000)),
            string.Concat(Enumerable.Repeat("1,000", 20_000)), string.Concat(Enumerable.Repeat("a.", 50_000)),
            new string('\u0301', 1000), "\U0001F600\U0001F600", "{{question}} </passage>",
        ];

        foreach (var text in hostile)
            Assert.All(LexicalAnalyzer.Analyze(text), term => Assert.InRange(term.Length, 1, 64));
    }

    [Fact]
    public void Unicode_normalisation_is_not_switched_off() => Assert.Equal("e\u0301", "é".Normalize(System.Text.NormalizationForm.FormD));

    [Fact]
    public void Stop_words_are_told_by_the_whole_word() =>
        Assert.True(StopWords.Contains("the") && !StopWords.Contains("them e") && !StopWords.Contains("may"));
}
