using Assistant.Console.Rendering;

namespace Assistant.Tests.Console;

public class SafeTextTests
{
    [Theory]
    [InlineData("plain [red]text[/]", "plain [red]text[/]")]
    [InlineData("a\u001b[31mb\u001b]8;;http://x\u0007c", "a[31mb]8;;http://xc")]
    [InlineData("a\nb\tc\r", "a b c")]
    [InlineData("a\u009bb\u007f\u0000", "ab")]
    [InlineData("evil\u202Etxt\u2066x\u2069\u200F", "eviltxtx")]
    [InlineData(null, "")]
    public void Drops_what_a_terminal_could_obey(string? text, string expected) => Assert.Equal(expected, SafeText.OneLine(text));

    [Fact]
    public void Keeps_line_breaks_when_asked_to() => Assert.Equal("a\nb", SafeText.Lines("a\u001b\nb"));
}
