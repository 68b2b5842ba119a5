namespace Certify.ImageAnalysis;

/// <summary>Bounds of the analysis, so that a hostile image ends it with a message and not with exhausted memory.</summary>
internal static class AnalysisLimits
{
    /// <summary>Instructions of one image; the largest application here has some 20 000.</summary>
    public const int InstructionsMax = 4_000_000;

    /// <summary>Entries of one jump table; the C# compiler emits no switch near this size.</summary>
    public const int JumpTableEntriesMax = 4_096;

    /// <summary>Turns of a loop that takes stack; more than any stack here holds.</summary>
    public const int AllocationTurnsMax = 1_000_000;
}
