namespace Assistant.Eval.Running;

/// <summary>Names the one cause of a miss: the first stage, in the order of the pipeline, that lost the answer. Pure.</summary>
internal static class MissAnalysis
{
    /// <summary>The cause; null when the question did not miss.</summary>
    public static MissCause? Find(MissFacts facts)
    {
        if (facts is { IsAnswered: true, IsQuotedExactly: false }) return MissCause.MisCited;
        if (!facts.IsAnswerable) return facts.IsAnswered ? MissCause.WronglyAnswered : null;
        if (IsHit(facts)) return null;
        if (facts is { IsAnswered: true, HoldsAnswer: true }) return MissCause.MisCited;
        return LostBeforeReading(facts) ?? LostAfterReading(facts);
    }

    /// <summary>Where quotes cannot be judged, citing a gold document counts.</summary>
    private static bool IsHit(MissFacts facts) => facts.IsAnswered && (facts.IsHit ?? facts.Ranks.Answer is not null);

    private static MissCause? LostBeforeReading(MissFacts facts)
    {
        if (!facts.IsIngested) return MissCause.NotIngested;
        if (facts.IsSplit) return MissCause.SplitByChunking;
        if (facts.Ranks is { Dense: null, Lexical: null }) return MissCause.NotRetrieved;
        return facts.Ranks.Reader is null ? MissCause.LostInFusion : null;
    }

    private static MissCause LostAfterReading(MissFacts facts)
    {
        if (!facts.IsAnswered) return MissCause.WronglyRefused;
        return facts.Ranks.Answer is null ? MissCause.DroppedByReader : MissCause.WrongSpan;
    }
}
