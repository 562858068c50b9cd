using Assistant.Eval.Running;

namespace Assistant.Tests.Eval.Running;

public sealed class MissAnalysisTests
{
    private static readonly GoldRanks Found = new(Dense: 1, Lexical: 2, Fused: 1, Reader: 1, Answer: 1);
    private static readonly MissFacts Hit = new() { IsAnswerable = true, IsAnswered = true, IsHit = true, HoldsAnswer = true, Ranks = Found };
    private static readonly MissFacts Wrong = Hit with { IsHit = false, HoldsAnswer = false };
    private static readonly MissFacts Refused = Wrong with { IsAnswered = false, Ranks = Found with { Answer = null } };

    [Fact]
    public void A_hit_has_no_cause() => Assert.Null(MissAnalysis.Find(Hit));

    [Fact]
    public void Refusing_what_cannot_be_answered_has_no_cause() =>
        Assert.Null(MissAnalysis.Find(Refused with { IsAnswerable = false, Ranks = new GoldRanks() }));

    [Fact]
    public void Citing_a_gold_document_is_a_hit_where_quotes_cannot_be_judged() =>
        Assert.Null(MissAnalysis.Find(Hit with { IsHit = null, HoldsAnswer = false }));

    [Fact]
    public void Not_ingested_comes_before_all_else() =>
        Assert.Equal(MissCause.NotIngested, MissAnalysis.Find(Refused with { IsIngested = false, IsSplit = true, Ranks = new GoldRanks() }));

    [Fact]
    public void Split_by_chunking_comes_before_retrieval() =>
        Assert.Equal(MissCause.SplitByChunking, MissAnalysis.Find(Refused with { IsSplit = true, Ranks = new GoldRanks() }));

    [Fact]
    public void Not_retrieved_when_neither_list_has_it() =>
        Assert.Equal(MissCause.NotRetrieved, MissAnalysis.Find(Wrong with { Ranks = new GoldRanks() }));

    [Fact]
    public void Lost_in_fusion_when_retrieved_but_not_read() =>
        Assert.Equal(MissCause.LostInFusion, MissAnalysis.Find(Refused with { Ranks = new GoldRanks(Lexical: 3, Fused: 14) }));

    [Fact]
    public void Dropped_by_reader_when_read_but_another_document_is_cited() =>
        Assert.Equal(MissCause.DroppedByReader, MissAnalysis.Find(Wrong with { Ranks = Found with { Answer = null } }));

    [Fact]
    public void Wrong_span_when_the_right_document_is_cited_in_the_wrong_place() =>
        Assert.Equal(MissCause.WrongSpan, MissAnalysis.Find(Wrong));

    [Fact]
    public void Wrongly_refused_when_read_and_refused() =>
        Assert.Equal(MissCause.WronglyRefused, MissAnalysis.Find(Refused));

    [Fact]
    public void Wrongly_answered_when_it_cannot_be_answered() =>
        Assert.Equal(MissCause.WronglyAnswered, MissAnalysis.Find(Wrong with { IsAnswerable = false }));

    [Fact]
    public void Mis_cited_when_the_answer_is_right_but_beside_the_evidence() =>
        Assert.Equal(MissCause.MisCited, MissAnalysis.Find(Wrong with { HoldsAnswer = true }));

    [Fact]
    public void Mis_cited_when_a_quote_is_not_exact_even_if_it_hits() =>
        Assert.Equal(MissCause.MisCited, MissAnalysis.Find(Hit with { IsQuotedExactly = false }));
}
