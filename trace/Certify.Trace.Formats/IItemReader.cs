using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Formats;

/// <summary>
/// Reads items from one format. A reader is pure and has no state. It never throws for what a file holds: what cannot be read is a finding
/// (and, with it, what could not be taken over a loss), and reading goes on. Files may come in any order; equal files give equal results.
/// </summary>
public interface IItemReader
{
    /// <summary>Name as on the command line, for example "reqif". Lower case.</summary>
    string Name { get; }

    /// <summary>What the format is, in one line for the help.</summary>
    string Description { get; }

    /// <summary>Says whether a file is of this format, from its path and its first bytes (up to 64 KiB), strictly enough that two readers never claim one file.</summary>
    bool Recognises(string path, ReadOnlySpan<byte> head);

    /// <summary>Reads files of this format together (links may cross files).</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default);
}

/// <summary>What a reader gives.</summary>
/// <param name="Items">Every item read, duplicates included, ordered by path (ordinal) and place.</param>
/// <param name="Findings">Problems of the files themselves: codes TRC-0xx, sorted by place.</param>
/// <param name="Losses">What the items do not represent, by place; equal losses of one kind may be counted together.</param>
public sealed record ReadOutcome(
    IReadOnlyList<TraceItem> Items, IReadOnlyList<AuditFinding> Findings, IReadOnlyList<Loss> Losses);

/// <summary>How to read.</summary>
public sealed record ReadOptions
{
    /// <summary>All as the format says.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>Tier of items whose format or mapping does not say one.</summary>
    public ItemTier DefaultTier { get; init; } = ItemTier.Hlr;

    /// <summary>Names of columns, attributes or types and the fields they mean; null: the format's own and the usual ones.</summary>
    public FieldMapping? Mapping { get; init; }

    /// <summary>Largest file taken, in bytes, and largest sum of an archive's unpacked entries.</summary>
    public long BytesMax { get; init; } = 512L << 20;
}
