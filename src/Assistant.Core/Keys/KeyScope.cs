namespace Assistant.Core.Keys;

/// <summary>What a key allows.</summary>
public enum KeyScope
{
    /// <summary>Ask, search and read articles.</summary>
    Read,

    /// <summary>All of that, and add, replace and erase articles.</summary>
    Write,
}
