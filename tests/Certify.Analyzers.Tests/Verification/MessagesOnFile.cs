using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Tests.Verification;

/// <summary>
/// What the findings in a rule's tests say, on file beside the tests: a finding that says something else fails its test, and a
/// message that is meant to change is seen as a difference. <c>CERTIFY_RECORD_MESSAGES=1</c> writes the files anew.
/// </summary>
internal sealed class MessagesOnFile
{
    private static readonly bool s_record = Environment.GetEnvironmentVariable("CERTIFY_RECORD_MESSAGES") == "1";
    private static readonly ConcurrentDictionary<Type, MessagesOnFile> s_files = new();

    private readonly string _path;
    private readonly SortedDictionary<string, SortedSet<string>> _blocks = new(StringComparer.Ordinal);

    private MessagesOnFile(Type rule)
    {
        var category = rule.Namespace!.Split('.')[^1];
        _path = Path.Combine(Repository.Root, "tests", "Certify.Analyzers.Tests", category, rule.Name + ".messages.txt");
        if (s_record || !File.Exists(_path)) return;
        foreach (var block in File.ReadAllText(_path).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = block.TrimEnd('\n').Split('\n', 2);
            Add(parts[0], parts[1]);
        }
    }

    /// <summary>The file of a rule.</summary>
    public static MessagesOnFile Of(Type rule) => s_files.GetOrAdd(rule, type => new MessagesOnFile(type));

    /// <summary>
    /// Compares one run with the file, findings that list an accepted run-time check included. A run is known by test and
    /// program; where only options differ, any message on file for the two will do.
    /// </summary>
    public void Check(string test, Snippet snippet, IEnumerable<Diagnostic> findings)
    {
        var said = string.Join('\n', findings
            .OrderBy(finding => finding.Location.SourceSpan).ThenBy(finding => finding.GetMessage(null), StringComparer.Ordinal).Select(Line));
        var program = SHA256.HashData(Encoding.UTF8.GetBytes($"{snippet.Profile}\n{snippet.Path}\n{snippet.Source}"));
        var key = $"{test} {Convert.ToHexStringLower(program)[..8]}";
        lock (_blocks)
        {
            if (s_record && said.Length > 0) Record(key, said);
            var known = _blocks.GetValueOrDefault(key);
            if (known is null && said.Length == 0) return;
            Assert.True(known is not null, $"{_path} has nothing for '{key}'; CERTIFY_RECORD_MESSAGES=1 and a run of all tests of the rule write it:\n{said}");
            if (!known.Contains(said)) Assert.Equal(known.Min, said);
        }
    }

    private static string Line(Diagnostic finding) =>
        $"  {finding.Location.GetLineSpan().StartLinePosition.Line + 1}: {(finding.Severity == DiagnosticSeverity.Hidden ? "(checked) " : "")}{finding.GetMessage(null)}";

    private void Record(string key, string said)
    {
        Add(key, said);
        File.WriteAllText(_path, string.Join("\n\n", _blocks.SelectMany(block => block.Value.Select(lines => block.Key + "\n" + lines))) + "\n");
    }

    private void Add(string key, string said)
    {
        if (!_blocks.TryGetValue(key, out var known)) _blocks[key] = known = new SortedSet<string>(StringComparer.Ordinal);
        known.Add(said);
    }
}
