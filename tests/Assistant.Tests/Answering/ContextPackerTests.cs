using Assistant.Core;
using Assistant.Core.Answering;

namespace Assistant.Tests.Answering;

public sealed class ContextPackerTests
{
    private static readonly Article First = Samples.Article("a", "One two three four five.\n\nSix seven eight nine ten.\n\nEleven twelve thirteen fourteen fifteen.");
    private static readonly Article Copy = Samples.Article("b", "One two three four five.");
    private static readonly ContextPacker Packer = new(static text => text.Split(' ').Length);

    [Fact]
    public void Joins_neighbours_and_keeps_the_best_first()
    {
        var packed = Packer.Pack([Samples.Passage(First, "Six seven eight nine ten."), Samples.Passage(First, "One two three four five.")], Articles(), 1000);

        var passage = Assert.Single(packed);
        Assert.Equal("One two three four five.\n\nSix seven eight nine ten.", passage.Text);
        Assert.Equal(1, passage.Number);
    }

    [Fact]
    public void Joins_what_a_later_passage_connects()
    {
        var packed = Packer.Pack(
            [Samples.Passage(First, "One two three four five."), Samples.Passage(First, "Eleven twelve thirteen fourteen fifteen."), Samples.Passage(First, "Six seven eight nine ten.")],
            Articles(), 1000);

        Assert.Equal(First.Text, Assert.Single(packed).Text);
    }

    [Fact]
    public void Leaves_out_repetitions()
    {
        var packed = Packer.Pack([Samples.Passage(First, "One two three four five."), Samples.Passage(Copy, "One two three four five.")], Articles(), 1000);

        Assert.Equal("a", Assert.Single(packed).Article.Id);
    }

    [Fact]
    public void Keeps_within_the_budget_but_always_packs_the_best()
    {
        var ranked = new[] { Samples.Passage(First, "One two three four five."), Samples.Passage(First, "Eleven twelve thirteen fourteen fifteen.") };

        Assert.Single(Packer.Pack(ranked, Articles(), 1));
        Assert.Equal(2, Packer.Pack(ranked, Articles(), 1000).Count);
    }

    [Fact]
    public void Leaves_out_a_passage_whose_article_changed()
    {
        var stale = Samples.Passage(First, "One two three four five.") with { Revision = "other" };

        Assert.Empty(Packer.Pack([stale], Articles(), 1000));
        Assert.Empty(Packer.Pack([], Articles(), 1000));
    }

    private static Dictionary<string, Article> Articles() => new() { ["a"] = First, ["b"] = Copy };
}
