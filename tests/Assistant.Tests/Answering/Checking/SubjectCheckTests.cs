using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class SubjectCheckTests
{
    [Theory]
    [InlineData("Aramco replaced Apple as the most valuable company.", "Apple overtook Aramco as the most valuable company.")]
    [InlineData("Germany beat Argentina in the final.", "Argentina beat Germany in the final.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(SubjectCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("Aramco replaced Apple as the most valuable company.", "Aramco overtook Apple as the most valuable company.")]
    [InlineData("Aramco replaced Apple as the most valuable company.", "Apple was replaced by Aramco as the most valuable company.")]
    [InlineData("Germany beat Argentina in the final.", "Argentina lost to Germany in the final.")]
    [InlineData("France and Germany signed the treaty.", "Germany and France signed the treaty.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(SubjectCheck.Contradiction(Beside.Window(passage, sentence)));
}
