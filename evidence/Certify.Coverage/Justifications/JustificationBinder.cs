using Certify.Coverage.Decisions;
using Certify.Coverage.Obligations;
using Certify.Coverage.Recording;
using Certify.Facts;

namespace Certify.Coverage.Justifications;

/// <summary>Finds the obligations that justifications name, and judges whether each justification is needed and sufficient.</summary>
// @llr CFY-LLR-049
public static class JustificationBinder
{
    /// <summary>Binds justifications to facts.</summary>
    /// <returns>The facts with justification ids, and the findings (malformed ones of the file included).</returns>
    public static (CoverageFacts Facts, IReadOnlyList<CoverageFinding> Findings) Bind(
        ObligationMap map, CoverageFacts facts, IReadOnlyList<NotInImage> notInImage, JustificationFile file)
    {
        var work = new Work(map, facts, notInImage.Select(n => n.Id).ToHashSet(StringComparer.Ordinal), [.. file.Findings]);
        var bound = file.Items.Select(work.Bind).ToList();
        var result = facts with
        {
            Statements = [.. facts.Statements.Select(s => s with { Justification = work.IdFor(s.Id) })],
            Decisions = [.. facts.Decisions.Select(d => d with { Justification = work.IdFor(d.Id) })],
            Justifications = bound,
        };
        return (result, work.Findings);
    }

    private sealed class Work(ObligationMap map, CoverageFacts facts, HashSet<string> notInImage, List<CoverageFinding> findings)
    {
        private readonly List<IObligation> _all = [.. map.Statements, .. map.Decisions];
        private readonly Dictionary<string, StatementFact> _statements = facts.Statements.ToDictionary(s => s.Id, StringComparer.Ordinal);
        private readonly Dictionary<string, DecisionFact> _decisions = facts.Decisions.ToDictionary(d => d.Id, StringComparer.Ordinal);
        private readonly Dictionary<string, string> _bound = new(StringComparer.Ordinal);

        public List<CoverageFinding> Findings => findings;

        public string? IdFor(string obligation) => _bound.GetValueOrDefault(obligation);

        public JustificationFact Bind(Justification item)
        {
            var ids = new List<string>();
            foreach (var reference in item.Obligations)
            {
                var found = Find(item, reference);
                var needed = found.Where(o => notInImage.Contains(o.Id) || Missing(o, reference) is not null).ToList();
                foreach (var obligation in needed.Count > 0 ? needed : found.Take(1))
                {
                    Judge(item, reference, obligation);
                    ids.Add(obligation.Id + (reference.Outcome is null ? "" : reference.Outcome.Value ? "/true" : "/false"));
                }
            }
            return new JustificationFact(item.Id, ids, item.Reason, item.Class, item.Place);
        }

        private List<IObligation> Find(Justification item, ObligationReference reference)
        {
            var found = _all.Where(o => Matches(o, reference)).ToList();
            var places = found.Select(o => o.Place).Distinct().OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column).ToList();
            if (reference.Number is { } number && places.Count > 0)
            {
                if (number <= places.Count) return [.. found.Where(o => o.Place == places[number - 1])];
                Add("COV-001", $"{item.Id}: {reference} does not exist; the text occurs {places.Count} times", reference);
                return [];
            }
            if (places.Count == 1) return found;
            if (places.Count == 0)
            {
                Add("COV-001", $"{item.Id}: no statement or decision is {reference}; quote the source text exactly", reference);
                return [];
            }
            Add("COV-002", $"{item.Id}: {reference} occurs {places.Count} times ({string.Join(", ", places)}); add 'in Member' or 'number N'", reference);
            return [];
        }

        private static bool Matches(IObligation obligation, ObligationReference reference) =>
            (obligation.Text == reference.Text || ValueOfArm(obligation) == reference.Text)
            && (obligation.Place.Path == reference.File || obligation.Place.Path.EndsWith("/" + reference.File, StringComparison.Ordinal))
            && (reference.Outcome is null || obligation is DecisionObligation)
            && (reference.Member is null || InMember(obligation.Member, reference.Member));

        /// <summary>An arm may be quoted whole or by its value.</summary>
        private static string? ValueOfArm(IObligation obligation) =>
            obligation is StatementObligation { Kind: "arm" } && obligation.Text.IndexOf("=> ", StringComparison.Ordinal) is >= 0 and var at
                ? obligation.Text[(at + 3)..] : null;

        private static bool InMember(string member, string name)
        {
            var path = member.AsSpan(2, (member.IndexOf('(', StringComparison.Ordinal) is >= 0 and var end ? end : member.Length) - 2);
            return path.Equals(name, StringComparison.Ordinal) || path.EndsWith("." + name, StringComparison.Ordinal);
        }

        private void Judge(Justification item, ObligationReference reference, IObligation obligation)
        {
            if (notInImage.Contains(obligation.Id))
            {
                Add("COV-007", $"{item.Id}: {reference} is not in the flight image; nothing is to be justified there", reference);
            }
            else if (_bound.TryGetValue(obligation.Id, out var other))
            {
                Add("COV-005", $"{item.Id}: {reference} is justified by {other} already; keep one of them", reference);
            }
            else if (Missing(obligation, reference) is { } excused)
            {
                if (excused) _bound.Add(obligation.Id, item.Id);
                else Add("COV-006", $"{item.Id}: {reference} leaves a part of the gap unexplained; drop the outcome or add tests", reference);
            }
            else
            {
                Add("COV-003", $"{item.Id}: {reference} is covered; the justification is no longer needed", reference);
            }
        }

        /// <summary>Null when nothing is missing; else whether the reference explains all that is.</summary>
        private bool? Missing(IObligation obligation, ObligationReference reference)
        {
            if (obligation is not DecisionObligation decision) return _statements[obligation.Id].Tests.Count == 0 ? true : null;
            var fact = _decisions[obligation.Id];
            if (fact.TrueSeen && fact.FalseSeen && fact.Conditions.All(c => c.Covered)) return null;
            if (reference.Outcome is not { } outcome) return true;
            if (outcome ? fact.TrueSeen : fact.FalseSeen) return fact.TrueSeen && fact.FalseSeen ? false : null;
            return (outcome ? fact.FalseSeen : fact.TrueSeen) && NeedsOutcome(decision, fact, outcome);
        }

        /// <summary>True when every marker missing can only be shown by an evaluation with that outcome.</summary>
        private static bool NeedsOutcome(DecisionObligation decision, DecisionFact fact, bool outcome)
        {
            if (decision.Recording != RecordingForm.Vectors) return false;
            var graph = decision.Graph();
            foreach (var evaluation in graph.All().Where(e => e.Outcome != outcome))
            {
                foreach (var condition in McdcAnalysis.Shown(graph, evaluation))
                {
                    var seen = evaluation.Values[condition] == 'T' ? fact.Conditions[condition].TrueShown : fact.Conditions[condition].FalseShown;
                    if (!seen) return false;
                }
            }
            return true;
        }

        private void Add(string code, string message, ObligationReference reference) =>
            findings.Add(new CoverageFinding(code, message, reference.Place));
    }
}
