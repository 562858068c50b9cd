using System.Text;

namespace Assistant.Core.Configuration;

/// <summary>Makes sure that Unicode normalisation works: without it text would be tokenized wrongly, in silence.</summary>
public static class UnicodeSupport
{
    private const string Composed = "\u00e9";
    private const string Decomposed = "e\u0301";

    /// <summary>Does nothing where it works.</summary>
    /// <exception cref="ConfigurationException">The runtime was set to do without ICU.</exception>
    public static void Require()
    {
        if (Composed.Normalize(NormalizationForm.FormD) == Decomposed && Decomposed.Normalize(NormalizationForm.FormC) == Composed) return;
        throw new ConfigurationException(
            "Unicode normalisation does not work here, so articles and questions would be misread. Install ICU (the package libicu) "
            + "and do not set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
    }
}
