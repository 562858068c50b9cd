using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class MeasureCheckTests
{
    [Theory]
    [InlineData("The general seized power in a coup in October 1999 and gave up command of the army in November 2007.", "The general gave up command of the army in October 1999.")]
    [InlineData("The jury sat for nine hours in the poll of Wednesday, and the office said on Friday that the count was over.", "The poll was on Friday, and the office said so.")]
    [InlineData("Soldiers at times numbered 40,000; at the beginning of the year there were still 14,000.", "At the beginning of the year there were still 40,000 soldiers.")]
    public void Refuses(string passage, string sentence) => Assert.NotNull(MeasureCheck.Contradiction(Beside.Window(passage, sentence)));

    [Theory]
    [InlineData("The general seized power in a coup in October 1999 and gave up command of the army in November 2007.", "The general gave up command of the army in November 2007.")]
    [InlineData("The area of the farm grew by a quarter but its output by five per cent.", "The area of the farm grew by a quarter.")]
    public void Lets_pass(string passage, string sentence) => Assert.Null(MeasureCheck.Contradiction(Beside.Window(passage, sentence)));
}
