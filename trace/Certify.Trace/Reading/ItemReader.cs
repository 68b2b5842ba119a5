using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;
using static Certify.Trace.Reading.ItemId;

namespace Certify.Trace.Reading;

/// <summary>Gives the fields of raw items their meaning; what is missing, malformed or forbidden for the tier is a finding.</summary>
// @llr CFY-LLR-003
internal sealed class ItemReader(InputFile file, ItemSchema schema, FindingList findings)
{
    private static readonly HashSet<string> s_noneBroken = [];
    private static readonly VerificationMethod[][] s_single = [[VerificationMethod.Test], [VerificationMethod.Analysis], [VerificationMethod.Review]];

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly List<TraceLink> _links = [];
    private readonly List<ItemAttribute> _attributes = [];
    private RawItem _raw = new("");
    private SourcePlace? _linkPlace;

    /// <summary>Reads one item. Broken fields have their neutral value and are named in <see cref="TraceItem.Broken"/>.</summary>
    public TraceItem Read(RawItem raw)
    {
        _raw = raw;
        _links.Clear();
        _attributes.Clear();
        var tier = Tier();
        var requirement = TierName.IsRequirement(tier);
        var system = tier == ItemTier.System;
        if (requirement) RequireAll(system ? [ItemFields.Component] : [ItemFields.Component, ItemFields.Parents, ItemFields.Derived, ItemFields.Verification]);
        TakeLinksAndAttributes();
        var derived = YesNo(ItemFields.Derived) ?? false;
        var verification = Verification();
        if (system) Forbid(ItemFields.Verification, derived ? ItemFields.Derived : null);
        var place = Place(raw.Line);
        var text = Prose.Unwrap(raw.Source, raw.Text);
        if (text.Length == 0 && NeedsText(tier) && raw.Break("text") && !raw.IsBroken("fields"))
            Report("TRC-010", raw.Line, $"{raw.Id} has no normative text; hint: write what shall hold");
        return new TraceItem
        {
            Id = raw.Id,
            Tier = tier,
            Place = place,
            Title = Title(tier),
            Text = text,
            Rationale = Note("Rationale"),
            SafetyFeedback = Note("Safety feedback"),
            Source = Note("Source"),
            Derived = derived,
            Level = Level(),
            Component = Component(),
            Verification = verification,
            TestKind = Kind(),
            Status = Line(ItemFields.Status),
            Revision = Line(ItemFields.Revision),
            Owner = Line(ItemFields.Owner),
            Author = Line(ItemFields.Author),
            Reviewer = Line(ItemFields.Reviewer),
            Outcome = Outcome(),
            Links = _links.Count == 0 ? [] : _links.ToArray(),
            Attributes = Attributes(),
            Broken = raw.Broken ?? s_noneBroken,
            Origin = ItemOrigin.Native,
        };
    }

    private static bool NeedsText(ItemTier tier) =>
        TierName.IsRequirement(tier) || tier is ItemTier.Hazard or ItemTier.Assumption or ItemTier.ProblemReport;

    private static bool NeedsTitle(ItemTier tier) => NeedsText(tier) || tier == ItemTier.Design;

    private ItemTier Tier()
    {
        var at = Required(ItemFields.Tier);
        if (at >= 0)
        {
            var value = _raw.Value(_raw.Fields[at]);
            if (TierName.TryParse(value, out var tier)) return tier;
            Malformed(ItemFields.Tier, _raw.Fields[at].Line, $"tier is {Quote(value)}; hint: write {string.Join(", ", TierName.All.Select(n => $"'{n}'"))}");
        }
        return RequirementReader.TierOfId(_raw.Id) ?? ItemTier.Hlr;
    }

