using System.Globalization;
using System.Text.Json;
using Certify.Facts;

namespace Certify.Coverage.Host;

/// <summary>
/// Reads what Coverlet measured on the host (its JSON format) into facts of source "host". Lines and branches of IL only:
/// IL carries no conditions, so these facts have no MC/DC and are never merged with the target's. They carry no credit.
/// </summary>
/// <remarks><b>Source:</b> Coverlet's JSON reporter: module, file, class, method, then Lines (line to hits) and Branches.</remarks>
public static class HostCoverage
{
    /// <summary>What the criterion of these facts is called.</summary>
    public const string Criterion = "none (IL statements and branches)";

    /// <summary>Reads one coverage.json of Coverlet.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="name">What the bytes are, for messages.</param>
    /// <param name="header">Origin of the facts.</param>
    /// <param name="test">What the run is called; Coverlet does not tell tests apart.</param>
    /// <param name="relativePath">Repository-relative path of a file, or null for one that is none of the project's.</param>
    /// <param name="componentOf">Component of a repository-relative path.</param>
    /// <exception cref="FactFormatException">The bytes are not Coverlet's JSON.</exception>
    public static CoverageFacts Read(
        ReadOnlyMemory<byte> json, string name, FactHeader header, string test,
        Func<string, string?> relativePath, Func<string, string> componentOf)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var reader = new Reader(test, relativePath, componentOf);
            foreach (var file in document.RootElement.EnumerateObject().SelectMany(module => module.Value.EnumerateObject())) reader.File(file);
            return new CoverageFacts(header, "", "host", Criterion, reader.Statements, reader.Decisions, []);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new FactFormatException($"{name}: not coverage in Coverlet's JSON format: {e.Message}", e);
        }
    }

    private sealed class Reader(string test, Func<string, string?> relativePath, Func<string, string> componentOf)
    {
        private readonly List<(SourcePlace Place, StatementFact Fact)> _statements = [];
        private readonly List<(SourcePlace Place, DecisionFact Fact)> _decisions = [];

        public IReadOnlyList<StatementFact> Statements => [.. InOrder(_statements)];

        public IReadOnlyList<DecisionFact> Decisions => [.. InOrder(_decisions)];

        public void File(JsonProperty file)
        {
            if (relativePath(file.Name) is not { } path) return;
            var component = componentOf(path);
            foreach (var method in file.Value.EnumerateObject().SelectMany(type => type.Value.EnumerateObject()))
            {
                foreach (var line in method.Value.GetProperty("Lines").EnumerateObject()) Line(path, component, method.Name, line);
                var branches = method.Value.GetProperty("Branches").EnumerateArray()
                    .GroupBy(b => (Line: b.GetProperty("Line").GetInt32(), Offset: b.GetProperty("Offset").GetInt32()));
                foreach (var branch in branches) Branch(path, component, method.Name, branch.Key.Line, branch.Key.Offset, [.. branch]);
            }
        }

        private void Line(string path, string component, string method, JsonProperty line)
        {
            var place = new SourcePlace(path, int.Parse(line.Name, CultureInfo.InvariantCulture));
            _statements.Add((place, new StatementFact(
                $"{method}#l{line.Name}", component, place, line.Value.GetInt64() > 0 ? [test] : [], null)));
        }

        /// <summary>A jump with two ways is one decision; a jump table gives one decision per way: taken, or another taken.</summary>
        private void Branch(string path, string component, string method, int line, int offset, List<JsonElement> ways)
        {
            var taken = ways.OrderBy(w => w.GetProperty("Path").GetInt32()).Select(w => w.GetProperty("Hits").GetInt64() > 0).ToList();
            var place = new SourcePlace(path, line);
            if (taken.Count == 2) Add("", taken[1], taken[0]);
            else for (var i = 0; i < taken.Count; i++) Add(FormattableString.Invariant($" way {i}"), taken[i], taken.Where((t, k) => t && k != i).Any());

            void Add(string way, bool whenTaken, bool whenNot) => _decisions.Add((place, new DecisionFact(
                FormattableString.Invariant($"{method}#b{line}@{offset}{way}"), component, place,
                FormattableString.Invariant($"IL branch at offset {offset}{way}"), "il-branch", [], [], whenTaken, whenNot, null)));
        }

        private static IEnumerable<T> InOrder<T>(List<(SourcePlace Place, T Fact)> items) => items
            .OrderBy(i => i.Place.Path, StringComparer.Ordinal).ThenBy(i => i.Place.Line).Select(i => i.Fact);
    }
}
