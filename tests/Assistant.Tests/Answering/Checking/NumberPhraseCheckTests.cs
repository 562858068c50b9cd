using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class NumberPhraseCheckTests
{
    [Theory]
    [InlineData("The island had been free for 40 years when it lost its king.", "The island lost its king 40 years ago.")]
    [InlineData("The machine stands half a metre tall; its rotors are 1.2 metres across.", "The rotors are half a metre across.")]
    [InlineData("The service costs one dollar after a free first year.", "The service is free in the first month.")]
    [InlineData("Japan was silent exactly a week after the quake.", "Japan was silent exactly a month after the quake.")]
    [InlineData("Rossi needed 59 minutes for the 42 kilometres.", "Rossi, 59, ran the 42 kilometres.")]
    [InlineData("The party fell from 38 seats to nine.", "The party fell to 38 seats.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(NumberPhraseCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("The crash killed 109 people, including four children.", "The crash killed 109 people, four of them children.")]
    [InlineData("The island lost its king 40 years ago.", "The island lost its king 40 years ago.")]
    [InlineData("The machine stands half a metre tall.", "The machine is half a metre tall.")]
    [InlineData("The service costs one dollar after a free first year.", "The service is free in the first year.")]
    [InlineData("Japan was silent exactly a week after the quake.", "Japan was silent a week after the quake.")]
    [InlineData("The aeroplane Solar Impulse 2 landed. It flew for two days.", "Solar Impulse 2 flew for two days.")]
    [InlineData("The 34-year-old ran for two hours.", "Rossi, 34, ran for two hours.")]
    [InlineData("The party fell from 38 seats to nine.", "The party fell to nine seats.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(NumberPhraseCheck.Contradiction(Beside.Window(passage, sentence)));
}
