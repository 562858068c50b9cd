using Assistant.Core.Answering;

namespace Assistant.Tests.Answering;

public sealed class CitationParserTests
{
    [Theory]
    [InlineData("The sky is blue [1].", "1")]
    [InlineData("The sky is blue. [1]", "1")]
    [InlineData("The sky is blue.[1][2]", "1,2")]
    [InlineData("The sky is blue [1, 2].", "1,2")]
    [InlineData("The sky is blue [^1].", "1")]
    [InlineData("The sky is blue 【1】.", "1")]
    [InlineData("The sky is blue 【2†source】.", "2")]
    [InlineData("The sky is blue [1-3].", "1,2,3")]
    [InlineData("The sky is blue [3–3].", "3")]
    [InlineData("The sky is blue [9].", "")]
    [InlineData("The sky is blue [0].", "")]
    [InlineData("The sky is blue [1-999999999].", "")]
    [InlineData("The sky is blue [99999999999].", "")]
    [InlineData("The sky is blue [2][2].", "2")]
    [InlineData("- The sky is blue [1].", "1")]
    [InlineData("1. The sky is blue [1].", "1")]
    [InlineData("## The sky is blue [1].", "1")]
    [InlineData("**The sky is blue** [1].", "1")]
    public void Reads_every_form_of_marker(string text, string numbers)
    {
        var sentence = Assert.Single(CitationParser.Parse(text, 3));

        Assert.Equal("The sky is blue", sentence.Text.TrimEnd('.'));
        Assert.Equal(numbers, string.Join(',', sentence.Numbers));
    }

    [Theory]
    [InlineData("He wrote `a[1]` in code.")]
    [InlineData("He said “see note [1] there” once.")]
    public void Leaves_code_and_quotations_alone(string text)
    {
        var sentence = Assert.Single(CitationParser.Parse(text, 3));

        Assert.Empty(sentence.Numbers);
        Assert.Contains("[1]", sentence.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_each_sentence_its_own_markers()
    {
        var sentences = CitationParser.Parse("Putin came on Tuesday. [1] Erdogan left [2]. Nobody stayed.\n- A list item [3]\n| a | b [1] |\n|---|---|\n", 3);

        Assert.Equal(["1", "2", "", "3", "1"], sentences.Select(static sentence => string.Join(',', sentence.Numbers)));
        Assert.Equal("Erdogan left.", sentences[1].Text);
        Assert.Equal("a | b", sentences[4].Text);
    }

    [Fact]
    public void Leaves_characters_out_that_nobody_sees() =>
        Assert.Equal("The sky is blue.", Assert.Single(CitationParser.Parse("The sk\u200By is\u202E blue\0. [1]", 1)).Text);

    [Fact]
    public void Gives_the_same_however_the_text_is_cut()
    {
        const string Text = "Putin offered the Su-57 [1]. Erdogan “thought it over” at 5 p.m. [2, 3] Then he left.[1][2]\n\n* One [1]\n* Two 【2†x】\nEnd of it [^3]";
        var whole = CitationParser.Parse(Text, 3).Select(Show).ToList();

        for (var size = 1; size < 12; size++)
        {
            var parser = new CitationParser(3);
            var sentences = Text.Chunk(size).SelectMany(piece => parser.Add(new string(piece))).ToList();
            sentences.AddRange(parser.Finish());
            Assert.Equal(whole, sentences.Select(Show));
        }
    }

    [Fact]
    public void Gives_a_sentence_out_while_the_next_is_written()
    {
        var parser = new CitationParser(2);

        Assert.Empty(parser.Add("First sentence here. [1"));
        Assert.Empty(parser.Add("]"));
        Assert.Equal("1", string.Join(',', Assert.Single(parser.Add(" Second sen")).Numbers));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n\n ")]
    [InlineData("[1]")]
    [InlineData("|---|---|")]
    public void Gives_nothing_for_no_text(string text) => Assert.Empty(CitationParser.Parse(text, 3));

    private static string Show(DraftSentence sentence) => $"{sentence.Text}|{string.Join(',', sentence.Numbers)}";
}
