using Iced.Intel;

namespace Certify.ImageAnalysis.Code;

/// <summary>How control goes from one function to another.</summary>
internal enum TransferKind
{
    /// <summary>A call: control may come back.</summary>
    Call,
    /// <summary>A jump, or running on into the next function: the caller's frame is gone.</summary>
    Jump,
}

/// <summary>A transfer of control between functions.</summary>
internal sealed record Transfer(ulong From, CodeFunction To, ulong Target, TransferKind Kind);

/// <summary>An indirect call or jump with the targets found; none when it is not resolved.</summary>
internal sealed record IndirectSite(ulong From, bool IsCall, string Kind, IReadOnlyList<ulong> Targets);

/// <summary>A function: the bytes from its symbol up to the next one, and the instructions found by following its paths.</summary>
internal sealed class CodeFunction(string symbol, string name, ulong start, ulong end)
{
    public string Symbol { get; } = symbol;

    public string Name { get; } = name;

    public ulong Start { get; } = start;

    /// <summary>Address behind the last byte that may be its own.</summary>
    public ulong End { get; } = end;

    /// <summary>32 or 64.</summary>
    public int Bits { get; set; } = 64;

    /// <summary>Addresses at which control enters.</summary>
    public SortedSet<ulong> Entries { get; } = [start];

    public SortedDictionary<ulong, Instruction> Instructions { get; } = [];

    /// <summary>Instructions that may run next, within the function.</summary>
    public Dictionary<ulong, List<ulong>> Next { get; } = [];

    public List<Transfer> Transfers { get; } = [];

    public List<IndirectSite> Indirect { get; } = [];

    /// <summary>True when a path ends in a return.</summary>
    public bool HasReturn { get; set; }

    /// <summary>False when no path leads back to a caller.</summary>
    public bool Returns { get; set; } = true;

    public bool Contains(ulong address) => address >= Start && address < End;

    public void Clear()
    {
        Instructions.Clear();
        Next.Clear();
        Transfers.Clear();
        Indirect.Clear();
        HasReturn = false;
    }
}
