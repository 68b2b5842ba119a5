using System;
using System.Collections.Immutable;
using System.Linq;

namespace Certify.Analyzers.Catalogue;

/// <summary>The verdict on every kind of syntax and operation that the compiler knows.</summary>
// @llr CFY-LLR-233
public static class ClosedWorld
{
    private static readonly Lazy<ImmutableArray<ClosedWorldEntry>> s_all = new(
        () => ResourceText.Lines("closed-world.tsv").Skip(1).Select(Parse).ToImmutableArray());

    /// <summary>Every kind, syntax first, in the compiler's order.</summary>
    public static ImmutableArray<ClosedWorldEntry> All => s_all.Value;

    private static ClosedWorldEntry Parse(string line)
    {
        var cells = line.Split('\t');
        string Cell(int index) => index < cells.Length ? cells[index] : "";
        return new ClosedWorldEntry(Cell(0), Cell(1), Cell(2), Cell(3), Cell(4), Cell(5), Cell(6).Replace("\\n", "\n"));
    }
}