    private string Title(ItemTier tier)
    {
        var at = _raw.IndexOf(ItemFields.Title);
        if (at < 0)
        {
            if (_raw.Title.Length == 0 && NeedsTitle(tier))
                Report("TRC-007", _raw.Line, $"{_raw.Id} has no title; hint: write '## {_raw.Id} Title'");
            return _raw.Title;
        }

        var field = _raw.Fields[at];
        if (_raw.Title.Length > 0)
            Report("TRC-006", field.Line, "field 'title' is given twice, first in the heading; hint: remove one");
        return OneLine(field) ?? "";
    }

    private string Component()
    {
        var at = _raw.IndexOf(ItemFields.Component);
        if (at < 0) return "";
        var field = _raw.Fields[at];
        var value = _raw.Value(field);
        if (value is "\"\"") return "";
        if (value.Length is 0 or > 64)
            Malformed(ItemFields.Component, field.Line, "component must be a name of 1 to 64 characters; hint: name the part the item is allocated to");
        return Known(OneLine(field) ?? "");
    }

    private string? Level()
    {
        var level = Line(ItemFields.Level);
        if (level is not null and not ("A" or "B" or "C" or "D" or "E"))
            Malformed(ItemFields.Level, LineOf(ItemFields.Level), $"level is {Quote(level)}; hint: write 'A', 'B', 'C', 'D', 'E'");
        return level;
    }

    private bool? YesNo(string name)
    {
        var at = _raw.IndexOf(name);
        if (at < 0) return null;
        var value = _raw.Value(_raw.Fields[at]);
        if (value is "yes") return true;
        if (value is not "no") Malformed(name, _raw.Fields[at].Line, $"{name} is {Quote(value)}; hint: write 'yes', 'no'");
        return value is "no" ? false : null;
    }

    private VerificationMethod[] Verification()
    {
        var at = _raw.IndexOf(ItemFields.Verification);
        if (at < 0) return [];
        var value = _raw.Value(_raw.Fields[at]);
        if (value is "none") return [];
        if (Method(value) is { } single) return s_single[(int)single];
        var methods = new List<VerificationMethod>();
        for (var rest = value; rest.Length > 0;)
        {
            var or = rest.IndexOf(" or ", StringComparison.Ordinal);
            if (Method((or < 0 ? rest : rest[..or]).Trim()) is not { } method || methods.Count > 8)
            {
                methods.Clear();
                break;
            }
            methods.Add(method);
            rest = or < 0 ? [] : rest[(or + 4)..];
        }
        if (methods.Count == 0)
            Malformed(ItemFields.Verification, _raw.Fields[at].Line, $"verification is {Quote(value)}; hint: write 'test', 'analysis', 'review', or several with ' or ' between them");
        return [.. methods];
    }

    private static VerificationMethod? Method(ReadOnlySpan<char> value) => value switch
    {
        "test" => VerificationMethod.Test,
        "analysis" => VerificationMethod.Analysis,
        "review" => VerificationMethod.Review,
        _ => null,
    };

    private TestKind? Kind()
    {
        var at = _raw.IndexOf(ItemFields.Kind);
        if (at < 0) return null;
        var value = _raw.Value(_raw.Fields[at]);
        if (value is "normal range") return TestKind.NormalRange;
        if (value is "robustness") return TestKind.Robustness;
        Malformed(ItemFields.Kind, _raw.Fields[at].Line, $"kind is {Quote(value)}; hint: write 'normal range', 'robustness'");
        return null;
    }

    private ItemOutcome? Outcome()
    {
        var verdict = Line(ItemFields.Verdict);
        var image = Line(ItemFields.Image);
        var log = Line(ItemFields.Log);
        var passed = YesNo(ItemFields.Passed);
        if (verdict is null && image is null && log is null && passed is null) return null;
        return new ItemOutcome(verdict ?? "", passed ?? verdict == "passed", image, log);
    }

