using System.Collections.Immutable;
using System.Linq;

namespace Certify.Analyzers.Flow;

/// <summary>Decides obligations, or leaves them to the next of the chain.</summary>
internal interface IObligationProver
{
    /// <summary>The verdict, or null when this prover cannot tell.</summary>
    Verdict? Decide(Obligation obligation);
}

/// <summary>Decides by ranges and relations alone.</summary>
internal sealed class IntervalProver : IObligationProver
{
    public Verdict? Decide(Obligation obligation)
    {
        var decided = obligation.Claims.Select(claim => claim.Decide(obligation.Hypotheses)).ToList();
        if (decided.Contains(false)) return Verdict.Refuted;
        return decided.All(holds => holds == true) ? Verdict.Proved : null;
    }
}

/// <summary>The last of the chain: accepts what a check in the compiled code stops.</summary>
internal sealed class RunTimeCheck : IObligationProver
{
    public Verdict? Decide(Obligation obligation) => obligation.Traps ? Verdict.CheckedAtRunTime : null;
}

/// <summary>The provers in order; a stronger one goes between the two.</summary>
internal static class ProverChain
{
    private static readonly ImmutableArray<IObligationProver> s_provers = [new IntervalProver(), new RunTimeCheck()];

    public static Verdict Decide(Obligation obligation)
    {
        foreach (var prover in s_provers)
        {
            if (prover.Decide(obligation) is { } verdict) return verdict;
        }

        return Verdict.Open;
    }
}
