using Assistant.Eval.Suites;

namespace Assistant.Tests.Eval.Suites;

public sealed class WordOverlapTests
{
    [Fact]
    public void Counts_stems_of_content_words_in_the_best_sentence() =>
        Assert.Equal(1.0 / 3, WordOverlap.Of("Which ships carried the corn?", ["The ship left.", "Nothing."]), 12);

    [Fact]
    public void A_question_without_content_words_overlaps_nothing() => Assert.Equal(0, WordOverlap.Of("Is it?", ["It is."]));

    [Fact]
    public void Without_evidence_there_is_no_share() =>
        Assert.Null(WordOverlap.LowShare([new SuiteQuestion { Id = "q", Text = "?", Answerable = true, Group = "g" }]));

    [Fact]
    public void Is_the_share_of_questions_with_at_most_half_their_words_in_the_evidence()
    {
        SuiteQuestion[] questions = [Ask("corn ships"), Ask("corn vessels"), Ask("maize vessels")];

        Assert.Equal(2.0 / 3, WordOverlap.LowShare(questions)!.Value, 12);
    }

    private static SuiteQuestion Ask(string text) => new()
    {
        Id = text,
        Text = text,
        Answerable = true,
        Group = "g",
        Evidence = [new GoldEvidence("A ship with corn.", [])],
    };
}
