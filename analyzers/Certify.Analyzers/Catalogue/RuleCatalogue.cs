using System;
using System.Collections.Immutable;
using System.Linq;

namespace Certify.Analyzers.Catalogue;

/// <summary>The table of all rules, implemented or not.</summary>
// @llr CFY-LLR-020
public static class RuleCatalogue
{
    private const int Columns = 7;

    private static readonly Lazy<ImmutableArray<RuleEntry>> s_all = new(Read);

    /// <summary>Every rule, in order of id.</summary>
    public static ImmutableArray<RuleEntry> All => s_all.Value;

    /// <summary>The path of a rule's page in the repository and in the package.</summary>
    public static string Page(string id) => $"analyzers/rules/{id}.md";

    /// <summary>The rule with this id.</summary>
    /// <exception cref="InvalidOperationException">No rule has it.</exception>
    public static RuleEntry Get(string id) => All.Single(entry => entry.Id == id);

    private static ImmutableArray<RuleEntry> Read() =>
        ResourceText.Lines("rules.csv").Skip(1).Select(Parse).ToImmutableArray();

    private static RuleEntry Parse(string line)
    {
        var cells = line.Split(';');
        if (cells.Length != Columns) throw new InvalidOperationException($"rules.csv: {Columns} cells wanted: '{line}'");
        return new RuleEntry(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
    }
}
