using Assistant.Core;
using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

public sealed class ChunkerTests
{
    private const string Filler = "The ministers met in the capital and spoke for three hours about trade and transport.";

    private readonly Chunker _chunker = new(SampleText.Tokenizer);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    public void A_blank_article_has_no_passages(string text) => Assert.Empty(Chunk(text));

    [Fact]
    public void A_short_article_is_one_passage()
    {
        var passage = Assert.Single(Chunk("  One sentence.\n\nAnother one. \n"));

        Assert.Equal("One sentence.\n\nAnother one.", passage.Text);
        Assert.Equal((2, 29, 0), (passage.Start, passage.End, passage.Ordinal));
        Assert.Null(passage.Heading);
    }

    [Fact]
    public void Every_passage_is_the_text_at_its_offsets_and_fits_and_nothing_is_lost()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var text = SampleText.Random(seed);
            var covered = new int[text.Length];
            foreach (var passage in Chunk(text))
            {
                Assert.Equal(text[passage.Start..passage.End], passage.Text);
                Assert.InRange(SampleText.Tokenizer.CountTokens(passage.Text), 0, Chunker.MaximumTokens);
                for (var i = passage.Start; i < passage.End; i++) covered[i]++;
            }

            Assert.DoesNotContain(Enumerable.Range(0, text.Length), i => covered[i] > 1);
            Assert.DoesNotContain(Enumerable.Range(0, text.Length), i => covered[i] == 0 && !char.IsWhiteSpace(text[i]));
        }
    }

    [Fact]
    public void Cuts_no_sentence_that_fits()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var text = SampleText.Random(seed);
            var ends = Chunk(text).Select(passage => passage.End).ToHashSet();
            var fitting = SentenceSplitter.Split(text).Where(sentence =>
                sentence.Length <= 4000 && SampleText.Tokenizer.CountTokens(sentence.Of(text)) <= Chunker.MaximumTokens);

            Assert.DoesNotContain(fitting, sentence => ends.Any(end => end > sentence.Start && end < sentence.End));
        }
    }

    [Fact]
    public void Passages_are_even_rather_than_one_full_and_one_tiny()
    {
        var passages = Chunk(string.Join(' ', Enumerable.Repeat(Filler, 15)));

        Assert.Equal(2, passages.Count);
        Assert.All(passages, passage => Assert.InRange(SampleText.Tokenizer.CountTokens(passage.Text), 100, 160));
    }

    [Fact]
    public void A_heading_starts_a_passage_and_names_those_after_it()
    {
        var section = string.Join(' ', Enumerable.Repeat(Filler, 9));
        var passages = Chunk($"{section}\n\nSituation in Syria\n\n{section}\n\n{section}");

        Assert.Equal([null, "Situation in Syria", "Situation in Syria"], passages.Select(passage => passage.Heading));
        Assert.StartsWith("Situation in Syria\n\nThe ministers", passages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_longer_than_a_passage_is_cut_between_words()
    {
        var text = string.Join(", ", Enumerable.Repeat("the long sentence goes on", 120)) + ".";

        var passages = Chunk(text);

        Assert.True(passages.Count > 2);
        Assert.All(passages.SkipLast(1), passage => Assert.EndsWith("goes on,", passage.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Never_splits_inside_a_surrogate_pair()
    {
        var passages = Chunk("x" + string.Concat(Enumerable.Repeat("😀", 6000)));

        Assert.All(passages, passage => Assert.False(char.IsLowSurrogate(passage.Text[0])));
    }

    [Fact]
    public void A_long_article_is_cut_in_time_that_grows_with_its_length()
    {
        var text = string.Join("\n", Enumerable.Repeat("\uFFFD", 200_000));

        Assert.Equal(text.Length, Chunk(text)[^1].End);
    }

    [Fact]
    public void Ids_depend_on_article_revision_and_ordinal_alone()
    {
        var text = string.Join(' ', Enumerable.Repeat(Filler, 40));
        var first = Chunk(text);

        Assert.Equal(first, Chunk(text));
        Assert.Equal(first.Count, first.Select(passage => passage.Id).Distinct().Count());
        Assert.All(first, passage => Assert.Equal(5, passage.Id.Version));
        Assert.DoesNotContain(_chunker.Chunk(SampleText.ArticleOf(text, "other:key"))[0].Id, first.Select(passage => passage.Id));
    }

    [Theory]
    [InlineData("Title", "Heading", "Text.", "Title\nHeading\nText.")]
    [InlineData("Title", null, "Text.", "Title\nText.")]
    [InlineData("", null, "Text.", "Text.")]
    [InlineData("Title", "Heading", "Heading\n\nText.", "Title\nHeading\n\nText.")]
    [InlineData("Same", "Same", "Text.", "Same\nText.")]
    public void Title_and_heading_stand_before_what_is_indexed(string title, string? heading, string text, string expected) =>
        Assert.Equal(expected, PassageText.ForIndexing(title, heading, text));

    private IReadOnlyList<Passage> Chunk(string text) => _chunker.Chunk(SampleText.ArticleOf(text));
}
