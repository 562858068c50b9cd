using Assistant.Core.Answering;

namespace Assistant.Tests.Answering;

public sealed class AskedYearTests
{
    [Theory]
    [InlineData("Who won the 2019 Nobel Prize in Chemistry?", "the prizes of 2020", true)]
    [InlineData("Who won the 2019 Nobel Prize in Chemistry?", "the prizes of 2019", false)]
    [InlineData("What happened in 1947?", "Congress agreed in May 1947.", false)]
    public void Finds_the_year_and_whether_a_text_lacks_it(string question, string text, bool isMissing) =>
        Assert.Equal(isMissing, AskedYear.Of(question)!.MissingFrom(text).Count > 0);

    [Theory]
    [InlineData("")]
    [InlineData("Who opened the air show?")]
    [InlineData("Who opened MAKS-2019?")]
    [InlineData("Who won in 2018 and in 2019?")]
    [InlineData("Which 3 teams met in 2018?")]
    [InlineData("Who paid 2,000 dollars?")]
    [InlineData("What was built in the 1980's and the 1990's?")]
    [InlineData("What holds 5000 litres?")]
    public void Finds_none_where_there_is_none_or_more_numbers(string question) => Assert.Null(AskedYear.Of(question));
}
