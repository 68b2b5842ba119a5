using System.Text;
using System.Text.Json;
using Xunit;

namespace Certify.Cli.Tests.Trace;

/// <summary>The trace verbs as somebody types them: on a small set of two files.</summary>
public sealed class VerbTests : IDisposable
{
    private const string System = """
        # System

        ## SYS-A-001 Stop

        - tier: system
        - component: Brake

        The brake shall stop the lift.

        **Source:** Customer, 1

        """;

    private const string High = """
        # High

        ## A-HLR-001 Stop in time

        - tier: HLR
        - component: Brake
        - parents: SYS-A-001
        - derived: no
        - verification: test

        The brake shall stop the lift within 10 s.

        ## A-HLR-002 Hold

        - tier: HLR
        - component: Brake
        - parents: SYS-A-001
        - derived: no
        - verification: test

        The brake shall hold the lift.

        """;

    private readonly TemporaryFolder _folder = new();

    public VerbTests()
    {
        _folder.Write("reqs/system.md", System);
        _folder.Write("reqs/high.md", High);
    }

    private string Reqs => Path.Combine(_folder.Path, "reqs");

    public void Dispose() => _folder.Dispose();

    // @verifies CFY-LLR-390
    // @verifies CFY-HLR-038
    [Fact]
    public void Audit_of_a_folder_names_each_finding_by_place_and_writes_nothing()
    {
        var before = Snapshot();
        var (code, output, _) = Run("trace", "audit", Reqs, "--level", "A");
        Assert.Equal(1, code);
        Assert.Contains("high.md:3: error TRC-205: A-HLR-001 has no test", output);
        Assert.Contains("1 system item, 2 HLRs", output);
        foreach (var form in new[] { "json", "sarif", "html" }) Assert.Equal(1, Run("trace", "audit", Reqs, "--format", form).Code);
        Assert.Equal(before, Snapshot());
    }

