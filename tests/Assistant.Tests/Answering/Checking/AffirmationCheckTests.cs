using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class AffirmationCheckTests
{
    [Theory]
    [InlineData("She ran a world record that will not count.", "Her time will stand as a world record.")]
    [InlineData("He was arrested on his way to the embassy and never got there.", "He managed to reach the embassy.")]
    [InlineData("Scientists saw channels cut by a liquid, but no liquid itself.", "Liquid was seen by the scientists.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(AffirmationCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("She ran a world record that will not count.", "Her world record will not count.")]
    [InlineData("The country will not give up its posts.", "The country will keep its posts.")]
    [InlineData("The army would not stop until the town was safe.", "The army would go on until the town was safe.")]
    [InlineData("The leader of the No campaign admitted defeat.", "The leader of the No campaign admitted defeat.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(AffirmationCheck.Contradiction(Beside.Window(passage, sentence)));
}
