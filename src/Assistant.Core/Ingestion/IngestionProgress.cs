namespace Assistant.Core.Ingestion;

/// <summary>How far an ingestion has come.</summary>
/// <param name="FilesDone">Files with a row.</param>
/// <param name="FilesTotal">Files found.</param>
/// <param name="PassagesEmbedded">Passages embedded so far.</param>
/// <param name="Path">The file that was just looked at.</param>
public sealed record IngestionProgress(int FilesDone, int FilesTotal, int PassagesEmbedded, string Path);
