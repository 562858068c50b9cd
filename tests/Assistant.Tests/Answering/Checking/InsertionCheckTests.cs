using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class InsertionCheckTests
{
    [Theory]
    [InlineData("A seventh judge had fallen ill and took no part.", "A seventh judge had not fallen ill and took no part.")]
    [InlineData("The company opened the bridge, but nobody came.", "The company did not open the bridge, but nobody came.")]
    [InlineData("The report does not name the firm that built the dam.", "The report names the firm that built the dam.")]
    [InlineData("He said that the state is taking revenge on him.", "He said that the state is not taking revenge on him.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(InsertionCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("A seventh judge had fallen ill and took no part.", "A seventh judge had fallen ill and did not take part.")]
    [InlineData("The report does not name the firm that built the dam.", "The report names no firm that built the dam.")]
    [InlineData("Such decisions are not for judges but for politicians.", "Such decisions are for politicians, not for judges.")]
    [InlineData("The mill was opened in May. The inn was not opened in May.", "The mill was opened in May.")]
    [InlineData("The bridge will not open until May.", "The bridge will open in May.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(InsertionCheck.Contradiction(Beside.Window(passage, sentence)));
}
