using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Certify.Facts;

namespace Certify.Trace.Model;

/// <summary>
/// The identity of what a requirement demands: SHA-256 over its normative fields and nothing else, so that a
/// better rationale, a moved file or a re-wrapped line keeps it, and a changed demand does not.
/// </summary>
// @llr CFY-LLR-004
public static class Fingerprint
{
    private const string Domain = "certify/requirement/1";

    /// <summary>Computes the fingerprint from id, tier, component, text, sorted parents, derived flag and verification.</summary>
    /// <returns>64 lower-case hex digits.</returns>
    public static string Of(
        string id,
        Tier tier,
        string component,
        string text,
        IEnumerable<string> parents,
        bool derived,
        VerificationMethod? verification)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Domain);
        Add(hash, id);
        Add(hash, tier.ToString());
        Add(hash, component);
        Add(hash, CollapseWhitespace(text));
        Add(hash, derived ? "derived" : "traced");
        Add(hash, verification?.ToString() ?? "none");
        foreach (var parent in parents.Order(StringComparer.Ordinal)) Add(hash, parent);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// Computes the fingerprint of an item of any tier from id, tier, component, text, derived flag, verification methods, links, and, where the
    /// item has them, level, kind of test and the attributes that the project calls normative.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="normative">Names of normative attributes, or null for none.</param>
    /// <returns>64 lower-case hex digits.</returns>
    public static string Of(TraceItem item, IReadOnlySet<string>? normative = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "certify/item/1");
        Add(hash, item.Id);
        Add(hash, item.Tier.ToString());
        Add(hash, item.Component);
        Add(hash, CollapseWhitespace(item.Text));
        Add(hash, item.Derived ? "derived" : "traced");
        foreach (var method in item.Verification.Order()) Add(hash, method.ToString());
        foreach (var link in item.Links.Select(l => l.Role + " " + l.Target).Order(StringComparer.Ordinal)) Add(hash, link);
        if (item.Level is { } level) Add(hash, "level " + level);
        if (item.TestKind is { } kind) Add(hash, "kind " + kind);
        if (normative is { Count: > 0 })
        {
            foreach (var attribute in item.Attributes.Where(a => normative.Contains(a.Name)).OrderBy(a => a.Name, StringComparer.Ordinal))
                Add(hash, "attribute " + attribute.Name + "=" + attribute.Value);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>SHA-256 of text with "\n" line ends, as 64 lower-case hex digits.</summary>
    public static string OfText(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    /// <summary>SHA-256 of bytes as 64 lower-case hex digits.</summary>
    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Gives the text with every run of white space as one blank.</summary>
    internal static string CollapseWhitespace(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text.AsSpan().Trim())
        {
            if (!char.IsWhiteSpace(c)) builder.Append(c);
            else if (builder[^1] != ' ') builder.Append(' ');
        }
        return builder.ToString();
    }

    // Lengths in front keep ("ab", "c") and ("a", "bc") apart.
    private static void Add(IncrementalHash hash, string field)
    {
        var bytes = Encoding.UTF8.GetBytes(field);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
