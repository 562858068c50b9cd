namespace Assistant.Core.Indexing;

/// <summary>Where an article was read from, so that a later run knows what changed and what is gone.</summary>
/// <param name="Location">The file's full path, or the address of the page or feed.</param>
/// <param name="ArticleId">The article; a location may hold several, and an article may be at several.</param>
/// <param name="Root">Name of the file's root; null for an address.</param>
/// <param name="Path">The file's path under its root, with <c>/</c>, in NFC; null for an address.</param>
/// <param name="ETag">The address's last entity tag; null when it stated none.</param>
/// <param name="LastModified">The address's last modification time as it stated it; null when it stated none.</param>
public sealed record TrackedSource(
    string Location, string ArticleId, string? Root = null, string? Path = null, string? ETag = null, string? LastModified = null);
