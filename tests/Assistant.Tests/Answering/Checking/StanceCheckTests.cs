using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class StanceCheckTests
{
    [Theory]
    [InlineData("South Africa had opposed the operation.", "South Africa was for the operation.")]
    [InlineData("The members, who opposed the change, added a clause.", "The members were for the change.")]
    [InlineData("Thirty-six members were against and ten abstained.", "Thirty-six members were for it.")]
    [InlineData("The union had backed the sale.", "The union had been against the sale.")]
    [InlineData("The board recommended against the offer.", "The board recommended the offer.")]
    [InlineData("A court in Lyon ruled against the widow.", "A court in Lyon ruled for the widow.")]
    [InlineData("A majority voted against pulling down the tower.", "A majority was in favour of pulling down the tower.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(StanceCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("South Africa had opposed the operation.", "South Africa was against the operation.")]
    [InlineData("The union had backed the sale.", "The union was for the sale.")]
    [InlineData("The union opposed the sale of the mill.", "The mill was for sale, which the union opposed.")]
    [InlineData("The bridge is for lorries.", "The bridge is for lorries.")]
    [InlineData("A majority voted against the plan on Sunday.", "A majority voted on Sunday.")]
    [InlineData("The board recommended against the offer.", "The board recommended to vote against the offer.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(StanceCheck.Contradiction(Beside.Window(passage, sentence)));
}
