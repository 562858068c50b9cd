using System.ComponentModel.DataAnnotations;
using Assistant.Core.Keys;

namespace Assistant.Core.Configuration;

/// <summary>A key to the API that stands in the configuration: <c>Api:Keys:0:Hash</c>, <c>Api:Keys:0:Scope</c>.</summary>
public sealed class ApiKeyOptions
{
    /// <summary>SHA-256 of the whole key, 64 hexadecimal digits; the key itself never stands in a configuration.</summary>
    [Required(ErrorMessage = "Api:Keys has an entry without a Hash.")]
    [RegularExpression("^[0-9a-fA-F]{64}$", ErrorMessage = "Api:Keys: Hash must be the key's SHA-256, 64 hexadecimal digits.")]
    public string? Hash { get; set; }

    /// <summary>What the key allows.</summary>
    public KeyScope Scope { get; set; }
}