    private void TakeLinksAndAttributes()
    {
        foreach (var field in _raw.Fields)
        {
            if (field.Name.StartsWith(ItemFields.LinkPrefix, StringComparison.Ordinal)) TakeLinks(field, field.Name[ItemFields.LinkPrefix.Length..]);
            else if (ItemFields.RoleOf(field.Name) is { } role) TakeLinks(field, role);
            else if (field.Name.StartsWith(ItemFields.AttributePrefix, StringComparison.Ordinal)) TakeAttribute(field, field.Name[ItemFields.AttributePrefix.Length..]);
            else if (schema.IsAttribute(field.Name)) TakeAttribute(field, field.Name);
        }
    }

    private void TakeLinks(RawField field, string role)
    {
        var value = _raw.Value(field);
        if (value is "none") return;
        var line = field.Line;
        _linkPlace = Place(line);
        var noun = role == LinkRole.Satisfies ? "parent id" : "id";
        LinkField.Read(value, role, _linkPlace, _links, part =>
            Malformed(field.Name, line, $"{Quote(part)} is no {noun}; hint: write ids parted by commas, another tool's ids between backticks, or 'none'"));
    }

    private void TakeAttribute(RawField field, string name)
    {
        if (OneLine(field) is { } value) _attributes.Add(new ItemAttribute(Known(name), value));
    }

    private ItemAttribute[] Attributes()
    {
        foreach (var note in _raw.Notes)
        {
            if (note.IsAttribute) _attributes.Add(new ItemAttribute(Known(note.Name), Prose.Unwrap(_raw.Source, note.Lines)));
        }
        return _attributes.Count == 0 ? [] : _attributes.ToArray();
    }

    private string? Note(string name)
    {
        foreach (var note in _raw.Notes)
        {
            if (note.IsAttribute || note.Name != name) continue;
            var text = Prose.Unwrap(_raw.Source, note.Lines);
            if (text.Length == 0 && note.Lines.IsBlank(_raw.Source)) Malformed(name, note.Line, $"field '{name}' is empty; hint: write it, or remove it");
            return text;
        }
        return null;
    }

    private string? Line(string name) => _raw.IndexOf(name) is >= 0 and var at ? OneLine(_raw.Fields[at]) : null;

    private int LineOf(string name) => _raw.Fields[_raw.IndexOf(name)].Line;

    // The value of a field of one line, quoted or not; null after a finding.
    private string? OneLine(RawField field)
    {
        var value = _raw.Value(field);
        if (value.Length == 0)
        {
            if (field.Name != ItemFields.Component) Malformed(field.Name, field.Line, $"field '{field.Name}' is empty; hint: give it a value");
            return null;
        }

        if (value[0] != '"') return value.ToString();
        if (QuotedText.TryRead(value, out var text, out var length) && length == value.Length) return text;
        Malformed(field.Name, field.Line, $"{Quote(value)} is no quoted text; hint: close the quotes, with \\\" and \\\\ inside, or leave them out");
        return null;
    }

    private void RequireAll(ReadOnlySpan<string> names)
    {
        foreach (var name in names) Required(name);
    }

    private int Required(string name)
    {
        var at = _raw.IndexOf(name);
        if (at < 0 && _raw.Break(name) && !_raw.IsBroken("fields"))
            Report("TRC-007", _raw.Line, $"{_raw.Id} has no field '{name}'; hint: add '- {name}: ...' under the heading");
        return at;
    }

    private void Forbid(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (name is not null && _raw.IndexOf(name) is >= 0 and var at)
                Report("TRC-009", _raw.Fields[at].Line, $"{_raw.Id} is a system item and cannot have the field '{name}'; hint: remove the field");
        }
    }

    // The same few names occur again and again: one string each.
    private string Known(string text) => _known.TryGetValue(text, out var known) ? known : _known[text] = text;

    private void Malformed(string name, int line, string message)
    {
        _raw.Break(name);
        Report("TRC-008", line, message);
    }

    private SourcePlace Place(int line) => new(file.Path, line);

    private void Report(string code, int line, string message) => findings.Add(code, _raw.Id, Place(line), message);
}
