using Assistant.Eval.Suites;

namespace Assistant.Tests.Eval.Suites;

public sealed class BlankBlindTextTests
{
    [Fact]
    public void Finds_every_place_with_offsets_of_the_text()
    {
        const string text = "a b\n ab  x a  b";

        var places = new BlankBlindText(text).FindAll(" ab ").Select(place => text[place.Start..place.End]);

        Assert.Equal(["a b", "ab", "a  b"], places);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("abc")]
    public void Finds_nothing_where_there_is_nothing(string wanted) =>
        Assert.Empty(new BlankBlindText("a b").FindAll(wanted));

    [Fact]
    public void An_empty_text_holds_nothing() => Assert.Empty(new BlankBlindText("").FindAll("a"));
}
