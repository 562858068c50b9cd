namespace Assistant.Core.Indexing;

/// <summary>Why an index cannot be used.</summary>
public enum IndexFailure
{
    /// <summary>The file is not an index of this program.</summary>
    NotAnIndex,

    /// <summary>The file's content is damaged.</summary>
    Damaged,

    /// <summary>The file was written by a newer version of the program.</summary>
    NewerSchema,

    /// <summary>The index was built with another model, chunker, cleaner or analyser.</summary>
    FingerprintMismatch,

    /// <summary>Another process, or another index object of this one, is writing.</summary>
    OtherWriter,

    /// <summary>The file cannot be read or written: rights, disk space, a lock.</summary>
    Unavailable,
}
