using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class NamePlaceCheckTests
{
    private const string Parmalat = "Calisto Tanzi resigned as chairman and chief executive on Monday. Parmalat said that its accounts had been checked by Deloitte.";

    [Theory]
    [InlineData(Parmalat, "Parmalat resigned as chairman and chief executive on Monday.")]
    [InlineData(Parmalat, "Deloitte resigned as chairman and chief executive on Monday.")]
    [InlineData("The first half of the funding came from Engie, the rest from Uniper. The pipe ends in Lubmin.", "The first half of the funding came from Lubmin.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(NamePlaceCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData(Parmalat, "Tanzi resigned as chairman and chief executive on Monday.")]
    [InlineData(Parmalat, "Parmalat's accounts had been checked by Deloitte.")]
    [InlineData("Tanzi founded Parmalat. He resigned as chairman and chief executive on Monday, and Deloitte left.", "Tanzi resigned as chairman and chief executive.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(NamePlaceCheck.Contradiction(Beside.Window(passage, sentence)));
}
