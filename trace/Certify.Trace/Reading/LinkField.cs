using System.Text;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Reading;

/// <summary>A list of links on one line: ids parted by commas, each with '@revision' and ' (sha256:HEX)' where the link names them.</summary>
internal static class LinkField
{
    /// <summary>Reads the links of a field.</summary>
    /// <param name="value">The field's value, not "none".</param>
    /// <param name="role">Role of the links.</param>
    /// <param name="place">Where the field stands.</param>
    /// <param name="links">Takes the links that could be read.</param>
    /// <param name="malformed">Takes each part that is no link.</param>
    public static void Read(ReadOnlySpan<char> value, string role, SourcePlace place, List<TraceLink> links, Action<string> malformed)
    {
        while (true)
        {
            value = value.TrimStart();
            var end = ReadOne(value, role, place, out var link);
            var part = value[..end].Trim();
            if (link is not null) links.Add(link);
            else malformed(part.ToString());
            if (end == value.Length) return;
            value = value[(end + 1)..];
        }
    }

    /// <summary>Writes a link's target.</summary>
    public static void Write(StringBuilder builder, TraceLink link)
    {
        builder.Append(IdToken.Write(link.Target));
        if (link.TargetRevision is { } revision) builder.Append('@').Append(IsBare(revision) ? revision : QuotedText.Quote(revision));
        if (link.TargetFingerprint is { } print) builder.Append(" (sha256:").Append(IsBare(print) ? print : QuotedText.Quote(print)).Append(')');
    }

    // Gives the position behind the link: that of a comma, or the end.
    private static int ReadOne(ReadOnlySpan<char> value, string role, SourcePlace place, out TraceLink? link)
    {
        link = null;
        string target;
        int at;
        if (value.Length > 0 && value[0] is '`' or '"')
        {
            if (!IdToken.TryReadMarked(value, out target, out at)) return Comma(value, 0);
        }
        else
        {
            at = value.IndexOfAny(',', '@', '(');
            if (at < 0) at = value.Length;
            var bare = value[..at].TrimEnd();
            if (!ItemId.IsWellFormed(bare)) return Comma(value, at);
            target = bare.ToString();
        }

        string? revision = null, print = null;
        if (at < value.Length && value[at] == '@' && !ReadPart(value, ref at, 1, out revision)) return Comma(value, at);
        var rest = value[at..].TrimStart();
        if (rest.StartsWith("(sha256:", StringComparison.Ordinal))
        {
            at = value.Length - rest.Length;
            if (!ReadPart(value, ref at, 8, out print) || at >= value.Length || value[at] != ')') return Comma(value, at);
            at++;
        }

        var comma = Comma(value, at);
        if (value[at..comma].Trim().Length == 0) link = new TraceLink(role, target, revision, print, place);
        return comma;
    }

    private static bool ReadPart(ReadOnlySpan<char> value, ref int at, int skip, out string? part)
    {
        part = null;
        var rest = value[(at + skip)..];
        if (rest.Length > 0 && rest[0] == '"')
        {
            if (!QuotedText.TryRead(rest, out part, out var length)) return false;
            at += skip + length;
            return true;
        }

        var end = rest.IndexOfAny(" ,()");
        if (end < 0) end = rest.Length;
        if (!IsBare(rest[..end])) return false;
        part = rest[..end].ToString();
        at += skip + end;
        return true;
    }

    private static bool IsBare(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_' or '+')) return false;
        }
        return text.Length > 0;
    }

    private static int Comma(ReadOnlySpan<char> value, int from)
    {
        var comma = value[from..].IndexOf(',');
        return comma < 0 ? value.Length : from + comma;
    }
}
