using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class ExceptionCheckTests
{
    [Theory]
    [InlineData("The law applies to everyone but students.", "The law applies to students.")]
    [InlineData("The law applies to everyone except students.", "The law applies to students.")]
    [InlineData("Apart from the roof, the church was saved.", "The church was saved with the roof.")]
    [InlineData("The museum is open every day but Monday.", "The museum is open on Mondays.")]
    [InlineData("The film won every prize but one.", "The film won one prize.")]
    [InlineData("The jury agreed on all counts but one.", "The jury agreed on all counts.")]
    [InlineData("The players had refused to play for Conti.", "The players had refused to play for any coach but Conti.")]
    [InlineData("Filters have removed most substances except tritium.", "The filters have removed tritium along with most other substances.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(ExceptionCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("The law applies to everyone but students.", "The law applies to everyone.")]
    [InlineData("All states except Eritrea have signed.", "All states except Eritrea have signed.")]
    [InlineData("All states except Eritrea have signed.", "Eritrea has not signed.")]
    [InlineData("All states except Eritrea have signed.", "The states have signed.")]
    [InlineData("The film won every prize but one.", "The film won every prize but one.")]
    [InlineData("The film won a prize, but one actor was missing.", "The film won a prize.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(ExceptionCheck.Contradiction(Beside.Window(passage, sentence)));
}
