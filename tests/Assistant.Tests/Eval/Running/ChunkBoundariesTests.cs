using Assistant.Core;
using Assistant.Eval.Running;

namespace Assistant.Tests.Eval.Running;

public sealed class ChunkBoundariesTests
{
    private readonly ScriptedSuite _script = new(1);

    [Fact]
    public void Evidence_within_one_passage_is_whole() => Assert.False(Split(Cut(11)));

    [Fact]
    public void Evidence_across_two_passages_is_split() => Assert.True(Split(Cut(20)));

    [Fact]
    public void Without_evidence_the_answer_string_decides()
    {
        _script.Change(0, static question => question with { Evidence = [] });

        Assert.False(Split(Cut(20)));
        Assert.True(Split(Cut(30)));
    }

    [Fact]
    public void Without_evidence_or_a_verbatim_answer_nothing_is_split()
    {
        _script.Change(0, static question => question with { Evidence = [], Answers = ["free text"] });

        Assert.False(Split(Cut(20)));
    }

    private bool Split(Func<Article, IReadOnlyList<Passage>> chunk) =>
        ChunkBoundaries.Split(_script.Suite.Questions[0], new DocumentMap(_script.Suite), chunk);

    private static Func<Article, IReadOnlyList<Passage>> Cut(int at) => article =>
        [ScriptedSuite.PassageOf(article, 0, at), ScriptedSuite.PassageOf(article, at, article.Text.Length)];
}
