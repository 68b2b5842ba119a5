using Certify.Facts;

namespace Certify.Packaging.Objectives;

/// <summary>
/// What is in the image, by component: the measure of "all code". Files belong to the component whose
/// symbols come from them, so requirements and coverage are held against what was linked, not what was named.
/// </summary>
internal sealed class ImageScope
{
    private readonly Dictionary<string, string> _byPath = new(StringComparer.Ordinal);

    public ImageScope(ImageFacts image)
    {
        Image = image;
        foreach (SymbolFact symbol in image.Symbols.Where(s => s.Source is not null).OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            _byPath.TryAdd(symbol.Source!.Path, symbol.Component);
        }

        Components = [.. image.Components.Where(c => c.Functions > 0 || c.CodeBytes > 0).Select(c => c.Name)
            .Concat(image.Symbols.Where(s => s.IsCode).Select(s => s.Component))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public ImageFacts Image { get; }

    /// <summary>Every component with code in the image, the compiler's own included.</summary>
    public IReadOnlyList<string> Components { get; }

    /// <summary>The component a source file went into, or the one named where no symbol comes from the file.</summary>
    public string ComponentOf(string path, string named) => _byPath.GetValueOrDefault(path, named);

    /// <summary>Functions of a component.</summary>
    public IEnumerable<SymbolFact> Functions(string component) =>
        Image.Symbols.Where(s => s.IsCode && s.Component == component);

    /// <summary>Gaps: functions whose source file carries no low-level requirement.</summary>
    /// <param name="trace">The links.</param>
    /// <param name="withoutSource">True to count functions that no source explains too.</param>
    public IEnumerable<string> Untagged(TraceFacts trace, bool withoutSource)
    {
        var llr = trace.Requirements.Where(r => r.Tier == Tier.Llr).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var tagged = trace.Code.Where(c => c.Requirements.Any(llr.Contains))
            .Select(c => c.Place.Path).ToHashSet(StringComparer.Ordinal);
        foreach (string component in Components)
        {
            SymbolFact[] functions = [.. Functions(component)];
            int untagged = functions.Count(f => f.Source is not null && !tagged.Contains(f.Source.Path));
            int without = functions.Count(f => f.Source is null);
            if (functions.Length == 0) yield return $"{component} has code but no listed function";
            if (untagged > 0)
                yield return $"{component}: {CheckResult.Number(untagged)} of {CheckResult.Count(functions.Length, "function")} from files without a low-level requirement";
            if (without > 0 && withoutSource)
                yield return $"{component}: {CheckResult.Count(without, "function")} without source that a requirement could be tagged to";
        }
    }
}
