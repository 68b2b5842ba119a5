using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Flow;

/// <summary>What an obligation is about.</summary>
internal enum ObligationKind
{
    /// <summary>An integer operation gives a value of its type.</summary>
    Overflow,

    /// <summary>A conversion between integers keeps the value.</summary>
    Narrowing,

    /// <summary>A divisor is not zero, and no quotient is too great.</summary>
    Division,

    /// <summary>An index or a slice lies inside its elements.</summary>
    Index,

    /// <summary>A shift count is smaller than the width.</summary>
    Shift,

    /// <summary>A floating-point value becomes an integer that has it.</summary>
    FloatToInteger,

    /// <summary>A floating-point operation gives a finite number.</summary>
    FloatResult,

    /// <summary>A number becomes a declared value of an enum.</summary>
    Enum,

    /// <summary>A member is called with arguments that it can handle.</summary>
    Precondition,

    /// <summary>A value lies in its declared range.</summary>
    Contract,

    /// <summary>A condition can be true and can be false. Proved means that it can take one value only.</summary>
    Condition,
}

/// <summary>What became of an obligation.</summary>
internal enum Verdict
{
    /// <summary>No prover decided it, and nothing stops the fault at run time.</summary>
    Open,

    /// <summary>It holds in every run.</summary>
    Proved,

    /// <summary>Not proved; a check traps into the health monitor.</summary>
    CheckedAtRunTime,

    /// <summary>It fails in every run that gets there.</summary>
    Refuted,
}

/// <summary>
/// One thing that must hold at one place so that no fault occurs there: the form in which the generator
/// (<see cref="FlowEvaluator"/>) hands it to the provers (<see cref="IObligationProver"/>). It carries all that a stronger
/// prover needs: the claims, and what is known at the place.
/// </summary>
internal sealed class Obligation(
    ObligationKind kind, IOperation operation, ImmutableArray<Claim> claims, FlowState hypotheses, bool traps, string fact)
{
    public ObligationKind Kind { get; } = kind;

    /// <summary>Where it stands.</summary>
    public IOperation Operation { get; } = operation;

    /// <summary>All of these together.</summary>
    public ImmutableArray<Claim> Claims { get; } = claims;

    /// <summary>What holds just before.</summary>
    public FlowState Hypotheses { get; } = hypotheses;

    /// <summary>True when the compiled code checks it and traps.</summary>
    public bool Traps { get; } = traps;

    /// <summary>What is known of the operands, for a message.</summary>
    public string Fact { get; } = fact;

    /// <summary>The expression as the source has it.</summary>
    public string Expression => Operation.Syntax.ToString();

    /// <summary>Set once, by the chain of provers.</summary>
    public Verdict Verdict { get; set; }
}
