using System.Text.Json;
using Assistant.Core;

namespace Assistant.Tests;

public sealed class AssistantJsonTests
{
    [Theory]
    [InlineData("2019-08-27T18:40:00+03:00", "\"2019-08-27T15:40:00Z\"")]
    [InlineData("2019-08-27T15:40:00.25Z", "\"2019-08-27T15:40:00.25Z\"")]
    public void Times_are_written_in_utc(string time, string expected) =>
        Assert.Equal(expected, JsonSerializer.Serialize(
            DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), AssistantJson.Options));

    [Fact]
    public void Enums_are_snake_case_and_numbers_are_no_enums()
    {
        Assert.Equal("\"not_a_claim\"", JsonSerializer.Serialize(Verdict.NotAClaim, AssistantJson.Options));
        Assert.Equal(AnswerStatus.NoEvidence, JsonSerializer.Deserialize<AnswerStatus>("\"no_evidence\"", AssistantJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AnswerStatus>("1", AssistantJson.Options));
    }

    [Fact]
    public void Names_are_camel_case_and_nulls_and_keys_are_left_out()
    {
        var article = Ingestion.SampleText.ArticleOf("“Größe” <b>") with { Id = "id", Revision = "r", ContentHash = "h" };

        Assert.Equal(
            """{"id":"id","revision":"r","title":"Title","source":"Test","language":"en","text":"“Größe” <b>","contentHash":"h","ingestedAt":"0001-01-01T00:00:00Z"}""",
            JsonSerializer.Serialize(article, AssistantJson.Options));
    }
}
