using System.Text;

namespace Certify.Image.Ilc;

/// <summary>
/// ILC's mangled names back to C# names. Seen in ILC 10.0.14: assembly, namespace and type joined by "_" with
/// every other character replaced by "_"; methods after "__"; type arguments in "&lt;&gt;" joined by "__";
/// "_0", "_1" behind the name of a later overload. The form is not reversible by itself, so names of the
/// compiled assembly (<see cref="ManagedTypes"/>) decide where they are given.
/// </summary>
public sealed class IlcNames
{
    private readonly ManagedTypes? _types;
    private readonly string _prefix;

    /// <summary>Creates a book of names.</summary>
    /// <param name="types">Names of the compiled assembly, or null: then "_" is read as ".".</param>
    /// <param name="knownSymbols">Symbols to guess the assembly's name from where <paramref name="types"/> is null.</param>
    public IlcNames(ManagedTypes? types, IEnumerable<string>? knownSymbols = null)
    {
        _types = types;
        _prefix = types is not null ? Sanitize(types.Assembly) + "_" : GuessPrefix(knownSymbols ?? []);
    }

    /// <summary>The assembly's part at the start of mangled names, with its "_"; or "".</summary>
    public string Prefix => _prefix;

    /// <summary>The C# name of a mangled type name.</summary>
    public string Type(string mangled)
    {
        var open = mangled.IndexOf('<');
        if (open < 0) return _types?.Find(mangled) ?? Guess(mangled);
        var close = mangled.LastIndexOf('>');
        if (close < open) return Guess(mangled);
        var arguments = SplitArguments(mangled[(open + 1)..close]).Select(Type);
        return $"{WithoutArity(Type(mangled[..open]))}<{string.Join(", ", arguments)}>";
    }

    /// <summary>The C# name of a mangled method: "Ns.Type.Method"; other symbols come back as they are.</summary>
    public string Method(string symbol)
    {
        var at = MethodSeparator(symbol);
        if (at <= 0 || !symbol.StartsWith(_prefix, StringComparison.Ordinal) || _prefix.Length == 0) return symbol;
        var method = symbol[(at + 2)..];
        var open = method.IndexOf('<');
        if (open > 0 && method.EndsWith('>'))
            method = $"{method[..open]}<{string.Join(", ", SplitArguments(method[(open + 1)..^1]).Select(Type))}>";
        return $"{Type(symbol[..at])}.{MethodName(method)}";
    }

    /// <summary>A method's own name as .NET prints it: constructors are ".ctor" and ".cctor".</summary>
    public static string MethodName(string method) =>
        method is "_ctor" or "_cctor" || method.StartsWith("_ctor_", StringComparison.Ordinal) ? "." + method[1..] : method;

    /// <summary>The mangled type that a method symbol belongs to, or "".</summary>
    public string TypeOfMethod(string symbol)
    {
        var at = MethodSeparator(symbol);
        return at > 0 ? symbol[..at] : "";
    }

    /// <summary>What ILC makes of a name: letters, digits and "_" stay, anything else becomes "_".</summary>
    public static string Sanitize(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name) text.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        return text.ToString();
    }

    private string Guess(string mangled)
    {
        var plain = _prefix.Length > 0 && mangled.StartsWith(_prefix, StringComparison.Ordinal) ? mangled[_prefix.Length..] : mangled;
        return ReferenceEquals(plain, mangled) ? mangled : plain.Replace('_', '.');
    }

    private static string WithoutArity(string name)
    {
        var end = name.Length;
        while (end > 0 && char.IsAsciiDigit(name[end - 1])) end--;
        return end < name.Length && end > 0 && name[end - 1] is '.' or '_' ? name[..(end - 1)] : name;
    }

    /// <summary>The "__" between type and method: the last one outside "&lt;&gt;" that starts a name.</summary>
    private static int MethodSeparator(string symbol)
    {
        var (depth, found) = (0, -1);
        for (var i = 0; i + 1 < symbol.Length; i++)
        {
            if (symbol[i] == '<') depth++;
            else if (symbol[i] == '>') depth--;
            else if (depth == 0 && symbol[i] == '_' && symbol[i + 1] == '_' && i > 0)
            {
                found = i;
                i++;
            }
        }
        return found;
    }

    private IEnumerable<string> SplitArguments(string arguments)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i + 1 < arguments.Length; i++)
        {
            if (arguments[i] == '<') depth++;
            else if (arguments[i] == '>') depth--;
            else if (depth == 0 && arguments[i] == '_' && arguments[i + 1] == '_' && IsWhole(arguments[start..i]))
            {
                yield return arguments[start..i];
                start = i + 2;
                i++;
            }
        }
        yield return arguments[start..];
    }

    private bool IsWhole(string argument) => _types is null || !argument.StartsWith(_prefix, StringComparison.Ordinal)
        || argument.Contains('<') || _types.Find(argument) is not null;

    private static string GuessPrefix(IEnumerable<string> symbols) => symbols
        .Select(s => (Symbol: s, At: s.IndexOf("_System_", StringComparison.Ordinal)))
        .Where(s => s.At > 0 && char.IsAsciiLetter(s.Symbol[0]) && !s.Symbol[..s.At].Contains('<'))
        .GroupBy(s => s.Symbol[..(s.At + 1)], StringComparer.Ordinal)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key ?? "";
}
