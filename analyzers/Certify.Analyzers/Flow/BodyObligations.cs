using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Flow;

/// <summary>The obligations of one body.</summary>
/// <param name="all">Each, in order of the graph's blocks.</param>
/// <param name="worst">One for each kind and place, that with the worst verdict: one place can stand in several blocks of the graph.</param>
internal sealed class BodyObligations(ImmutableArray<Obligation> all, ImmutableArray<Obligation> worst)
{
    private static readonly BodyObligations s_none = new([], []);

    public ImmutableArray<Obligation> All => all;

    public ImmutableArray<Obligation> Worst => worst;

    /// <summary>Chooses the worst of each place.</summary>
    public static BodyObligations Of(ImmutableArray<Obligation> all)
    {
        if (all.IsEmpty) return s_none;
        var worst = ImmutableArray.CreateBuilder<Obligation>();
        var places = new Dictionary<(ObligationKind, SyntaxNode), int>();
        foreach (var obligation in all)
        {
            var place = (obligation.Kind, obligation.Operation.Syntax);
            if (!places.TryGetValue(place, out var known))
            {
                places[place] = worst.Count;
                worst.Add(obligation);
            }
            else if (Rank(obligation) < Rank(worst[known])) worst[known] = obligation;
        }

        return new BodyObligations(all, worst.ToImmutable());
    }

    private static int Rank(Obligation obligation) => obligation.Verdict switch
    {
        Verdict.Open => 0,
        Verdict.CheckedAtRunTime => 1,
        Verdict.Refuted => 2,
        _ => 3,
    };
}
