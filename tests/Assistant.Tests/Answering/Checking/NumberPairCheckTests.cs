using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class NumberPairCheckTests
{
    [Theory]
    [InlineData("Lindvik beat Overby 2-0 on Saturday.", "Lindvik beat Overby 0-2 on Saturday.")]
    [InlineData("Lindvik led 2-0 at half-time and drew 2-2.", "Lindvik led 2-2 at half-time and drew 2-2.")]
    [InlineData("The party won 33 of 150 seats.", "The party won 33 of the 33 seats.")]
    [InlineData("Of the 309 dead, 55 were students.", "The dead were 309 of the 55 students.")]
    [InlineData("The court decided by six votes to two.", "The court decided by two votes to six.")]
    [InlineData("Terms of six to fifteen months were demanded.", "Terms of between fifteen and six months were demanded.")]
    [InlineData("Rossi was fined 200 crowns and Conti 300.", "Rossi was fined 200 crowns and Conti 200.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(NumberPairCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("Lindvik beat Overby 2-0 on Saturday.", "On Saturday Lindvik beat Overby 2-0.")]
    [InlineData("Of the 150 seats the party won 33.", "The party won 33 of the 150 seats.")]
    [InlineData("The town has 3 schools and 40 streets.", "The town has 40 streets and 3 schools.")]
    [InlineData("Terms of six to fifteen months were demanded.", "Terms of between six and fifteen months were demanded.")]
    [InlineData("Two men and two women left.", "Two women and two men left.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(NumberPairCheck.Contradiction(Beside.Window(passage, sentence)));
}
