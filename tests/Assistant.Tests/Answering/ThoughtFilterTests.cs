using Assistant.Core.Answering;

namespace Assistant.Tests.Answering;

public sealed class ThoughtFilterTests
{
    [Theory]
    [InlineData("<think>Hm.</think> Yes.", " Yes.")]
    [InlineData("\n<THINK>Hm. < 3</THINK>Yes.", "Yes.")]
    [InlineData("Yes <think>no</think>.", "Yes <think>no</think>.")]
    [InlineData("<thin ice", "<thin ice")]
    [InlineData("<think>Hm.", "")]
    public void Leaves_thoughts_out_however_the_text_is_cut(string text, string answer)
    {
        for (var size = 1; size <= text.Length; size++)
        {
            var filter = new ThoughtFilter();
            Assert.Equal(answer, string.Concat(text.Chunk(size).Select(piece => filter.Add(new string(piece)))));
        }
    }
}
