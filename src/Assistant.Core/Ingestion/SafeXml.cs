using System.Xml;

namespace Assistant.Core.Ingestion;

/// <summary>Opens XML from strangers: no document type, so no entities; nothing fetched.</summary>
internal static class SafeXml
{
    private const long MaximumCharacters = 64L * 1024 * 1024;

    /// <summary>Reads a stream and closes it.</summary>
    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings(DtdProcessing.Prohibit));

    /// <summary>Reads a text; a document type is passed over.</summary>
    public static XmlReader Open(string text) => XmlReader.Create(new StringReader(text), Settings(DtdProcessing.Ignore));

    private static XmlReaderSettings Settings(DtdProcessing documentTypes) => new()
    {
        DtdProcessing = documentTypes,
        XmlResolver = null,
        MaxCharactersInDocument = MaximumCharacters,
        CheckCharacters = false,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };
}
