using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class DatePairCheckTests
{
    [Theory]
    [InlineData("Rossi ruled from 1982 to 1990.", "Rossi ruled from 1990 to 1982.")]
    [InlineData("The firing stops at midnight between Friday and Saturday.", "The firing stops at midnight between Saturday and Friday.")]
    [InlineData("The elephant came in 1977. She passed the test in 2005.", "In 2005 the elephant, who had come in 2005, passed the test.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(DatePairCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("Rossi ruled from 1982 to 1990.", "Rossi ruled between 1982 and 1990.")]
    [InlineData("The shop opens on Friday. It closes on Saturday.", "The shop opens on Friday and closes on Saturday.")]
    [InlineData("The elephant came in 1977. She passed the test in 2005.", "In 2005 the elephant, who had come in 1977, passed the test.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(DatePairCheck.Contradiction(Beside.Window(passage, sentence)));
}
