using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class VoteCheckTests
{
    [Theory]
    [InlineData("She had campaigned for a Yes.", "She had campaigned for a No.")]
    [InlineData("52 percent voted No and 48 percent Yes.", "52 percent voted Yes.")]
    [InlineData("The town lost in all parts, and only the old quarter voted yes.", "The old quarter voted against it.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(VoteCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("She had campaigned for a Yes.", "She had campaigned for a Yes.")]
    [InlineData("52 percent voted No and 48 percent Yes.", "52 percent voted No.")]
    [InlineData("52 percent voted No and 48 percent Yes.", "48 percent voted Yes.")]
    [InlineData("There was no vote on the plan.", "The plan went on without a vote.")]
    [InlineData("The town lost in all parts, and only the old quarter voted yes.", "The old quarter voted for it.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(VoteCheck.Contradiction(Beside.Window(passage, sentence)));
}
