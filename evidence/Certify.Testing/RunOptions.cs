namespace Certify.Testing;

/// <summary>What to run, and how far to go.</summary>
public sealed record RunOptions
{
    /// <summary>The run's seed; with test id and case index it determines every case.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Cases per property in place of the property's own number, at least 1. Properties of one case keep it.</summary>
    public int? Cases { get; init; }

    /// <summary>Runs only this 0-based case of each property (replay).</summary>
    public int? Case { get; init; }

    /// <summary>False leaves a failing case as it was generated.</summary>
    public bool Shrink { get; init; } = true;

    /// <summary>Most evaluations spent on shrinking a violation.</summary>
    public int ShrinkEvaluations { get; init; } = 2000;

    /// <summary>Most guest starts spent on shrinking a case that kills the guest.</summary>
    public int ShrinkRestarts { get; init; } = 40;

    /// <summary>Most evaluations that may end in a hang; each costs the guest's time limit.</summary>
    public int ShrinkHangs { get; init; } = 6;

    /// <summary>How the replay line names the tool.</summary>
    public string ReplayTool { get; init; } = "certify";

    /// <summary>What the replay line names as PATH; quoted there where a shell needs it.</summary>
    public string ReplayPath { get; init; } = ".";

    /// <summary>Input and output bytes per batch. Larger ones cost memory and gain little.</summary>
    public int BatchBytes { get; init; } = 2 << 20;
}
