using Certify.Cli.Stages;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reports.Threads;

namespace Certify.Cli.LanguageServer;

/// <summary>
/// The audits behind the language server. Code and tests are scanned when files are saved; while somebody types, only form, links and wording of
/// the requirements are judged anew, and code, tests and what they lack stay as they were last seen.
/// </summary>
/// <param name="request">How to read.</param>
/// <param name="named">True when the command line names the set; else the editor does.</param>
// @llr CFY-LLR-391
internal sealed class EditorAudits(TraceRequest request, bool named)
{
    private IReadOnlyList<TraceItem> _scanned = [];
    private IReadOnlyList<AuditFinding> _kept = [];
    private Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    /// <summary>Audits.</summary>
    /// <param name="root">Folder that the editor names.</param>
    /// <param name="open">Open documents by absolute path.</param>
    /// <param name="saved">True when files were saved since the last time.</param>
    public ServerView Audit(string root, IReadOnlyDictionary<string, byte[]> open, bool saved)
    {
        var asked = request with { Paths = named ? request.Paths : [root], Overlay = open, RequirementsOnly = !saved };
        var scopes = TraceScopes.Load(asked, quiet: true).ToList();
        List<AuditFinding> findings = [.. scopes.SelectMany(s => s.Findings)];
        if (saved) Keep(scopes, findings);
        else if (_scanned.Count > 0) findings = [.. findings.Where(f => IsOfTheText(f.Code)), .. _kept];
        foreach (var scope in scopes) Note(scope);
        var items = scopes.SelectMany(s => s.Graph.Items).Concat(saved ? [] : _scanned);
        return new ServerView(new TraceGraph(items, findings), findings, p => _paths.GetValueOrDefault(p, p));
    }

    private static bool IsOfTheText(string code) => code.Length > 4 && code[4] is '0' or '1' or '3';

    private void Keep(List<TraceScope> scopes, List<AuditFinding> findings)
    {
        _scanned = [.. scopes.SelectMany(s => s.Graph.Items).Where(i => i.Origin == ItemOrigin.Scanned)];
        _kept = [.. findings.Where(f => !IsOfTheText(f.Code))];
        _paths = new Dictionary<string, string>(StringComparer.Ordinal);
    }

    private void Note(TraceScope scope)
    {
        foreach (var path in scope.Findings.Select(f => f.Place.Path).Concat(scope.Items.Select(i => i.Place.Path)).Distinct(StringComparer.Ordinal))
            _paths.TryAdd(path, scope.PathOf(path));
    }
}
