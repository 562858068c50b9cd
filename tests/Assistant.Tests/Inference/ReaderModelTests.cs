using System.Text.Json;
using Assistant.Inference;

namespace Assistant.Tests.Inference;

public class ReaderModelTests
{
    [SharedFact]
    public void Gives_the_readings_of_the_reference_implementation()
    {
        JsonElement[] rows = SharedFolder.Rows("models", "golden", "reader.jsonl");
        Assert.True(rows.Length > 30);
        Assert.All(rows, row =>
        {
            string Text(string name) => row.GetProperty(name).GetString()!;
            Reading reading = Assert.Single(Models.Reader.Read(
                Text("question"), [new ReaderPassage(Text("title"), Text("passage"))], CancellationToken.None));
            JsonElement support = row.GetProperty("support_logits");
            Assert.Equal(support[0].GetDouble(), reading.SupportLogit, 0.05);
            Assert.Equal(support[1].GetDouble(), reading.ClaimLogit, 0.05);
            Assert.Equal(row.GetProperty("null_score").GetDouble(), reading.NullScore, 0.05);
            AnswerSpan? span = reading.BestSpan();
            if (row.GetProperty("span_score").ValueKind == JsonValueKind.Null)
            {
                Assert.Null(span);
            }
            else
            {
                Assert.NotNull(span);
                Assert.Equal(row.GetProperty("span_score").GetDouble(), span.Score, 0.05);
                Assert.Equal([row.GetProperty("span")[0].GetInt32(), row.GetProperty("span")[1].GetInt32()], new[] { span.Start, span.End });
            }
        });
    }
}
