using Certify.Facts;

namespace Certify.Packaging.Objectives;

/// <summary>Decides every objective of a level from facts. See <see cref="DecidedBy"/> for the rule.</summary>
// @llr CFY-LLR-056
public static class ObjectiveBoard
{
    /// <summary>The checks by the names that objectives.json uses.</summary>
    internal static IReadOnlyDictionary<string, Func<EvidenceSet, CheckResult>> Checks { get; } =
        new Dictionary<string, Func<EvidenceSet, CheckResult>>(StringComparer.Ordinal)
        {
            ["hlr-developed"] = TraceChecks.HlrDeveloped,
            ["hlr-derived"] = facts => TraceChecks.Derived(facts, Tier.Hlr),
            ["hlr-text"] = facts => TraceChecks.Wording(facts, Tier.Hlr),
            ["hlr-verifiable"] = facts => TraceChecks.Verifiable(facts, Tier.Hlr),
            ["llr-developed"] = TraceChecks.LlrDeveloped,
            ["llr-derived"] = facts => TraceChecks.Derived(facts, Tier.Llr),
            ["llr-text"] = facts => TraceChecks.Wording(facts, Tier.Llr),
            ["llr-verifiable"] = facts => TraceChecks.Verifiable(facts, Tier.Llr),
            ["architecture"] = TraceChecks.Architecture,
            ["code-from-llr"] = TraceChecks.CodeFromLlr,
            ["rules"] = CodeChecks.Rules,
            ["hazards"] = CodeChecks.Hazards,
            ["integration"] = CodeChecks.Integration,
            ["image-built"] = CodeChecks.Built,
            ["image"] = CodeChecks.SingleImage,
            ["hlr-normal"] = facts => TestChecks.Shown(facts, Tier.Hlr, TestKind.NormalRange),
            ["hlr-robust"] = facts => TestChecks.Shown(facts, Tier.Hlr, TestKind.Robustness),
            ["llr-normal"] = facts => TestChecks.Shown(facts, Tier.Llr, TestKind.NormalRange),
            ["llr-robust"] = facts => TestChecks.Shown(facts, Tier.Llr, TestKind.Robustness),
            ["hlr-tests"] = facts => TestChecks.Covered(facts, Tier.Hlr),
            ["llr-tests"] = facts => TestChecks.Covered(facts, Tier.Llr),
            ["results-clean"] = TestChecks.Clean,
            ["statement-coverage"] = facts => CoverageChecks.Reached(facts, Criterion.Statement),
            ["decision-coverage"] = facts => CoverageChecks.Reached(facts, Criterion.Decision),
            ["mcdc-coverage"] = facts => CoverageChecks.Reached(facts, Criterion.Mcdc),
            ["coupling"] = CodeChecks.Coupling,
            ["additional-code"] = CodeChecks.AdditionalCode,
            ["identified"] = CodeChecks.Identified,
            ["clean"] = CodeChecks.Clean,
            ["problem-reports"] = CodeChecks.ProblemReports,
            ["tools"] = CodeChecks.Tools,
        };

    /// <summary>Decides all objectives that the level asks for, in the order of Annex A.</summary>
    /// <param name="facts">What was found out.</param>
    /// <param name="level">"A" to "D".</param>
    /// <param name="header">Origin of the board; its schema is set here.</param>
    /// <exception cref="ArgumentException">Another level.</exception>
    public static ObjectiveFacts Decide(EvidenceSet facts, string level, FactHeader header)
    {
        var results = new Dictionary<string, CheckResult>(StringComparer.Ordinal);
        var objectives = new List<ObjectiveFact>();
        foreach (ObjectiveRow row in ObjectiveTable.At(level))
        {
            CheckResult? result = null;
            if (row.Check is not null && !results.TryGetValue(row.Check, out result))
                results[row.Check] = result = Checks[row.Check](facts);
            objectives.Add(Decide(row, level, result));
        }

        return new ObjectiveFacts(header with { Schema = ObjectiveFacts.Schema }, level, objectives);
    }

    private static ObjectiveFact Decide(ObjectiveRow row, string level, CheckResult? check)
    {
        bool independence = row.Independence.Contains(level, StringComparison.Ordinal);
        (ObjectiveStatus status, string reason) = Status(row.DecidedBy, check, independence);
        string? closes = status != ObjectiveStatus.WaitingForPerson ? null
            : row.Closes.Length > 0 ? row.Closes : "Record of a person who accepts the result";
        return new ObjectiveFact(
            row.Table, row.Number, row.Description, row.Reference, independence, status, reason, row.Evidence, closes);
    }

    private static (ObjectiveStatus, string) Status(DecidedBy by, CheckResult? check, bool independence)
    {
        if (by == DecidedBy.Person || check is null)
            return (ObjectiveStatus.WaitingForPerson, "An activity of people; no tool stands in for it.");
        if (check.Outcome == CheckOutcome.Fails) return (ObjectiveStatus.NotMet, check.Text);
        return by switch
        {
            DecidedBy.Absent => (ObjectiveStatus.NotApplicable,
                $"{check.Text} It has no parameter data items and claims no partitions."),
            DecidedBy.Prepared => (ObjectiveStatus.WaitingForPerson,
                $"{check.Text} The output of a tool is no review."),
            _ when check.Outcome == CheckOutcome.Open => (ObjectiveStatus.WaitingForPerson, check.Text),
            _ when independence => (ObjectiveStatus.WaitingForPerson,
                $"{check.Text} The level asks for independence, and the tool that measured it is not qualified."),
            _ => (ObjectiveStatus.MetByEvidence, $"{check.Text} Measured by tools that are not qualified."),
        };
    }
}
