using Assistant.Eval.Reporting;

namespace Assistant.Tests.Eval.Reporting;

public sealed class HtmlTests
{
    [Fact]
    public void Escapes_what_is_put_in_and_keeps_its_own_markup() =>
        Assert.Equal(
            "<p title=\"&quot;&#39;\">&lt;script&gt;alert(1)&lt;/script&gt; &amp;</p>",
            Html.Of($"<p title=\"{"\"'"}\">{"<script>alert(1)</script> &"}</p>").Markup);

    [Fact]
    public void Never_escapes_twice()
    {
        var inner = Html.Of($"<b>{"<"}</b>");

        Assert.Equal("<i><b>&lt;</b><b>&lt;</b></i>", Html.Of($"<i>{inner}{new[] { inner }}</i>").Markup);
    }

    [Theory]
    [InlineData("\0\u001b[31m\u202e", "\uFFFD\uFFFD[31m\uFFFD")]
    [InlineData("a\tb\nc", "a\tb\nc")]
    [InlineData(null, "")]
    public void Takes_the_sting_out_of_control_characters(string? text, string expected) =>
        Assert.Equal(System.Net.WebUtility.HtmlEncode(expected), Html.Of($"{text}").Markup);

    [Fact]
    public void Writes_numbers_the_same_in_every_country() => Assert.Equal("1200 0.5", Html.Of($"{1200} {0.5:0.0}").Markup);
}
