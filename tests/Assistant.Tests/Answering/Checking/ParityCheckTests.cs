using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class ParityCheckTests
{
    [Theory]
    [InlineData("It was not known why the brakes did not stop the train.", "It was not known why the brakes did stop the train.")]
    [InlineData("Nobody was killed.", "Nobody was not killed.")]
    [InlineData("The head denied that the firm had neglected the cables.", "The head denied that the firm had not neglected the cables.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(ParityCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("It was not known why the brakes did not stop the train.", "It was not known why the brakes did not stop the train.")]
    [InlineData("They had no schools or hospitals.", "They had neither schools nor hospitals.")]
    [InlineData("The bedrooms are exempt from the ban.", "The ban does not cover the bedrooms.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(ParityCheck.Contradiction(Beside.Window(passage, sentence)));
}
