using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class ConcessionCheckTests
{
    [Theory]
    [InlineData("The club sold its captain because it had lost the final.", "The club sold its captain although it had lost the final.")]
    [InlineData("The firm opened a shop as demand was high.", "The firm opened a shop though demand was high.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(ConcessionCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("The club sold its captain although it had won the final.", "The club sold its captain although it had won the final.")]
    [InlineData("Because of the storm the ferry was late, but the concert began on time.", "The concert began on time although the ferry was late.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(ConcessionCheck.Contradiction(Beside.Window(passage, sentence)));
}
