using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class SpeakerCheckTests
{
    [Theory]
    [InlineData("Rossi, head of the club, said Mayor Conti would be remembered as a coward.", "Conti said that Rossi would be remembered as a coward.")]
    [InlineData("President Rossi, who had come to Lyon, said that the country would keep its claim. The judges ruled against it.", "The judges said that the country would keep its claim.")]
    [InlineData("Anna Conti had read out the song Alla Luna. One of them, Luca Rossi, announced that they had not won and that it was no joke.", "Anna Conti announced that Alla Luna had not won and that it was no joke.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(SpeakerCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("Rossi, head of the club, said Mayor Conti would be remembered as a coward.", "Rossi said that Conti would be remembered as a coward.")]
    [InlineData("The bridge will close, said Mayor Conti.", "Conti said that the bridge will close.")]
    [InlineData("Anna Conti and Luca Rossi said that the bridge would close.", "The presidents said that the bridge would close.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(SpeakerCheck.Contradiction(Beside.Window(passage, sentence)));
}
