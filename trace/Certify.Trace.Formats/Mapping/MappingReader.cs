using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Certify.Trace.Formats;

/// <summary>
/// Reads a mapping from YAML, strictly: "preset" (a name of <see cref="MappingPresets"/>, whose entries the file's own go before), "fields" (name in the file: field),
/// "tiers" (word: tier), "separators", "parents-from-id" ("dotted" or "none"). Any other key, a key given twice, an anchor, an alias or a tag is an error.
/// </summary>
// @llr CFY-LLR-352
public static class MappingReader
{
    private static readonly string[] s_keys = ["preset", "fields", "tiers", "separators", "parents-from-id"];

    /// <summary>Reads a mapping file.</summary>
    /// <param name="file">The file; its path is for findings.</param>
    /// <returns>The mapping, or null where there are findings.</returns>
    public static (FieldMapping? Mapping, IReadOnlyList<AuditFinding> Findings) Read(InputFile file)
    {
        var log = new ReadLog();
        FieldMapping? mapping = null;
        if (!log.IsTooLarge(file, new ReadOptions { BytesMax = 1 << 20 }) && SourceText.Decode(file, log) is { } text)
        {
            try
            {
                mapping = new Body(new Parser(new StringReader(text)), file.Path, log).Read();
            }
            catch (YamlException e)
            {
                log.Add("TRC-016", new SourcePlace(file.Path, (int)e.Start.Line, (int)e.Start.Column), "the mapping is no plain YAML here; hint: write 'fields:' and below it '  \"Name in the file\": field'");
            }
        }
        var findings = log.Finish([]).Findings;
        return (findings.Count == 0 ? mapping : null, findings);
    }

    private sealed class Body(Parser yaml, string path, ReadLog log)
    {
        private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _tiers = new(StringComparer.Ordinal);
        private FieldMapping _base = FieldMapping.Empty;
        private string? _separators;
        private bool? _dotted;

        public FieldMapping? Read()
        {
            yaml.Consume<StreamStart>();
            if (!yaml.Accept<DocumentStart>(out _))
            {
                log.Add("TRC-016", new SourcePlace(path, 1), "the mapping is empty; hint: write 'fields:' and the names below it");
                return null;
            }
            yaml.Consume<DocumentStart>();
            ReadMap("the mapping", Take);
            yaml.Consume<DocumentEnd>();
            if (!yaml.Accept<StreamEnd>(out _)) Report(yaml.Current!, "a second document; hint: a mapping file holds one");
            return _base with
            {
                Fields = With(_base.Fields, _fields), Tiers = With(_base.Tiers, _tiers), ListSeparators = _separators ?? _base.ListSeparators,
                ParentsFromDottedIds = _dotted ?? _base.ParentsFromDottedIds,
            };
        }

        private void Take(Scalar key)
        {
            switch (key.Value)
            {
                case "preset":
                    var name = yaml.Consume<Scalar>();
                    if (MappingPresets.Find(name.Value) is { } preset) _base = preset;
                    else Report(name, $"preset {SourceText.Quote(name.Value)} is unknown; hint: write one of {string.Join(", ", MappingPresets.Names)}");
                    break;
                case "fields":
                    ReadMap("fields", field => Pair(field, _fields, FieldTarget.TryParse(yaml.Accept<Scalar>(out var value) ? value.Value : "", out _),
                        $"'id', {string.Join(", ", FieldTarget.Names.Skip(1))}, 'links:ROLE', 'attribute:NAME' or '-'"));
                    break;
                case "tiers":
                    ReadMap("tiers", word => Pair(word, _tiers, TierNames.TryParse(yaml.Accept<Scalar>(out var value) ? value.Value : "", out _), TierNames.All));
                    break;
                case "separators":
                    var separators = yaml.Consume<Scalar>();
                    _separators = separators.Value;
                    if (separators.Value.Length == 0) Report(separators, "no separator; hint: write the characters that part ids, for example \",;\\n\"");
                    break;
                case "parents-from-id":
                    var from = yaml.Consume<Scalar>();
                    _dotted = from.Value == "dotted";
                    if (from.Value is not ("dotted" or "none")) Report(from, $"parents-from-id is {SourceText.Quote(from.Value)}; hint: write 'dotted' or 'none'");
                    break;
                default:
                    Report(key, $"unknown key {SourceText.Quote(key.Value)}; hint: write {string.Join(", ", s_keys)}");
                    yaml.SkipThisAndNestedEvents();
                    break;
            }
        }

        private void ReadMap(string what, Action<Scalar> take)
        {
            if (!yaml.Accept<MappingStart>(out _))
            {
                Report(yaml.Current!, $"{what} is no mapping; hint: write 'name: value' lines");
                yaml.SkipThisAndNestedEvents();
                return;
            }
            yaml.Consume<MappingStart>();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (!yaml.TryConsume<MappingEnd>(out _))
            {
                var key = yaml.Consume<Scalar>();
                if (!seen.Add(key.Value)) Report(key, $"{SourceText.Quote(key.Value)} is given twice; hint: remove one");
                take(key);
            }
        }

        private void Pair(Scalar key, Dictionary<string, string> into, bool isValid, string valid)
        {
            var value = yaml.Consume<Scalar>();
            if (isValid) into[key.Value] = value.Value;
            else Report(value, $"{SourceText.Quote(key.Value)} means {SourceText.Quote(value.Value)}, which is nothing known; hint: write {valid}");
        }

        private void Report(ParsingEvent at, string message) => log.Add("TRC-008", new SourcePlace(path, (int)at.Start.Line, (int)at.Start.Column), message);

        private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> start, Dictionary<string, string> own)
        {
            var all = new Dictionary<string, string>(start, StringComparer.Ordinal);
            foreach (var (name, value) in own) all[name] = value;
            return all;
        }
    }
}
