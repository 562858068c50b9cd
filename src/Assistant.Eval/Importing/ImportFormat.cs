namespace Assistant.Eval.Importing;

/// <summary>A public data set's form.</summary>
internal enum ImportFormat
{
    /// <summary>BEIR: a folder of corpus, queries and qrels.</summary>
    Beir,

    /// <summary>SQuAD 1.1 and 2.0.</summary>
    Squad,

    /// <summary>CLAPNQ's annotated data.</summary>
    ClapNq,

    /// <summary>MTRAG and MTRAG-UN generation tasks, with or without corpora.</summary>
    Mtrag,
}
