using Assistant.Core.Answering;
using Assistant.Core.Ingestion;

namespace Assistant.Tests.Answering;

public class QuoteSelectorTests
{
    [Theory]
    [InlineData("The pact was signed in May. It ends in June.", "It ends in June.", "The pact was signed in May. It ends in June.")]
    [InlineData("The pact was signed. Borisov praised it.", "Borisov praised it.", "Borisov praised it.")]
    [InlineData("Erdogan asked whether he could buy it.\n\n“Yes, you can,” Putin replied.", "“Yes, you can,” Putin replied.",
        "Erdogan asked whether he could buy it.\n\n“Yes, you can,” Putin replied.")]
    [InlineData("Putin spoke of joint work.\n\n“We have many chances,” he added.", "“We have many chances,” he added.",
        "Putin spoke of joint work.\n\n“We have many chances,” he added.")]
    [InlineData("The air show opened.\n\n“We will come,” Borisov said.", "“We will come,” Borisov said.", "“We will come,” Borisov said.")]
    [InlineData("Situation in Syria\n\nHe said so.", "He said so.", "He said so.")]
    [InlineData("He left.", "He left.", "He left.")]
    public void Takes_in_whoever_speaks_and_of_what(string text, string sentence, string expected)
    {
        var start = text.IndexOf(sentence, StringComparison.Ordinal);

        var quote = QuoteSelector.Select(text, new TextSpan(start, start + sentence.Length));

        Assert.Equal(expected, text[quote.Start..quote.End]);
    }

    [Fact]
    public void Takes_in_at_most_two_sentences()
    {
        const string Text = "Putin came. He sat. He spoke. He left.";

        var quote = QuoteSelector.Select(Text, new TextSpan(Text.Length - 8, Text.Length));

        Assert.Equal("He sat. He spoke. He left.", Text[quote.Start..quote.End]);
    }

    [Fact]
    public void Stays_short_when_the_sentence_before_is_long()
    {
        var text = $"Putin {new string('a', 800)}. He left.";

        Assert.Equal(new TextSpan(text.Length - 8, text.Length), QuoteSelector.Select(text, new TextSpan(text.Length - 8, text.Length)));
    }
}
