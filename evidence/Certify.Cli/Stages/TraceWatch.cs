using Certify.Facts;
using Certify.Trace.Reports;

namespace Certify.Cli.Stages;

/// <summary>Audits again and again, and prints what differs from the time before.</summary>
// @llr CFY-LLR-392
/// <param name="load">Reads and audits the sets.</param>
/// <param name="print">Takes text.</param>
/// <param name="ink">Colours or none.</param>
internal sealed class TraceWatch(Func<IReadOnlyList<TraceScope>> load, Action<string> print, Ink ink)
{
    private IReadOnlyList<AuditFinding>? _before;
    private string? _fault;

    /// <summary>Exit code that the last audit would have ended with.</summary>
    public int LastCode { get; private set; }

    /// <summary>Audits once. The first time prints every finding, later ones only what came and went; a set that cannot be read is said and kept for the next time.</summary>
    public void Audit()
    {
        IReadOnlyList<TraceScope> scopes;
        try
        {
            scopes = load();
        }
        catch (Exception e) when (e is CommandException or IOException or UnauthorizedAccessException)
        {
            LastCode = ExitCodes.BadInput;
            if (_fault != e.Message) print($"{ink.Bad("error:")} {e.Message}\n");
            _fault = e.Message;
            return;
        }

        _fault = null;
        LastCode = scopes.Any(s => s.HasErrors) ? ExitCodes.Findings : ExitCodes.Clean;
        List<AuditFinding> now = [.. scopes.SelectMany(s => s.Findings)];
        if (_before is null) foreach (var scope in scopes)
            print(AuditText.Write(scope.Name, scope.Level, scope.Items, scope.Findings, scope.Report.Losses, ink, scope.Report.Justified.Count));
        else Changes(_before, now);
        _before = now;
    }

    private void Changes(IReadOnlyList<AuditFinding> before, IReadOnlyList<AuditFinding> now)
    {
        // A finding that only moved to another line is the same one.
        var came = Beyond(now, before);
        var went = Beyond(before, now);
        foreach (var finding in went) print($"{ink.Good("-")} {AuditText.Finding(finding, ink)}\n");
        foreach (var finding in came) print($"{ink.Bad("+")} {AuditText.Finding(finding, ink)}\n");
        if (came.Count + went.Count > 0) print($"now {AuditText.Counts(now, ink)}\n");
    }

    private static List<AuditFinding> Beyond(IReadOnlyList<AuditFinding> findings, IReadOnlyList<AuditFinding> others)
    {
        var counts = others.CountBy(Key).ToDictionary();
        var beyond = new List<AuditFinding>();
        foreach (var finding in findings)
        {
            var key = Key(finding);
            if (counts.GetValueOrDefault(key) > 0) counts[key]--;
            else beyond.Add(finding);
        }
        return beyond;
    }

    private static (string, string, string, string) Key(AuditFinding f) => (f.Code, f.Subject, f.Message, f.Place.Path);
}
