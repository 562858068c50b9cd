using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One came. Two left.", "One came.|Two left.")]
    [InlineData("Mr. Smith met Gen. Valery Gerasimov. They spoke.", "Mr. Smith met Gen. Valery Gerasimov.|They spoke.")]
    [InlineData("George W. Bush spoke. J. R. R. Tolkien wrote.", "George W. Bush spoke.|J. R. R. Tolkien wrote.")]
    [InlineData("He left the U.S. on Monday. The U.S. Senate met.", "He left the U.S. on Monday.|The U.S. Senate met.")]
    [InlineData("Tension rose in the U.S. The talks went on.", "Tension rose in the U.S.|The talks went on.")]
    [InlineData("It cost 3.5 billion dollars. Then 2.5 more.", "It cost 3.5 billion dollars.|Then 2.5 more.")]
    [InlineData("See No. 5 of Jan. 3, 2019. He said no. They left.", "See No. 5 of Jan. 3, 2019.|He said no.|They left.")]
    [InlineData("It opens at 5 p.m. on Monday, e.g. here, i.e. now.", "It opens at 5 p.m. on Monday, e.g. here, i.e. now.")]
    [InlineData("Acme Inc. sued. The Widget Co. Ltd. did not.", "Acme Inc. sued.|The Widget Co. Ltd. did not.")]
    [InlineData("He waited… The door opened.", "He waited…|The door opened.")]
    [InlineData("He waited ... and left. Wait... What?", "He waited ... and left.|Wait...|What?")]
    [InlineData("Along with Iran. … The president left.", "Along with Iran.|… The president left.")]
    [InlineData("Really?! Yes! No.", "Really?!|Yes!|No.")]
    [InlineData("In 2019. 12 posts remain.", "In 2019.|12 posts remain.")]
    [InlineData("Visit www.example.org today. Then www.x.org.", "Visit www.example.org today.|Then www.x.org.")]
    [InlineData("The company, Yahoo! shares fell.", "The company, Yahoo! shares fell.")]
    [InlineData("1. The new name applies.", "1. The new name applies.")]
    [InlineData("A Ph.D. thesis. It won.", "A Ph.D. thesis.|It won.")]
    [InlineData("It began in 1903 . The end came late . Nobody knew .", "It began in 1903 .|The end came late .|Nobody knew .")]
    [InlineData("彼は来た。彼は去った。", "彼は来た。|彼は去った。")]
    public void Ends_a_sentence_where_a_reader_would(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Split(text));

    [Theory]
    [InlineData("He said: “It is over. We won. Go home.” Then he left.", "He said: “It is over. We won. Go home.”|Then he left.")]
    [InlineData("\"We agree. We do,\" he said. \"Good.\" They left.", "\"We agree. We do,\" he said.|\"Good.\"|They left.")]
    [InlineData("“Why not?” Erdogan replied. “Yes!” Putin said then.", "“Why not?” Erdogan replied.|“Yes!” Putin said then.")]
    [InlineData("He asked “Why?” Nobody knew.", "He asked “Why?”|Nobody knew.")]
    [InlineData("It fell (nobody knows why. Truly.) Then it rose.", "It fell (nobody knows why. Truly.)|Then it rose.")]
    [InlineData("(That was in May.) Then June came.", "(That was in May.)|Then June came.")]
    [InlineData("«Он пришёл. Он ушёл.» Конец.", "«Он пришёл. Он ушёл.»|Конец.")]
    public void Keeps_a_quotation_or_bracket_together(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Split(text));

    [Theory]
    [InlineData("He said “we came. They left. Nobody stayed.")]
    [InlineData("He said \"we came. They left. Nobody stayed.")]
    [InlineData("He said (we came. They left. Nobody stayed.")]
    [InlineData("He said [we came. They left. Nobody stayed.")]
    public void A_mark_that_never_closes_does_not_swallow_the_text(string text) => Assert.Equal(3, Split(text).Count);

    [Fact]
    public void A_very_long_quotation_is_cut()
    {
        var text = "He said: “" + string.Concat(Enumerable.Repeat("We will go on and on. ", 40)) + "That is all.”";

        Assert.True(Split(text).Count > 30);
    }

    [Fact]
    public void A_line_end_always_ends_a_sentence() =>
        Assert.Equal(
            ["Situation in Syria", "About Idlib he said no.", "one item", "another item", "Name | Maker"],
            Split("Situation in Syria\n\nAbout Idlib he said no.\none item\n  another item  \n\n\nName | Maker\n"));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n \t ")]
    public void Blank_text_has_no_sentences(string text) => Assert.Empty(SentenceSplitter.Split(text));

    [Theory]
    [InlineData("...")]
    [InlineData("”.”.”?!")]
    [InlineData("(((((((. [[[[[. “““““. \"\"\"\"\". A")]
    public void Every_visible_character_is_in_exactly_one_sentence(string text)
    {
        var covered = new int[text.Length];
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            for (var i = sentence.Start; i < sentence.End; i++) covered[i]++;
        }

        Assert.All(text.Zip(covered), pair => Assert.Equal(char.IsWhiteSpace(pair.First) && pair.Second == 0 ? 0 : 1, pair.Second));
    }

    private static List<string> Split(string text) =>
        SentenceSplitter.Split(text).Select(span => span.Of(text)).ToList();
}
