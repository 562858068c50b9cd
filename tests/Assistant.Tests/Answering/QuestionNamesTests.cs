using Assistant.Core.Answering;

namespace Assistant.Tests.Answering;

public class QuestionNamesTests
{
    [Theory]
    [InlineData("What did Putin offer on the Su-57?", "Putin said they can cooperate on Su-57.", "")]
    [InlineData("What did Merkel offer on the Su-57?", "Putin said they can cooperate on Su-57.", "Merkel")]
    [InlineData("What did Putin offer on the MiG-41?", "Putin praised the MiG-35.", "MiG-41")]
    [InlineData("How many Su-57s did Turkey buy in 2021?", "Turkish officials looked at the Su-57 in 2019.", "2021")]
    [InlineData("What did Erdoğan say?", "ERDOGAN spoke.", "")]
    [InlineData("what did he say in 2019", "In 2019 he spoke.", "")]
    [InlineData("WHO WON THE CUP?", "Nobody.", "")]
    [InlineData("What did France's president say?", "The president of France spoke.", "")]
    [InlineData("Who leads Mali?", "Malian voters chose.", "")]
    [InlineData("Who leads Iran?", "Iraq's voters chose.", "Iran")]
    public void Finds_the_names_that_a_text_lacks(string question, string text, string missing) =>
        Assert.Equal(missing, string.Join(' ', QuestionNames.Of(question).MissingFrom(text)));

    [Fact]
    public void Counts_each_name_once() => Assert.Equal(1, QuestionNames.Of("Is the Su-57 better than other Su-57s?").Count);

    [Fact]
    public void Has_no_names_for_an_empty_question() => Assert.Equal(0, QuestionNames.Of("?").Count);
}
