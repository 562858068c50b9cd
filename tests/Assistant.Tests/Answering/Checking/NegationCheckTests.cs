using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class NegationCheckTests
{
    [Theory]
    [InlineData("Musk did not say whether the account would be restored.", "Musk said whether the account would be restored.")]
    [InlineData("The shop was opened only in May.", "The shop was not opened until June.")]
    [InlineData("Pay rises unless sales fall.", "If sales do not rise, pay falls.")]
    [InlineData("All states except Eritrea have signed.", "Kenya has not signed.")]
    [InlineData("Bekele led, and Kipchoge was the first man to run it in two hours.", "No man had run it in two hours before Bekele.")]
    [InlineData("Observers saw fraud but no violence.", "Observers did not see any fraud.")]
    [InlineData("Observers criticised the campaign but not the vote.", "Observers did not criticise the campaign.")]
    [InlineData("The truce does not cover the islands.", "The truce covers the islands.")]
    [InlineData("Neither Iraq nor Syria may be broken up.", "Iraq may be broken up.")]
    [InlineData("Rossi denied having called Conti a liar, but admitted that he had insulted him.", "Rossi denied having insulted Conti.")]
    [InlineData("Kipchoge is the first man to have run it in two hours.", "A man had run it in two hours before Kipchoge.")]
    [InlineData("A copy may, on the other hand, be patented. Because of the patents no other laboratory offers the test.", "A copy of the laboratory may not be patented.")]
    [InlineData("The club found neither a buyer nor agreement with its lenders.", "The club found a buyer and could not agree with its lenders.")]
    [InlineData("Rossi did not blame the pilot and said that he had made a mistake himself.", "Rossi did not blame the pilot and had not made a mistake himself.")]
    [InlineData("It is the first time since independence that power changes hands.", "Power has changed hands before since independence.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(NegationCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("Musk said that he had paid. He did not say whether the account would be restored.", "Musk did not say whether the account would be restored.")]
    [InlineData("The shop was opened only in May.", "The shop was not opened until May.")]
    [InlineData("Bekele led, and Kipchoge was the first man to run it in two hours.", "No man had run it in two hours before Kipchoge.")]
    [InlineData("The plan of the union for a limit was rejected.", "The union's plan for a limit was rejected.")]
    [InlineData("Neither Iraq nor Syria may be broken up. A region of Iraq has voted.", "A region of Iraq has voted.")]
    [InlineData("The club wanted nothing but peace.", "The club wanted peace.")]
    [InlineData("Rossi denied having called Conti a liar.", "Rossi denied that he had called Conti a liar.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(NegationCheck.Contradiction(Beside.Window(passage, sentence)));
}
