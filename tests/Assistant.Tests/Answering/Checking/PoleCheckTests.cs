using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class PoleCheckTests
{
    [Theory]
    [InlineData("Fifty members voted for the motion and 42 against it.", "Fifty members voted for the motion and 42 for it.")]
    [InlineData("The two sides agreed on nothing.", "The two sides agreed on something.")]
    [InlineData("He still held all three of the passports.", "He still held none of the three passports.")]
    [InlineData("The firm said that none of the three mills closed.", "The firm said that some of the three mills closed.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(PoleCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("Fifty members voted for the motion and 42 against it.", "Fifty members voted for the motion and 42 against it.")]
    [InlineData("The mayor voted against the motion, and the deputy voted for the motion.", "The deputy voted for the motion.")]
    [InlineData("All of the three mills closed.", "All three mills closed.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(PoleCheck.Contradiction(Beside.Window(passage, sentence)));
}
