using Assistant.Core;
using Assistant.Eval.Metrics;
using Assistant.Eval.Running;

namespace Assistant.Tests.Eval.Comparison;

/// <summary>Made-up runs: six questions a group, the last two of each group not answerable.</summary>
internal static class SyntheticRun
{
    private const int GroupSize = 6;

    public static RunResult Make(int groups, Random random)
    {
        QuestionResult[] rows = [.. Enumerable.Range(0, groups * GroupSize).Select(n => Row(n, random))];
        return new() { Suite = "made-up", SuiteHash = "s", IndexFingerprint = "i", Rows = rows };
    }

    public static RunResult With(this RunResult run, Func<QuestionResult, QuestionResult> change) =>
        run with { Rows = [.. run.Rows.Select(change)] };

    public static QuestionResult WithMetric(this QuestionResult row, string name, double value) => row with
    {
        Metrics = new Dictionary<string, double>(row.Metrics) { [name] = value },
    };

    /// <summary>Changes as many questions for the better as for the worse, half of a group's together.</summary>
    public static RunResult WithNoise(this RunResult run, double share, Random random)
    {
        Dictionary<string, bool> direction = run.Rows
            .Select(row => row.Group).Distinct().ToDictionary(group => group, _ => random.Next(2) == 0);
        return run.With(row =>
        {
            foreach (string name in row.Metrics.Keys)
            {
                if (random.NextDouble() < share)
                    row = row.WithMetric(name, Move(name, random, direction[row.Group]));
            }

            return row;
        });
    }

    private static double Move(string name, Random random, bool isGroupUp)
    {
        bool isUp = random.Next(2) == 0 ? isGroupUp : random.Next(2) == 0;
        double low = name == MetricName.Ndcg ? random.NextDouble() * 0.5 : 0;
        return isUp ? 1 - low : low;
    }

    private static QuestionResult Row(int number, Random random)
    {
        bool isAnswerable = number % GroupSize < 4;
        string text = $"Answer {number}.";
        return new()
        {
            Id = $"q{number}",
            Question = $"Question {number}?",
            Group = $"g{number / GroupSize}",
            Answerable = isAnswerable,
            Status = isAnswerable ? AnswerStatus.Answered : AnswerStatus.NoEvidence,
            Text = text,
            Confidence = isAnswerable ? 0.5 + (random.NextDouble() / 2) : random.NextDouble() * 0.7,
            LatencyMs = 10 + number,
            Metrics = isAnswerable
                ? new Dictionary<string, double>
                {
                    [MetricName.AnswerSentenceHit] = random.Next(2),
                    [MetricName.Ndcg] = random.Next(2),
                    [MetricName.WrongRefusal] = 0,
                }
                : new Dictionary<string, double> { [MetricName.FalseAnswer] = random.Next(2) },
        };
    }
}
