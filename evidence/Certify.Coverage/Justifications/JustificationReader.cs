using System.Text.RegularExpressions;
using Certify.Coverage.Instrumentation;
using Certify.Coverage.Recording;
using Certify.Facts;

namespace Certify.Coverage.Justifications;

/// <summary>
/// Reads justification files: items "## FM-JUS-001 Title" with the fields "- class: defensive" and
/// "- obligation: Tsm.cs "source text" [in Member] [number N] [outcome true|false]" (repeatable), then the reason.
/// </summary>
public static partial class JustificationReader
{
    private static readonly string[] s_classes = ["defensive", "deactivated", "tool-limit"];

    /// <summary>Reads several files into one.</summary>
    public static JustificationFile Read(IEnumerable<(string Path, string Text)> files)
    {
        var items = new List<Justification>();
        var findings = new List<CoverageFinding>();
        foreach (var (path, text) in files.OrderBy(f => f.Path, StringComparer.Ordinal)) ReadOne(path, text, items, findings);
        foreach (var twice in items.GroupBy(i => i.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            findings.Add(Malformed($"'{twice.Key}' is used twice; give each justification its own id", twice.Last().Place));
        }
        return new JustificationFile(items, findings);
    }

    private static void ReadOne(string path, string text, List<Justification> items, List<CoverageFinding> findings)
    {
        Draft? draft = null;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var place = new SourcePlace(path, i + 1);
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                draft?.Finish(items, findings);
                var heading = Heading().Match(lines[i]);
                draft = heading.Success ? new Draft(heading.Groups["id"].Value, heading.Groups["title"].Value.Trim(), place) : null;
                if (draft is null) findings.Add(Malformed($"'{lines[i]}' is no heading of a justification; write '## FM-JUS-001 Title'", place));
            }
            else if (draft is not null && Field().Match(lines[i]) is { Success: true } field && !draft.HasReason)
            {
                draft.Add(field.Groups["name"].Value, field.Groups["value"].Value.Trim(), place, findings);
            }
            else
            {
                draft?.AddReason(lines[i]);
            }
        }
        draft?.Finish(items, findings);
    }

    private static CoverageFinding Malformed(string message, SourcePlace place) => new("COV-004", message, place);

    [GeneratedRegex(@"^## (?<id>[A-Z][A-Z0-9]*-JUS-[0-9]{3,})\s+(?<title>\S.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^- (?<name>[a-z-]+):(?<value>.*)$")]
    private static partial Regex Field();

    [GeneratedRegex("""^(?<file>\S+\.cs)\s+"(?<text>.+)"(\s+in\s+(?<member>[\w.]+))?(\s+number\s+(?<number>[1-9][0-9]{0,3}))?(\s+outcome\s+(?<outcome>true|false))?$""")]
    private static partial Regex Obligation();

    private sealed class Draft(string id, string title, SourcePlace place)
    {
        private readonly List<ObligationReference> _obligations = [];
        private readonly List<string> _reason = [];
        private string? _class;
        private bool _broken;

        public bool HasReason => _reason.Any(l => l.Trim().Length > 0);

        public void Add(string name, string value, SourcePlace at, List<CoverageFinding> findings)
        {
            if (name == "class" && s_classes.Contains(value)) _class = value;
            else if (name == "obligation" && Obligation().Match(value) is { Success: true } m) _obligations.Add(Reference(m, at));
            else
            {
                _broken = true;
                findings.Add(Malformed(name switch
                {
                    "class" => $"{id}: '{value}' is no class; write one of {string.Join(", ", s_classes)}",
                    "obligation" => $"{id}: '{value}' names no obligation; write: File.cs \"source text\" [in Member] [number N] [outcome true|false]",
                    _ => $"{id}: unknown field '{name}'; fields are class and obligation",
                }, at));
            }
        }

        public void AddReason(string line) => _reason.Add(line.TrimEnd());

        public void Finish(List<Justification> items, List<CoverageFinding> findings)
        {
            var reason = string.Join('\n', _reason).Trim();
            if (_broken) return;
            if (_class is null) findings.Add(Malformed($"{id}: no class; add '- class: defensive'", place));
            else if (_obligations.Count == 0) findings.Add(Malformed($"{id}: no obligation; add '- obligation: File.cs \"source text\"'", place));
            else if (reason.Length == 0) findings.Add(Malformed($"{id}: no reason; say below the fields why the gap is acceptable", place));
            else items.Add(new Justification(id, title, _class, _obligations, reason, place));
        }

        private static ObligationReference Reference(Match match, SourcePlace at) => new(
            match.Groups["file"].Value,
            SourceForms.Collapse(match.Groups["text"].Value),
            match.Groups["member"] is { Success: true } member ? member.Value : null,
            match.Groups["number"] is { Success: true } number ? int.Parse(number.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null,
            match.Groups["outcome"] is { Success: true } outcome ? outcome.Value == "true" : null,
            at);
    }
}

/// <summary>What people wrote about gaps, and what is malformed in it.</summary>
public sealed record JustificationFile(IReadOnlyList<Justification> Items, IReadOnlyList<CoverageFinding> Findings)
{
    /// <summary>No justifications.</summary>
    public static JustificationFile Empty { get; } = new([], []);
}

/// <summary>One justification as written.</summary>
public sealed record Justification(
    string Id, string Title, string Class, IReadOnlyList<ObligationReference> Obligations, string Reason, SourcePlace Place);

/// <summary>A reference to obligations by source text.</summary>
/// <param name="File">File name, or the end of its path.</param>
/// <param name="Text">Exact source text, white space collapsed.</param>
/// <param name="Member">Name of the member it is in, to tell equal texts apart, or null.</param>
/// <param name="Number">Which of the equal texts in source order, from 1, or null.</param>
/// <param name="Outcome">The outcome of a decision that is not reached, or null for all of it.</param>
/// <param name="Place">Where it is written.</param>
public sealed record ObligationReference(string File, string Text, string? Member, int? Number, bool? Outcome, SourcePlace Place)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{File} \"{Text}\"" + (Member is null ? "" : $" in {Member}") + (Number is null ? "" : FormattableString.Invariant($" number {Number}"))
        + (Outcome is null ? "" : Outcome.Value ? " outcome true" : " outcome false");
}
