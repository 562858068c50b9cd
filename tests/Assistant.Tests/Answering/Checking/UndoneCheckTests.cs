using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class UndoneCheckTests
{
    [Theory]
    [InlineData("The party lost its majority.", "The party has a majority.")]
    [InlineData("The mayor had lifted the ban on the club.", "The mayor had banned the club.")]
    [InlineData("The firm has stopped selling radios.", "The firm sells radios.")]
    [InlineData("The merger awaits approval.", "The merger has been approved.")]
    [InlineData("The union called off the strike.", "The union began the strike.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(UndoneCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("The party lost its majority.", "The party no longer has a majority.")]
    [InlineData("The party lost its majority.", "The party lost its majority in the end.")]
    [InlineData("The council imposed the ban in May and lifted the ban in June.", "The council had imposed the ban in May.")]
    [InlineData("The party has a majority.", "The party has a majority.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(UndoneCheck.Contradiction(Beside.Window(passage, sentence)));
}
