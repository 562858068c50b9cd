using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class ConditionCheckTests
{
    [Theory]
    [InlineData("If the council agrees, the bridge will close on 1 June.", "The bridge will close on 1 June.")]
    [InlineData("Esper said that Turkey could come back to the programme only if it got rid of the S-400.", "Esper said that Turkey could come back to the programme.")]
    [InlineData("The plant opens in May unless the court forbids it.", "The plant opens in May.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(ConditionCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("If the council agrees, the bridge will close on 1 June.", "The bridge will close on 1 June if the council agrees.")]
    [InlineData("If the council agrees, the bridge would close on 1 June.", "The bridge would close on 1 June.")]
    [InlineData("Asked if the bridge would close, the mayor said that it is safe.", "The mayor said that the bridge is safe.")]
    [InlineData("Both sides may appeal; if the sentence stands, Taylor will serve it in Britain.", "Both sides appeal.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(ConditionCheck.Contradiction(Beside.Window(passage, sentence)));
}
