namespace Assistant.Core.Keys;

/// <summary>A key that was just made.</summary>
/// <param name="Key">What is kept of it.</param>
/// <param name="Secret">What a client presents, <c>asst_&lt;id&gt;_&lt;43 characters&gt;</c>; exists nowhere else.</param>
public sealed record CreatedKey(ApiKey Key, string Secret);
