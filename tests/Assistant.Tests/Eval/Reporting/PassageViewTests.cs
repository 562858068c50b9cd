using Assistant.Eval.Reporting;
using Assistant.Eval.Running;

namespace Assistant.Tests.Eval.Reporting;

public sealed class PassageViewTests
{
    private static readonly CitedQuote Citation = new()
    {
        Number = 1,
        DocumentId = "d",
        Start = 14,
        End = 18,
        Quote = "<b>c",
        PassageStart = 10,
        PassageText = "a & <b>c d",
        IsExact = true,
    };

    [Fact]
    public void Marks_the_quote_in_its_passage() =>
        Assert.Equal("<blockquote>a &amp; <mark>&lt;b&gt;c</mark> d</blockquote>", PassageView.Of(Citation).Markup);

    [Fact]
    public void A_quote_that_goes_beyond_its_passage_is_whole() =>
        Assert.Equal(
            "<blockquote>a &amp; &lt;b&gt;c<mark> d more</mark></blockquote>",
            PassageView.Of(Citation with { Start = 18, End = 25, Quote = " d more" }).Markup);

    [Theory]
    [InlineData(0, "")]
    [InlineData(40, "a & <b>c d")]
    public void A_quote_outside_its_passage_stands_alone(int passageStart, string passage) =>
        Assert.Equal(
            "<blockquote><mark>&lt;b&gt;c</mark></blockquote>",
            PassageView.Of(Citation with { PassageStart = passageStart, PassageText = passage }).Markup);
}
