using System.Text;
using Assistant.Core;
using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

public sealed class MojibakeLinesTests
{
    private const string Russian = "Министры встретились в столице";

    [Theory]
    [InlineData("utf-8", 1252, Russian)]
    [InlineData("utf-8", 1251, Russian)]
    [InlineData("windows-1251", 1252, Russian)]
    [InlineData("utf-8", 1252, "“Größe” — ‘Wärme’ — «é à ü» — €")]
    public void A_line_that_was_decoded_wrongly_is_dropped_with_its_reason(string written, int read, string text)
    {
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.UTF8).GetBytes(text);
        var line = CodePagesEncodingProvider.Instance.GetEncoding(read)!.GetString(bytes);

        var draft = MojibakeLines.Drop(new ArticleDraft { Lines = ["Before.", line, "After."] });

        Assert.Equal(["Before.", "", "After."], draft.Lines);
        Assert.Equal(new RemovedBlock(line, "mojibake"), Assert.Single(draft.Removed));
    }

    [Theory]
    [InlineData("It’s a long English sentence with one faulty apostrophe, donâ€™t you think, and it can still be read.")]
    [InlineData(Russian)]
    [InlineData("Österreichs Außenminister sprach über Größe, Wärme, Äpfel, Öl und Übermut.")]
    [InlineData("L'été, à Genève, où les élèves étaient créées égales. ÉLYSÉE")]
    [InlineData("Łódź, Šiauliai, Ďáblice, Žižkov, İstanbul, Ağrı, Reykjavík, Þingvellir")]
    [InlineData("Υπουργοί στην Αθήνα, РСФСР и СССР")]
    [InlineData("One lone \uFFFD stays.")]
    [InlineData("")]
    public void What_can_be_read_stays(string line) => Assert.False(MojibakeLines.IsMojibake(line));
}
