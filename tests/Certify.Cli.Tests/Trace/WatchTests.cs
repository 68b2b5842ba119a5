using System.Text;
using Certify.Cli.LanguageServer;
using Certify.Cli.Stages;
using Certify.Trace.Reports;
using Xunit;

namespace Certify.Cli.Tests.Trace;

public sealed class WatchTests : IDisposable
{
    private const string Item = "# A\n\n## A-HLR-001 One\n\n- tier: HLR\n- component: C\n- parents: none\n- derived: yes\n- verification: review\n\nThe unit shall stop.\n\n**Rationale:** why\n**Safety feedback:** told\n";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // @verifies CFY-LLR-392
    [Fact]
    public void After_the_first_time_only_what_came_and_went_is_printed()
    {
        var printed = new StringBuilder();
        _folder.Write("a.md", Item);
        var watch = new TraceWatch(() => [.. TraceScopes.Load(new TraceRequest { Paths = [_folder.Path] }, quiet: true)], t => printed.Append(t), Ink.Bare);
        watch.Audit();
        Assert.Contains("level A, 1 HLR", printed.ToString());
        _folder.Write("a.md", Item.Replace("shall", "will", StringComparison.Ordinal));
        Assert.Contains("+ a.md:3: error TRC-301", Next(watch, printed));
        _folder.Write("a.md", "\n\n" + Item.Replace("shall", "will", StringComparison.Ordinal));
        Assert.Equal("", Next(watch, printed)); // moved by two lines, and the same
        _folder.Write("a.md", Item);
        Assert.StartsWith("- a.md:5: error TRC-301", Next(watch, printed));
        Assert.Equal(1, watch.LastCode);
    }

    // @verifies CFY-LLR-392 robustness
    [Fact]
    public void A_set_that_cannot_be_read_is_said_once_and_watched_on()
    {
        var printed = new StringBuilder();
        var watch = new TraceWatch(() => [.. TraceScopes.Load(new TraceRequest { Paths = [_folder.Path] }, quiet: true)], t => printed.Append(t), Ink.Bare);
        Assert.StartsWith("error: ", Next(watch, printed));
        Assert.Equal("", Next(watch, printed));
        Assert.Equal(2, watch.LastCode);
        _folder.Write("a.md", Item);
        Assert.Contains("1 HLR", Next(watch, printed));
    }

    // @verifies CFY-LLR-392
    [Fact]
    public void A_change_wakes_the_watch_and_a_cancellation_ends_it()
    {
        using var signal = new FileSignal([_folder.Path]);
        using var cancel = new CancellationTokenSource(s_patience);
        _folder.Write("deep/a.md", Item);
        Assert.True(signal.Wait(cancel.Token));
        cancel.Cancel();
        Assert.False(signal.Wait(cancel.Token));
    }

    // @verifies CFY-LLR-391
    [Fact]
    public void The_editor_s_text_is_audited_in_place_of_the_file()
    {
        var file = _folder.Write("a.md", Item);
        var audits = new EditorAudits(new TraceRequest { Paths = ["."] }, named: false);
        Assert.DoesNotContain(audits.Audit(_folder.Path, new Dictionary<string, byte[]>(), saved: true).Findings, f => f.Code == "TRC-301");
        var open = new Dictionary<string, byte[]> { [file] = Encoding.UTF8.GetBytes(Item.Replace("shall", "will", StringComparison.Ordinal)) };
        var view = audits.Audit(_folder.Path, open, saved: false);
        var finding = Assert.Single(view.Findings, f => f.Code == "TRC-301");
        Assert.Equal(file, view.PathOf(finding.Place.Path));
        Assert.Equal("A-HLR-001", view.Find("A-HLR-001")?.Id);
    }

    private static string Next(TraceWatch watch, StringBuilder printed)
    {
        printed.Clear();
        watch.Audit();
        return printed.ToString();
    }
}
