using System.Text;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>
/// A link in one line of a cell: "TARGET", "TARGET@REVISION", "TARGET (sha256:HEX)" or all three. In target, revision and digest a backslash
/// stands before '\', '@' and '(', and "\n" and "\r" are the characters that would end the line, so that any id reads back as it was.
/// </summary>
internal static class LinkText
{
    private const string Digest = " (sha256:";

    /// <summary>Writes a link.</summary>
    public static void Append(StringBuilder to, TraceLink link)
    {
        Escape(to, link.Target);
        if (link.TargetRevision is not null) Escape(to.Append('@'), link.TargetRevision);
        if (link.TargetFingerprint is not null) Escape(to.Append(Digest), link.TargetFingerprint);
        if (link.TargetFingerprint is not null) to.Append(')');
    }

    /// <summary>Reads a line that <see cref="Append"/> wrote.</summary>
    public static TraceLink Parse(string role, ReadOnlySpan<char> line)
    {
        if (!line.ContainsAny('\\', '@', '(')) return new TraceLink(role, line.ToString());
        string? fingerprint = null, revision = null;
        var at = Find(line, '(');
        if (at > 0 && line[(at - 1)..].StartsWith(Digest, StringComparison.Ordinal) && line[^1] == ')')
        {
            fingerprint = Unescape(line[(at - 1 + Digest.Length)..^1]);
            line = line[..(at - 1)];
        }
        at = Find(line, '@');
        if (at >= 0)
        {
            revision = Unescape(line[(at + 1)..]);
            line = line[..at];
        }
        return new TraceLink(role, Unescape(line), revision, fingerprint);
    }

    private static int Find(ReadOnlySpan<char> text, char mark)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == mark) return i;
        }
        return -1;
    }

    private static void Escape(StringBuilder to, string text)
    {
        foreach (var c in text)
        {
            if (c is '\\' or '@' or '(') to.Append('\\').Append(c);
            else if (c == '\n') to.Append("\\n");
            else if (c == '\r') to.Append("\\r");
            else to.Append(c);
        }
    }

    private static string Unescape(ReadOnlySpan<char> text)
    {
        if (!text.Contains('\\')) return text.ToString();
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length) plain.Append(text[++i] switch { 'n' => '\n', 'r' => '\r', var c => c });
            else plain.Append(text[i]);
        }
        return plain.ToString();
    }
}
