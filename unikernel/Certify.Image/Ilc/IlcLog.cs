using Certify.Facts;

namespace Certify.Image.Ilc;

/// <summary>What ILC's --verbose log says about statics. Lines seen in ILC 10.0.14.</summary>
public static class IlcLog
{
    private const string Done = "ILC: Preinitialized type '", Not = "ILC: Could not preinitialize '";

    /// <summary>
    /// Types whose statics ILC fixed at compile time, and those it could not with its reason, each in ordinal
    /// order without assembly names ("Ns.Type" and "Ns.Type: reason").
    /// </summary>
    public static StaticsFact ReadStatics(string log)
    {
        var (done, not) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var raw in log.Split('\n'))
        {
            var line = raw.TrimEnd('\r');
            if (line.StartsWith(Done, StringComparison.Ordinal)) done.Add(WithoutAssembly(line[Done.Length..].TrimEnd('\'')));
            else if (line.StartsWith(Not, StringComparison.Ordinal)) not.Add(Failure(line[Not.Length..]));
        }
        return new([.. done], [.. not]);
    }

    private static string Failure(string text)
    {
        var end = text.IndexOf('\'');
        if (end < 0) return WithoutAssembly(text);
        var reason = text[(end + 1)..].TrimStart(':', ' ');
        return $"{WithoutAssembly(text[..end])}: {WithoutAssembly(reason)}";
    }

    private static string WithoutAssembly(string text)
    {
        for (var open = text.IndexOf('['); open >= 0; open = text.IndexOf('[', open))
        {
            var close = text.IndexOf(']', open);
            // "[]" and "[,]" are array ranks, not assemblies.
            if (close < 0) break;
            if (text.AsSpan(open + 1, close - open - 1).Trim(",").IsEmpty) open = close;
            else text = text.Remove(open, close - open + 1);
            if (open >= text.Length) break;
        }
        return text;
    }
}
