using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class PairCheckTests
{
    [Theory]
    [InlineData("The zoo wants to give up its bears but keep its elephants.", "The zoo wants to give up both its bears and its elephants.")]
    [InlineData("The towns wanted to join, but the coast was against it.", "The coast wanted to join, but the towns were against it.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(PairCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("The zoo wants to give up both its bears and its elephants, but the town objects.", "The zoo wants to give up both its bears and its elephants.")]
    [InlineData("The towns wanted to join, but the coast was against it.", "The towns wanted to join, but the coast was against it.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(PairCheck.Contradiction(Beside.Window(passage, sentence)));
}
