using System.Text;
using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

public sealed class CanonicalTextTests
{
    [Fact]
    public void Globalization_is_not_invariant() => Assert.Equal(2, "é".Normalize(NormalizationForm.FormD).Length);

    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("a\r\nb\rc\u2028d", "a\nb\nc\nd")]
    [InlineData("a\0b\u001bc", "a b c")]
    [InlineData("😀", "😀")]
    [InlineData("", "")]
    public void Normalises_characters(string text, string expected) => Assert.Equal(expected, CanonicalText.Normalize(text));

    [Fact]
    public void Lone_surrogates_become_the_replacement_character() =>
        Assert.Equal("\uFFFDa\uFFFD", CanonicalText.Normalize("\ud800a\udc00"));

    [Theory]
    [InlineData("  to\u00A0 strengthen\t it ", "to strengthen it")]
    [InlineData("co\u00ADoperation\u200B", "cooperation")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    public void Tidies_white_space_and_nothing_else(string text, string expected) => Assert.Equal(expected, CanonicalText.ToLine(text));

    [Fact]
    public void Blocks_are_separated_by_exactly_one_blank_line() =>
        Assert.Equal("a\nb\n\nc", CanonicalText.Join(["", "a", "b", "", "", "c", ""]));

    [Theory]
    [InlineData("https://News.Example/A?b=1&utm_medium=x&fbclid=2#top", "https://news.example/A?b=1")]
    [InlineData("http://x.example:80/a/", "http://x.example/a/")]
    [InlineData("https://x.example/?p=12", "https://x.example/?p=12")]
    [InlineData("https://x.example/", null)]
    [InlineData("ftp://x.example/a", null)]
    [InlineData("not an address", null)]
    [InlineData(null, null)]
    public void Addresses_are_canonical(string? address, string? expected) => Assert.Equal(expected, ArticleUrl.Canonicalize(address));
}
