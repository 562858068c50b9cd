using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class RealityCheckTests
{
    [Theory]
    [InlineData("The minister considered resigning.", "The minister resigned.")]
    [InlineData("The minister offered to resign.", "The minister resigned.")]
    [InlineData("The bridge was due to open in May.", "The bridge was opened in May.")]
    [InlineData("The planned merger of the banks worries the unions.", "The merger of the banks worries the unions.")]
    [InlineData("The owner asked the court to free him and pay him a pension.", "The court paid him a pension.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(RealityCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("The minister considered resigning.", "The minister considered resigning.")]
    [InlineData("The minister was forced to resign.", "The minister resigned.")]
    [InlineData("The bridge was the first to open in May.", "The bridge opened in May.")]
    [InlineData("The planned merger of the banks worries the unions.", "The planned merger of the banks worries the unions.")]
    [InlineData("The planned merger was carried out. After the merger the price fell.", "The price fell after the merger.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(RealityCheck.Contradiction(Beside.Window(passage, sentence)));
}
