using Assistant.Eval.Metrics;

namespace Assistant.Tests.Eval.Metrics;

public sealed class AnswerTextMetricTests
{
    // Golden strings and figures: normalize_answer and compute_f1 as in the official SQuAD script, run in Python.
    [Theory]
    [InlineData("The  Treaty of Rome.", "treaty of rome")]
    [InlineData("an A-1 \"test\", the end", "a1 test end")]
    [InlineData("U.S.", "us")]
    [InlineData("2.5 million", "25 million")]
    [InlineData("–", "–")]
    [InlineData("the", "")]
    [InlineData("Théâtre the\u00a0Üb’er", "théâtre üb’er")]
    [InlineData("", "")]
    public void Normalises_as_squad_does(string text, string expected) =>
        Assert.Equal(expected, SquadNormalization.Normalize(text));

    [Theory]
    [InlineData("Treaty of Rome of 1957", "the Treaty of Rome", 0.75)]
    [InlineData("one one two", "one two two", 2.0 / 3)]
    [InlineData("the", "a", 1)]
    [InlineData("x", "the", 0)]
    [InlineData("Paris", "London", 0)]
    public void Token_f1_agrees_with_the_reference(string prediction, string answer, double expected) =>
        Assert.Equal(expected, TokenF1.Score(prediction, [answer])!.Value, 12);

    [Fact]
    public void The_best_accepted_answer_counts()
    {
        Assert.Equal(1, TokenF1.Score("France", ["in the country of France", "france"]));
        Assert.Equal(1, ExactMatch.Score("France.", ["in France", "france"]));
    }

    [Fact]
    public void Exact_match_wants_the_whole_answer()
    {
        Assert.Equal(0, ExactMatch.Score("Treaty of Rome of 1957", ["the Treaty of Rome"]));
        Assert.Equal(1, ExactMatch.Score("Treaty of ROME", ["the Treaty of Rome"]));
    }

    [Fact]
    public void No_prediction_scores_zero_even_where_the_answer_normalises_to_nothing()
    {
        Assert.Equal(0, ExactMatch.Score(null, ["a"]));
        Assert.Equal(0, TokenF1.Score(null, ["a"]));
        Assert.Equal(1, ExactMatch.Score("A", ["a"]));
    }

    [Fact]
    public void Without_accepted_answers_nothing_is_judged()
    {
        Assert.Null(ExactMatch.Score("x", []));
        Assert.Null(TokenF1.Score("x", []));
        Assert.Null(AnswerSentenceHit.ScoreByAnswers("x", []));
        Assert.Null(AnswerSentenceHit.ScoreByEvidence(new("d", 0, 5), []));
    }

    [Theory]
    [InlineData("He paid $5 million in 2015.", "5 Million", true)]
    [InlineData("He paid 15 million.", "5 million", false)]
    [InlineData("Born in the mid-1990s.", "1990s", true)]
    [InlineData("It was signed in the U.S., he said.", "US", true)]
    [InlineData("The house burned.", "us", false)]
    [InlineData("The Treaty, of Rome", "treaty of the Rome", true)]
    [InlineData("category cat", "cat", true)]
    [InlineData("anything", " ", false)]
    [InlineData("the end", "the", true)]
    [InlineData("nothing here", "a", false)]
    [InlineData("", "x", false)]
    public void A_sentence_holds_an_answer_between_word_boundaries(string sentence, string answer, bool expected) =>
        Assert.Equal(expected ? 1 : 0, AnswerSentenceHit.ScoreByAnswers(sentence, [answer]));

    [Fact]
    public void One_accepted_answer_is_enough_and_a_refusal_never_hits()
    {
        Assert.Equal(1, AnswerSentenceHit.ScoreByAnswers("in France", ["Spain", "France"]));
        Assert.Equal(0, AnswerSentenceHit.ScoreByAnswers(null, ["France"]));
        Assert.Equal(0, AnswerSentenceHit.ScoreByEvidence(null, [new("e", [new("d", 0, 9)])]));
    }
}
