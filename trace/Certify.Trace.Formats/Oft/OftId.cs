using System.Diagnostics.CodeAnalysis;

namespace Certify.Trace.Formats.Oft;

/// <summary>
/// An id of OpenFastTrace: artifact type, name and revision, "req~name~1". In the model the id is "req~name" and the revision stands for itself, so that
/// links to other revisions are seen as outdated or predated, not as dangling.
/// </summary>
/// <param name="Type">Artifact type: letters and digits.</param>
/// <param name="Name">Letters, digits, '.', '_' and '-'.</param>
/// <param name="Revision">Digits.</param>
internal sealed record OftId(string Type, string Name, string Revision)
{
    /// <summary>Id in the model.</summary>
    public string ItemId => $"{Type}~{Name}";

    /// <inheritdoc/>
    public override string ToString() => $"{Type}~{Name}~{Revision}";

    /// <summary>Reads an id that fills the whole text.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out OftId? id)
    {
        id = null;
        var length = Length(text);
        if (length == 0 || length != text.Length) return false;
        var first = text.IndexOf('~');
        var last = text.LastIndexOf('~');
        id = new OftId(text[..first].ToString(), text[(first + 1)..last].ToString(), text[(last + 1)..].ToString());
        return true;
    }

    /// <summary>Number of characters at the begin of a text that are an id, or 0.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && char.IsAsciiLetterOrDigit(text[at])) at++;
        if (at is 0 or > 100 || at >= text.Length || text[at] != '~') return 0;
        var name = ++at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or '_' or '-')) at++;
        if (at == name || at - name > 200 || at >= text.Length || text[at] != '~') return 0;
        var revision = ++at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at == revision || at - revision > 9 ? 0 : at;
    }

    /// <summary>True when a text can be the type.</summary>
    public static bool IsType(ReadOnlySpan<char> text) => text.Length is > 0 and <= 100 && !text.ContainsAnyExcept(s_letters);

    private static readonly System.Buffers.SearchValues<char> s_letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
}