    // @verifies CFY-LLR-390 robustness
    [Fact]
    public void Empty_missing_and_unknown_inputs_are_errors()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
        _folder.Write("binary.bin", "\u0001\u0002");
        Assert.Equal(2, Run("trace", "audit", Path.Combine(_folder.Path, "empty")).Code);
        Assert.Equal(2, Run("trace", "audit", Path.Combine(_folder.Path, "gone")).Code);
        var (code, _, error) = Run("trace", "audit", Path.Combine(_folder.Path, "binary.bin"));
        Assert.Equal(2, code);
        Assert.Contains("binary.bin: is of no format that is read", error);
        Assert.Contains("hint: say which with --from", error);
        Assert.Equal(2, Run("trace", "audit", Reqs, "--from", "nonsense").Code);
        Assert.Equal(2, Run("trace", "audit", Reqs, "--level", "F").Code);
        Assert.Equal(2, Run("trace", "audit", Reqs, "--date", "tomorrow").Code);
        Assert.Equal(2, Run("trace", "audit", Reqs, "--results", Path.Combine(_folder.Path, "gone.xml")).Code);
    }

    // @verifies CFY-LLR-474
    [Fact]
    public void A_result_whose_log_is_lost_or_changed_is_a_finding()
    {
        _folder.Write("logs/deep/run.log", "all well\n");
        var digest = Convert.ToHexStringLower(global::System.Security.Cryptography.SHA256.HashData("all well\n"u8));
        _folder.Write("reqs/runs.md", $"# Runs\n\n## A-TC-001 Stops\n\n- tier: test case\n- verifies: A-HLR-001\n\nStop it.\n\n"
            + $"## A-RUN-001 First run\n\n- tier: result\n- result-of: A-TC-001\n- verdict: passed\n- log: {digest.ToUpperInvariant()}\n\nIt stopped.\n");
        var logs = Path.Combine(_folder.Path, "logs");
        Assert.DoesNotContain("TRC-409", Run("trace", "audit", Reqs, "--logs", logs).Output);
        Assert.DoesNotContain("TRC-409", Run("trace", "audit", Reqs).Output);
        _folder.Write("logs/deep/run.log", "all well, later\n");
        Assert.Contains($"TRC-409: A-RUN-001, a result of A-TC-001, names the log '{digest.ToUpperInvariant()[..40]}", Run("trace", "audit", Reqs, "--logs", logs).Output);
    }

    // @verifies CFY-LLR-474 robustness
    [Fact]
    public void Missing_logs_and_folders_without_any_are_errors()
    {
        var (code, _, error) = Run("trace", "audit", Reqs, "--logs", Path.Combine(_folder.Path, "gone"));
        Assert.Equal(2, code);
        Assert.Contains("gone: no such file or folder", error);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "none"));
        (code, _, error) = Run("trace", "audit", Reqs, "--logs", Path.Combine(_folder.Path, "none"));
        Assert.Equal(2, code);
        Assert.Contains("none: no file in it", error);
    }

    // @verifies CFY-LLR-475
    [Fact]
    public void A_file_and_one_behind_a_link_are_read_whole()
    {
        var link = Path.Combine(_folder.Path, "linked.md");
        File.CreateSymbolicLink(link, Path.Combine(Reqs, "high.md"));
        Assert.Equal(High, Encoding.UTF8.GetString(Certify.Cli.Tools.WholeFile.Read(link)));
        Assert.False(Certify.Cli.Tools.WholeFile.IsEmpty(link));
        Assert.True(Certify.Cli.Tools.WholeFile.IsEmpty(_folder.Write("empty.md", "")));
        Assert.Contains("2 HLRs", Run("trace", "audit", link).Output);
    }

    // @verifies CFY-LLR-475 robustness
    [Fact]
    public void Pipes_and_devices_are_taken_as_empty_and_never_waited_for()
    {
        var pipe = Path.Combine(_folder.Path, "reqs", "pipe.md");
        using (var made = global::System.Diagnostics.Process.Start("mkfifo", [pipe])) made.WaitForExit();
        Assert.True(File.Exists(pipe));
        Assert.Equal(2, Run("trace", "audit", pipe).Code);
        Assert.Equal(1, Run("trace", "audit", Reqs).Code);
        Assert.Equal(2, Run("trace", "audit", Reqs, "--results", pipe).Code);
        Assert.Equal(2, Run("trace", "audit", Reqs, "--results", "/dev/zero").Code);
        Assert.Equal(2, Run("trace", "audit", Reqs, "--results", "/dev/fd/0").Code);
        Assert.Equal(1, Run("trace", "audit", Reqs, "--logs", pipe).Code);
        File.Delete(pipe);
        File.CreateSymbolicLink(pipe, "/dev/zero");
        Assert.Equal(2, Run("trace", "audit", pipe).Code);
    }

    // @verifies CFY-LLR-476
    [Fact]
    public void Reviews_recorded_at_the_same_time_are_all_kept_and_one_of_two_equal_baselines_is_refused()
    {
        string[] ids = ["SYS-A-001", "A-HLR-001", "A-HLR-002"];
        var codes = new int[ids.Length];
        Parallel.For(0, ids.Length, new ParallelOptions { MaxDegreeOfParallelism = ids.Length },
            i => codes[i] = Run("trace", "review", ids[i], "--reviewer", "R. Eviewer", "--date", "2026-10-01", "--path", Reqs).Code);
        Assert.Equal([0, 0, 0], codes);
        var reviews = File.ReadAllText(Path.Combine(Reqs, "reviews", "2026-10-01.md"));
        Assert.All(ids, id => Assert.Contains($"- reviews: {id} (", reviews));

        var baselines = new int[2];
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => baselines[i] = Run("trace", "baseline", "R1", Reqs).Code);
        Assert.Equal([0, 2], baselines.Order());
    }

    // @verifies CFY-LLR-390
    [Fact]
    public void Files_of_no_format_in_a_folder_are_named_and_passed_over()
    {
        _folder.Write("reqs/picture.bin", "\u0001\u0002");
        var (_, output, error) = Run("trace", "audit", Reqs);
        Assert.Contains("picture.bin: of no known format, passed over", error);
        Assert.Contains("2 HLRs", output);
    }

    // @verifies CFY-LLR-390 robustness
    [Fact]
    public void A_markdown_file_in_which_no_item_can_be_read_is_a_finding_not_a_file_passed_over()
    {
        _folder.Write("reqs/low.md", "# Low\n\n### A-LLR-001 Wrong depth\n\nThe brake shall squeal.\n");
        Assert.Contains("low.md:3: error TRC-003", Run("trace", "audit", Reqs).Output);
    }

    // @verifies CFY-LLR-383
    [Fact]
    public void Thread_shows_the_way_from_the_system_and_an_unknown_id_brings_near_ones()
    {
        var (code, output, _) = Run("trace", "thread", "A-HLR-001", Reqs);
        Assert.Equal(1, code);
        Assert.StartsWith("system SYS-A-001 Stop\n", output);
        Assert.Contains("└─ ▶ HLR A-HLR-001 Stop in time\n", output);
        Assert.Contains("✗ TRC-205:", output);
        var (wrong, _, error) = Run("trace", "thread", "A-HLR-1", Reqs);
        Assert.Equal(2, wrong);
        Assert.Contains("did you mean A-HLR-001", error);
        using var json = JsonDocument.Parse(Run("trace", "thread", "A-HLR-001", Reqs, "--json").Output);
        Assert.Equal("certify/threads/1", json.RootElement.GetProperty("schema").GetString());
    }

    // @verifies CFY-LLR-382
    [Fact]
    public void Soi2_repeats_with_its_seed_and_ends_with_a_finding_where_a_thread_is_broken()
    {
        var (code, output, _) = Run("trace", "soi2", "--seed", "5", Reqs);
        Assert.Equal(1, code);
        Assert.Equal(output, Run("trace", "soi2", "--seed", "5", Reqs).Output);
        Assert.Contains("seed 5:", output);
        Assert.Equal(2, Run("trace", "soi2", "--seed", "5", "--threads", "0", Reqs).Code);
    }

    // @verifies CFY-LLR-387
    [Fact]
    public void New_gives_an_id_that_no_baseline_has()
    {
        Assert.Contains("## A-HLR-003 TITLE\n\n- tier: HLR\n- component: Brake\n", Run("trace", "new", "A-HLR", Reqs).Output);
        Assert.Equal(0, Run("trace", "baseline", "R1", Reqs).Code);
        _folder.Write("reqs/high.md", High[..High.IndexOf("## A-HLR-002", StringComparison.Ordinal)]);
        Assert.Contains("## A-HLR-003 TITLE", Run("trace", "new", "A-HLR-", Reqs).Output);
    }

    // @verifies CFY-LLR-386
    // @verifies CFY-LLR-393
    // @verifies CFY-HLR-039
    [Fact]
    public void Diff_shows_what_moved_since_a_baseline()
    {
        var (code, output, _) = Run("trace", "baseline", "R1", Reqs);
        Assert.Equal(0, code);
        Assert.Contains("baseline R1: 1 system item, 2 HLRs, SHA-256 ", output);
        Assert.Equal(0, Run("trace", "diff", "R1", Reqs).Code);
        _folder.Write("reqs/system.md", System.Replace("stop the lift", "stop the lift and the doors", StringComparison.Ordinal));
        var (moved, text, _) = Run("trace", "diff", "R1", Reqs);
        Assert.Equal(1, moved);
        Assert.Contains("The brake shall stop the [-lift.-] {+lift and the doors.+}\n", text);
        Assert.Contains("  HLR A-HLR-001: because SYS-A-001 changed\n", text);
        Assert.Equal(2, Run("trace", "diff", "R2", Reqs).Code);
        Assert.Contains("baselines: R1", Run("trace", "diff", "R2", Reqs).Error);
    }

    // @verifies CFY-LLR-393 robustness
    [Fact]
    public void A_baseline_is_never_replaced_unasked_nor_made_of_a_broken_set()
    {
        Assert.Equal(0, Run("trace", "baseline", "R1", Reqs).Code);
        var before = Snapshot();
        Assert.Equal(2, Run("trace", "baseline", "R1", Reqs).Code);
        Assert.Equal(2, Run("trace", "baseline", "../R1", Reqs).Code);
        Assert.Equal(before, Snapshot());
        _folder.Write("reqs/twice.md", High);
        before = Snapshot();
        var (code, _, error) = Run("trace", "baseline", "R2", Reqs);
        Assert.Equal(1, code);
        Assert.Contains("nothing was recorded", error);
        Assert.Equal(before, Snapshot());
        File.Delete(Path.Combine(Reqs, "twice.md"));
        Assert.Equal(0, Run("trace", "baseline", "R1", Reqs, "--force").Code);
    }

    // @verifies CFY-LLR-394
    // @verifies CFY-HLR-039
    [Fact]
    public void A_review_records_who_when_and_what_as_given_and_nothing_else_changes()
    {
        var (code, output, _) = Run("trace", "review", "A-HLR-001", "A-HLR-002", "--path", Reqs, "--reviewer", "A. Person", "--date", "2026-10-01", "--note", "Read\nwith care.");
        Assert.Equal(0, code);
        var file = File.ReadAllText(Path.Combine(Reqs, "reviews", "2026-10-01.md"));
        Assert.Contains("## RV-A-HLR-001-20261001 Review of A-HLR-001\n", file);
        Assert.Contains("- author: A. Person\n", file);
        Assert.Contains("(sha256:", file);
        Assert.Contains("- author: A. Person\n", output);
        Assert.Equal(High, File.ReadAllText(Path.Combine(Reqs, "high.md")));
        Assert.Equal(0, Run("trace", "review", "A-HLR-001", "--path", Reqs, "--reviewer", "B. Person", "--date", "2026-10-01", "--verdict", "failed").Code);
        var again = File.ReadAllText(Path.Combine(Reqs, "reviews", "2026-10-01.md"));
        Assert.StartsWith(file.TrimEnd(), again);
        Assert.Contains("## RV-A-HLR-001-20261001-2 Review of A-HLR-001\n", again);
        var thread = Run("trace", "thread", "A-HLR-001", Reqs).Output;
        Assert.Contains("review RV-A-HLR-001-20261001-2 Review of A-HLR-001 failed\n", thread);
        Assert.Contains("by A. Person · 2026-10-01 · against SYS-A-001\n", thread);
    }

    // @verifies CFY-LLR-394 robustness
    [Fact]
    public void A_review_needs_a_name_a_day_known_ids_and_items_without_errors()
    {
        var before = Snapshot();
        Assert.Equal(2, Run("trace", "review", "A-HLR-001", "--path", Reqs, "--date", "2026-10-01").Code);
        Assert.Equal(2, Run("trace", "review", "A-HLR-001", "--path", Reqs, "--reviewer", "A").Code);
        Assert.Equal(2, Run("trace", "review", "A-HLR-001", "--path", Reqs, "--reviewer", " ", "--date", "2026-10-01").Code);
        Assert.Equal(2, Run("trace", "review", "A-HLR-001", "--path", Reqs, "--reviewer", "A\nB", "--date", "2026-10-01").Code);
        Assert.Equal(2, Run("trace", "review", "A-HLR-001", "A-HLR-9", "--path", Reqs, "--reviewer", "A", "--date", "2026-10-01").Code);
        Assert.Equal(before, Snapshot());
        _folder.Write("reqs/high.md", High.Replace("SYS-A-001", "SYS-A-002", StringComparison.Ordinal));
        before = Snapshot();
        var (code, _, error) = Run("trace", "review", "A-HLR-001", "--path", Reqs, "--reviewer", "A", "--date", "2026-10-01");
        Assert.Equal(1, code);
        Assert.Contains("nothing was recorded", error);
        Assert.Equal(before, Snapshot());
    }

    // @verifies CFY-LLR-389
    [Fact]
    public void Convert_lists_losses_and_never_writes_over_its_input()
    {
        var csv = Path.Combine(_folder.Path, "out", "set.csv");
        var (code, output, _) = Run("trace", "convert", Reqs, csv);
        Assert.Equal(0, code);
        Assert.Contains("csv, 1 system item, 2 HLRs; nothing lost", output);
        Assert.Contains("A-HLR-002", File.ReadAllText(csv));
        Assert.Contains("2 HLRs", Run("trace", "audit", csv).Output);
        var before = Snapshot();
        Assert.Equal(2, Run("trace", "convert", csv, csv).Code);
        Assert.Equal(2, Run("trace", "convert", csv, Path.Combine(_folder.Path, "set.unknown")).Code);
        Assert.Equal(2, Run("trace", "convert", csv, Path.Combine(_folder.Path, "set.csv"), "--to", "nonsense").Code);
        Assert.Equal(2, Run("trace", "convert", Path.Combine(_folder.Path, "gone"), csv).Code);
        Assert.Equal(before, Snapshot());
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        var output = new MemoryStream();
        var error = new StringWriter();
        var code = 0;
        // What is captured belongs to this flow only.
        Task.Run(() =>
        {
            Certify.Cli.Output.Terminal.Capture(output, error);
            code = Entry.Run(args);
        }).GetAwaiter().GetResult();
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private string Snapshot() => string.Join('\n', Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(f => f + " " + Convert.ToHexString(global::System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))));
}
