namespace Assistant.Core.Ingestion.Web;

/// <summary>What a server answered.</summary>
/// <param name="Address">Where the page was found, after all redirects.</param>
internal sealed record WebPage(Uri Address)
{
    /// <summary>The page did not change since the visit whose validator was sent; there are no bytes.</summary>
    public bool IsUnmodified { get; init; }

    /// <summary>The page, unpacked.</summary>
    public byte[] Bytes { get; init; } = [];

    /// <summary>Media type without parameters; null when none is stated.</summary>
    public string? MediaType { get; init; }

    /// <summary>Encoding; null when none is stated.</summary>
    public string? Charset { get; init; }

    /// <summary>What to send at the next visit.</summary>
    public PageValidator Validator { get; init; } = PageValidator.None;
}

/// <summary>Lets a server say that a page did not change.</summary>
/// <param name="ETag">Its entity tag, as it was sent.</param>
/// <param name="LastModified">Its time of modification, as it was sent.</param>
internal sealed record PageValidator(string? ETag, string? LastModified)
{
    /// <summary>The whole page is asked for.</summary>
    public static PageValidator None { get; } = new(null, null);
}
