using System.Globalization;
using System.Text;

namespace Certify.Trace.Formats.Doorstop;

/// <summary>Ids as names of files: letters, digits, '-', '_', '.' and others that any file system takes stay, the rest is "%XXXX".</summary>
internal static class DoorstopName
{
    /// <summary>The name without its extension.</summary>
    public static string Encode(string id)
    {
        var name = new StringBuilder(id.Length);
        foreach (var c in id)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || (c == '.' && name.Length > 0)) name.Append(c);
            else name.Append('%').Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }
        return name.ToString();
    }

    /// <summary>Undoes <see cref="Encode"/>.</summary>
    public static string Decode(string name)
    {
        if (!name.Contains('%', StringComparison.Ordinal)) return name;
        var id = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '%' && i + 4 < name.Length && ushort.TryParse(name.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var c))
            {
                id.Append((char)c);
                i += 4;
            }
            else id.Append(name[i]);
        }
        return id.ToString();
    }

    /// <summary>What stands before the number of an id, with the separator taken off: "CFY-LLR" and "-" of "CFY-LLR-001".</summary>
    public static (string Prefix, string Separator) PrefixOf(string id)
    {
        var letters = id.AsSpan().TrimEnd("0123456789");
        var bare = letters.TrimEnd("-_.");
        return bare.Length == 0 ? ("REQ", "") : (bare.ToString(), letters[bare.Length..].ToString());
    }
}
