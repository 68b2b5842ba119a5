using System.Text.Json;
using Certify.Cli.Stages;
using Certify.Cli.Tools;
using Certify.Facts;
using Certify.Testing;
using Xunit;

namespace Certify.EndToEnd.Tests;

/// <summary>
/// Single-token changes of the application, each built into an image of its own: the properties have to notice in
/// QEMU, and the replay line has to show the same failure again.
/// </summary>
public sealed class MutantTests(FlightMonitorFixture app) : IClassFixture<FlightMonitorFixture>, IDisposable
{
    private const int LeastMutants = 12;
    private readonly string _folder = Directory.CreateTempSubdirectory("certify-mutant-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public sealed record Mutant(string Id, string Component, string File, string Text, string Replacement);

    public static IEnumerable<object[]> Ids() => All().Select(m => new object[] { m.Id });

    [Fact]
    public void There_are_mutants_of_all_four_components_and_of_the_persistence_counter()
    {
        var all = All();
        Assert.True(all.Count >= LeastMutants, $"{all.Count} mutants");
        Assert.Equal(["FSM", "REG", "TSM", "TUI"], all.Select(m => m.Component).Distinct().Order());
        Assert.Contains(all, m => m.File == "Tsm/Persistence.cs");
    }

    // @verifies CFY-HLR-006
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_property_fails_on_the_target_shrinks_and_replays(string id)
    {
        var mutant = All().Single(m => m.Id == id);
        var image = Build(mutant);
        var killed = FirstFailure(image, mutant);
        Assert.True(killed is not null, $"{id} survives: {mutant.File}: '{mutant.Text}' -> '{mutant.Replacement}'");
        Assert.Equal(Verdict.Failed, killed.Verdict);
        Assert.False(string.IsNullOrWhiteSpace(killed.Shrunk));

        var replay = killed.Replay!.Split(' ');
        Assert.Equal(["./certify", "test"], replay[..2]);
        var again = Run(image, new TestRequest(
            [TestSide.Target], ulong.Parse(After(replay, "--seed")), null, After(replay, "--property"), int.Parse(After(replay, "--case"))));
        Assert.Equal(killed.Message, again.Message);
        Assert.Equal(killed.Shrunk, again.Shrunk);
    }

    private TestResult? FirstFailure(BuildOutput image, Mutant mutant)
    {
        // The component's own properties first: most mutants end there.
        var ids = app.Properties.Catalogue.Entries.Select(e => e.TestId)
            .OrderBy(i => i.Contains(mutant.Component, StringComparison.OrdinalIgnoreCase) ? 0 : 1).ThenBy(i => i, StringComparer.Ordinal);
        return ids.Select(property => Run(image, new TestRequest([TestSide.Target], TestStage.FixedSeed, null, property)))
            .FirstOrDefault(r => r.Verdict != Verdict.Passed);
    }

    private TestResult Run(BuildOutput image, TestRequest request) =>
        TestStage.Run(app.Work, image, app.Properties, request, _ => { }).Facts.Results.Single();

    private BuildOutput Build(Mutant mutant)
    {
        var original = Path.Combine(app.Folder, mutant.File);
        var text = File.ReadAllText(original);
        Assert.Equal(2, text.Split(mutant.Text).Length); // exactly one place
        var changed = text.Replace(mutant.Text, mutant.Replacement);
        var file = Path.Combine(_folder, Path.GetFileName(mutant.File));
        File.WriteAllText(file, changed);
        var list = Path.Combine(_folder, "sources.txt");
        File.WriteAllLines(list, CoverageStage.TargetSources(app.Work).Select(s => s.Path == original ? file : s.Path));
        return BuildStage.Run(app.Work, "mutant", list, [mutant.Id, Digest.Of(changed)], out _);
    }

    private static string After(string[] words, string option) => words[Array.IndexOf(words, option) + 1];

    private static IReadOnlyList<Mutant> All() => JsonSerializer.Deserialize<List<Mutant>>(
        File.ReadAllText(Path.Combine(FlightMonitorFixture.Root, "unikernel", "Apps", "FlightMonitor", "properties", "mutants.json")),
        new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
}
