using Assistant.Core;
using Assistant.Eval.Suites;

namespace Assistant.Tests.Eval.Suites;

public sealed class SuiteSelectionTests
{
    private static readonly Suite Suite = new()
    {
        Name = "s",
        Path = "s",
        Hash = "",
        Documents = new Dictionary<string, Article>(),
        Questions =
        [
            .. Enumerable.Range(0, 40).Select(static i => new SuiteQuestion
            {
                Id = $"q{i}",
                Text = "?",
                Answerable = false,
                Group = "g",
                Split = i % 2 == 0 ? "dev" : "test",
            }),
        ],
    };

    [Fact]
    public void Smaller_limits_are_subsets_of_larger_ones_in_the_order_of_the_file()
    {
        var small = Suite.Select(5, null).Select(static question => question.Id).ToList();
        var large = Suite.Select(20, null).Select(static question => question.Id).ToList();

        Assert.Equal(5, small.Count);
        Assert.Empty(small.Except(large));
        Assert.Equal(large.OrderBy(static id => int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture)), large);
        Assert.NotEqual(Suite.Questions.Take(5).Select(static question => question.Id), small);
    }

    [Fact]
    public void Takes_one_split_only_when_asked()
    {
        Assert.Equal(20, Suite.Select(null, "test").Count);
        Assert.All(Suite.Select(7, "dev"), static question => Assert.Equal("dev", question.Split));
    }

    [Fact]
    public void A_limit_beyond_the_end_takes_all() => Assert.Equal(40, Suite.Select(1000, null).Count);
}
