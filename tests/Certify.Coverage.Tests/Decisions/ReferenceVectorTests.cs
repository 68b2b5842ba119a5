using System.Globalization;
using System.Text.Json;
using Certify.Coverage.Decisions;

namespace Certify.Coverage.Tests.Decisions;

/// <summary>Vectors that other tools' sources state. The file lies beside the repository; without it only the own samples run.</summary>
public class ReferenceVectorTests
{
    /// <summary>Own samples: shape, conditions, evaluations, markers expected of all of them together.</summary>
    // @verifies CFY-HLR-007
    [Theory]
    [InlineData("or(and(0,1),2)", "TT-", "t0 t1")]
    [InlineData("or(and(0,1),2)", "F-T", "t2")]
    [InlineData("or(and(0,1),2)", "F-F", "f0 f2")]
    [InlineData("or(and(0,1),2)", "TFF", "f1 f2")]
    [InlineData("and(0,1)", "TT F- TF", "t0 t1 f0 f1")]
    [InlineData("or(and(0,not(1)),2)", "F-F F-T TF- TTT", "t0 t2 f0 f1 f2")]
    [InlineData("and(choice(0,1,2),3)", "TT-T F-F-", "t0 t1 t3 f0 f2")]
    public void Own_samples_give_the_markers_expected(string shape, string evaluations, string expected)
    {
        var parsed = BooleanShape.Parse(shape);
        var count = ConstantFolding.ConditionsOf(parsed).Count;
        var graph = DecisionGraph.Of(parsed, count);
        var padded = evaluations.Split(' ').Select(e => Markers(graph, e.PadRight(count, '-')));
        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), padded.SelectMany(m => m).Distinct().Order(StringComparer.Ordinal));
    }

    [ReferenceFact]
    public void Reference_vectors_give_what_their_sources_state()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Find()!));
        var failures = new List<string>();
        var checkedRecords = 0;
        foreach (var record in file.RootElement.EnumerateArray())
        {
            var problem = Check(record);
            if (problem is not null) failures.Add($"{record.GetProperty("id").GetString()}: {problem}");
            checkedRecords++;
        }
        Assert.Empty(failures);
        Assert.True(checkedRecords >= 60, $"only {checkedRecords} records");
    }

    private static string? Check(JsonElement record)
    {
        var shape = Shape(record.GetProperty("ast"));
        var count = record.GetProperty("conditions").GetArrayLength();
        var graph = DecisionGraph.Of(shape, count);
        if (graph.IsTree != record.GetProperty("bdd_is_tree").GetBoolean()) return "tree";
        var seen = new List<Evaluation>();
        foreach (var e in record.GetProperty("evaluations").EnumerateArray())
        {
            var evaluation = graph.Read(e.GetProperty("evaluated").GetString()!.Replace('x', '-'));
            if (evaluation.Outcome != (e.GetProperty("outcome").GetString() == "T")) return "outcome";
            if (seen.All(s => s.Number != evaluation.Number)) seen.Add(evaluation);
        }
        var verdicts = McdcAnalysis.Analyse(graph, seen);
        var expected = record.GetProperty("expected");
        switch (expected.GetProperty("kind").GetString())
        {
            case "outcomes":
                if (!Missing(verdicts, v => v.TrueShown).SequenceEqual(Ints(expected, "missing_true"))) return "missing_true";
                return Missing(verdicts, v => v.FalseShown).SequenceEqual(Ints(expected, "missing_false")) ? null : "missing_false";
            case "gnatcov":
                var masking = expected.GetProperty("uncovered_masking");
                if (masking.ValueKind != JsonValueKind.Null
                    && !Missing(verdicts, v => v.Covered).SequenceEqual(Ints(expected, "uncovered_masking"))) return "masking";
                return Missing(verdicts, v => v.UniqueCausePair is not null).SequenceEqual(Ints(expected, "uncovered_uc")) ? null : "unique cause";
            case "markers":
                var markers = expected.GetProperty("markers").EnumerateArray().Select(m => m.GetString()!);
                return seen.SelectMany(e => Markers(graph, e.Values)).Order(StringComparer.Ordinal).SequenceEqual(markers.Order(StringComparer.Ordinal)) ? null : "markers";
            case "pair":
                return Pair(expected, "masking_proves", seen, McdcAnalysis.IsMaskingPair, count)
                    ?? Pair(expected, "uc_proves", seen, McdcAnalysis.IsUniqueCausePair, count);
            case var other:
                return $"unknown kind {other}";
        }
    }

    private static string? Pair(
        JsonElement expected, string name, List<Evaluation> seen, Func<int, Evaluation, Evaluation, bool> proves, int count)
    {
        var value = expected.GetProperty(name);
        var proven = Enumerable.Range(0, count).Where(c => proves(c, seen[0], seen[1]));
        return proven.SequenceEqual(value.ValueKind == JsonValueKind.Null ? [] : [value.GetInt32()]) ? null : name;
    }

    private static IEnumerable<int> Missing(IReadOnlyList<ConditionVerdict> verdicts, Func<ConditionVerdict, bool> shown) =>
        Enumerable.Range(0, verdicts.Count).Where(c => !shown(verdicts[c]));

    private static IEnumerable<int> Ints(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray().Select(e => e.GetInt32());

    private static List<string> Markers(DecisionGraph graph, string values)
    {
        var evaluation = graph.Read(values);
        return [.. McdcAnalysis.Shown(graph, evaluation)
            .Select(c => (evaluation.Values[c] == 'T' ? "t" : "f") + c.ToString(CultureInfo.InvariantCulture))];
    }

    private static BooleanShape Shape(JsonElement ast) => ast[0].GetString() switch
    {
        "c" => new BooleanShape.Condition(ast[1].GetInt32()),
        "not" => new BooleanShape.Not(Shape(ast[1])),
        "and" => new BooleanShape.And(Shape(ast[1]), Shape(ast[2])),
        "or" => new BooleanShape.Or(Shape(ast[1]), Shape(ast[2])),
        "ite" => new BooleanShape.Choice(Shape(ast[1]), Shape(ast[2]), Shape(ast[3])),
        var other => throw new FormatException($"operator {other}"),
    };

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "mcdc", "vectors.json");
            if (File.Exists(path)) return path;
        }
        return null;
    }

    private sealed class ReferenceFactAttribute : FactAttribute
    {
        public ReferenceFactAttribute()
        {
            if (Find() is null) Skip = "shared/data/mcdc/vectors.json is not beside the repository; the own samples ran";
        }
    }
}
