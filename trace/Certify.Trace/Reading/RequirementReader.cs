using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;
using static Certify.Trace.Reading.ItemId;

namespace Certify.Trace.Reading;

/// <summary>Reads requirement files into requirements, giving each field its meaning.</summary>
// @llr CFY-LLR-003
public static class RequirementReader
{
    /// <summary>Reads requirement files in any order.</summary>
    /// <returns>The requirements in ordinal order of id (of duplicates the first by place), and every problem.</returns>
    public static ReadResult<RequirementFact> Read(IEnumerable<InputFile> files)
    {
        var findings = new FindingList();
        var items = ReadItems(files, findings);
        var facts = items.Select(i => i.Fact).DistinctBy(f => f.Id, StringComparer.Ordinal)
            .OrderBy(f => f.Id, StringComparer.Ordinal);
        return new ReadResult<RequirementFact>([.. facts], findings.Sorted());
    }

    /// <summary>Reads every item with a usable id, in order of path and line; duplicates are kept.</summary>
    internal static List<RequirementItem> ReadItems(IEnumerable<InputFile> files, FindingList findings)
    {
        var items = new List<RequirementItem>();
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            foreach (var raw in MarkdownItems.Read(file, ItemSchema.Requirement, findings))
            {
                if (!raw.Broken.Contains("id")) items.Add(new ItemReader(file, raw, findings).Read());
            }
        }
        return items;
    }

    /// <summary>Gives the tier that an id says, or null when it says none.</summary>
    internal static Tier? TierOfId(string id)
    {
        if (id.StartsWith("SYS-", StringComparison.Ordinal)) return Tier.System;
        if (id.Contains("-HLR-", StringComparison.Ordinal)) return Tier.Hlr;
        return id.Contains("-LLR-", StringComparison.Ordinal) ? Tier.Llr : null;
    }

    private sealed class ItemReader(InputFile file, RawItem raw, FindingList findings)
    {
        public RequirementItem Read()
        {
            var tier = Choice("tier", ("system", Tier.System), ("HLR", Tier.Hlr), ("LLR", Tier.Llr))
                ?? TierOfId(raw.Id) ?? Tier.Hlr;
            var system = tier == Tier.System;
            var component = Component();
            var parents = Parents(required: !system);
            var derived = Choice("derived", !system, ("yes", true), ("no", false));
            var verification = Choice("verification", !system,
                ("test", (VerificationMethod?)VerificationMethod.Test),
                ("analysis", VerificationMethod.Analysis), ("review", VerificationMethod.Review));
            if (system) Forbid("verification", derived ? "derived" : null);
            var text = Prose.Unwrap(raw.Text);
            if (text.Length == 0 && raw.Broken.Add("text") && !raw.Broken.Contains("fields"))
                Report("TRC-010", raw.Line, $"{raw.Id} has no normative text; hint: write what shall hold");
            foreach (var note in raw.Notes.Where(n => Prose.Unwrap(n.Lines).Length == 0))
                Malformed(note.Name, note.Line, $"field '{note.Name}' is empty; hint: write it, or remove it");
            if (system) verification = null;
            var fact = new RequirementFact(
                raw.Id, tier, component, raw.Title, text, raw.Note("Rationale"), parents, derived,
                raw.Note("Safety feedback"), verification, raw.Note("Source"),
                Fingerprint.Of(raw.Id, tier, component, text, parents, derived, verification), Place(raw.Line));
            return new RequirementItem(fact, Place(raw.Field("parents")?.Line ?? raw.Line), raw.Broken);
        }

        private string Component()
        {
            var field = Required("component");
            if (field is null) return "";
            if (field.Value.Length is > 0 and <= 64) return field.Value;
            Malformed("component", field.Line, "component must be a name of 1 to 64 characters; hint: name the part the item is allocated to");
            return "";
        }

        private string[] Parents(bool required)
        {
            var field = required ? Required("parents") : raw.Field("parents");
            if (field is null || field.Value == "none") return [];
            var parents = new List<string>();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var parent in field.Value.Split(',', StringSplitOptions.TrimEntries))
            {
                if (!IsWellFormed(parent))
                    Malformed("parents", field.Line, $"{Quote(parent)} is no parent id; hint: write ids parted by commas, or 'none'");
                else if (!seen.Add(parent))
                    Malformed("parents", field.Line, $"parent '{parent}' is listed twice; hint: remove one");
                else
                    parents.Add(parent);
            }
            return [.. parents.Order(StringComparer.Ordinal)];
        }

        private T? Choice<T>(string name, params ReadOnlySpan<(string Name, T Value)> choices) where T : struct =>
            Choose(name, true, choices, out var value) ? value : null;

        private T? Choice<T>(string name, bool required, params ReadOnlySpan<(string Name, T Value)> choices) =>
            Choose(name, required, choices, out var value) ? value : default;

        private bool Choose<T>(string name, bool required, ReadOnlySpan<(string Name, T Value)> choices, out T value)
        {
            value = default!;
            var field = required ? Required(name) : raw.Field(name);
            if (field is null) return false;
            var names = new List<string>();
            foreach (var choice in choices)
            {
                names.Add($"'{choice.Name}'");
                value = choice.Value;
                if (choice.Name == field.Value) return true;
            }
            value = default!;
            Malformed(name, field.Line, $"{name} is {Quote(field.Value)}; hint: write {string.Join(", ", names)}");
            return false;
        }

        private RawField? Required(string name)
        {
            var field = raw.Field(name);
            if (field is null && raw.Broken.Add(name) && !raw.Broken.Contains("fields"))
                Report("TRC-007", raw.Line, $"{raw.Id} has no field '{name}'; hint: add '- {name}: ...' under the heading");
            return field;
        }

        private void Forbid(params ReadOnlySpan<string?> names)
        {
            foreach (var name in names)
            {
                if (name is not null && raw.Field(name) is { } field)
                    Report("TRC-009", field.Line, $"{raw.Id} is a system item and cannot have '{name}: {field.Value}'; hint: remove the field");
            }
        }

        private void Malformed(string name, int line, string message)
        {
            raw.Broken.Add(name);
            Report("TRC-008", line, message);
        }

        private SourcePlace Place(int line) => new(file.Path, line);

        private void Report(string code, int line, string message) => findings.Add(code, raw.Id, Place(line), message);
    }
}
