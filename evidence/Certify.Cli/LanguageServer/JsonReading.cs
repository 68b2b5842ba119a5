using System.Text.Json;

namespace Certify.Cli.LanguageServer;

/// <summary>Reads JSON of any shape: what is not there, or is something else, is undefined or null, never an exception.</summary>
internal static class JsonReading
{
    /// <summary>A member of an object, or an undefined element.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>The first element of an array, or an undefined element.</summary>
    public static JsonElement First(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0 ? element[0] : default;

    /// <summary>The last element of an array, or an undefined element.</summary>
    public static JsonElement Last(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() is > 0 and var count ? element[count - 1] : default;

    /// <summary>A string, or null.</summary>
    public static string? Text(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String) return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }

    /// <summary>A number of at least 0 that fits in 32 bits, or null.</summary>
    public static int? Number(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) && number >= 0 ? number : null;
}
