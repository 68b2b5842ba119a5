using System.Text.Json;

namespace Certify.Trace.Formats.Json;

/// <summary>Texts that may be JSON.</summary>
internal static class JsonText
{
    /// <summary>True where the whole text is one JSON value.</summary>
    public static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = JsonSource.DepthMax });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
