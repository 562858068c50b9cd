using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class MeasureSlotCheckTests
{
    private const string Lander = "The lander came down after a journey of nearly seven months. Engineers expect that it will take two to three months until the instruments are in place.";
    private const string Arrest = "He lost the election of November 2010. Gbagbo was arrested in Abidjan on 11 April 2011.";

    [Theory]
    [InlineData(Lander, "Engineers expect that it will take nearly seven months until the instruments are in place.")]
    [InlineData(Arrest, "Gbagbo was arrested in Abidjan in November 2010.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(MeasureSlotCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData(Lander, "Engineers expect that it will take two to three months until the instruments are in place.")]
    [InlineData(Arrest, "Gbagbo was arrested in Abidjan in April 2011.")]
    [InlineData("The station had been launched in 2011 and was visited by two crews in 2013, among them Liu Yang.", "Two crews visited the station, which had been launched in 2011; among them was Liu Yang.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(MeasureSlotCheck.Contradiction(Beside.Window(passage, sentence)));
}
