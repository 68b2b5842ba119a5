using Certify.Facts;

namespace Certify.ImageAnalysis.Rules;

/// <summary>The lists that the image is judged by (image-rules.json beside this file), each entry with its reason.</summary>
internal sealed record ImageRules(
    IReadOnlyList<ForbiddenSymbol> Forbidden,
    IReadOnlyList<FaultEntry> FaultEntries,
    IReadOnlyList<SymbolReason> WithoutSource,
    IReadOnlyList<PathReason> WithoutRequirement,
    IReadOnlyList<SymbolReason> WithoutPath)
{
    private static readonly Lazy<ImageRules> s_default = new(Load);

    /// <summary>The lists of this version.</summary>
    public static ImageRules Default => s_default.Value;

    /// <summary>True when a text fits a pattern, in which '*' stands for any characters.</summary>
    public static bool Fits(string pattern, string text)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1) return string.Equals(pattern, text, StringComparison.Ordinal);
        if (!text.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length - 1; i++)
        {
            var found = text.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + parts[i].Length;
        }

        return text.Length - at >= parts[^1].Length && text.EndsWith(parts[^1], StringComparison.Ordinal);
    }

    private static ImageRules Load()
    {
        using var stream = typeof(ImageRules).Assembly.GetManifestResourceStream("image-rules.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return FactJson.Read<ImageRules>(bytes.ToArray(), "image-rules.json");
    }
}

/// <summary>A symbol that no image may hold.</summary>
internal sealed record ForbiddenSymbol(string Symbol, string What, string Reason);

/// <summary>A function that ends the machine, and the check that calls it.</summary>
internal sealed record FaultEntry(string Symbol, string Check, string Reason);

/// <summary>Why a symbol is as it is.</summary>
internal sealed record SymbolReason(string Symbol, string Reason);

/// <summary>Why sources on a path need no requirement.</summary>
internal sealed record PathReason(string Path, string Reason);
