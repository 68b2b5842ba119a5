using Certify.Coverage.Decisions;
using Certify.Coverage.Justifications;
using Certify.Coverage.Obligations;
using Certify.Facts;

namespace Certify.Coverage.Recording;

/// <summary>Makes coverage.json from what was recorded: judges decisions, leaves out what is not in the image, binds justifications.</summary>
// @llr CFY-LLR-048
public static class CoverageFactsBuilder
{
    /// <summary>Builds the facts of the target.</summary>
    /// <param name="recorder">What the requirement-linked tests met.</param>
    /// <param name="header">Origin; the image digest is that of the instrumented image.</param>
    /// <param name="flightImageSha256">Digest of the image that flies.</param>
    /// <param name="inImage">
    /// Says whether the obligation's code is in the flight image (<see cref="ImageMembers"/>). What a test reached is there in any case.
    /// </param>
    /// <param name="justifications">What people wrote about gaps.</param>
    public static CoverageResult Build(
        CoverageRecorder recorder, FactHeader header, string flightImageSha256,
        Func<IObligation, bool> inImage, JustificationFile justifications)
    {
        var map = recorder.Map;
        var notInImage = new List<NotInImage>();
        var statements = new List<StatementFact>();
        foreach (var s in map.Statements)
        {
            if (recorder.TestsOf(s).Count > 0 || inImage(s)) statements.Add(new StatementFact(s.Id, s.Component, s.Place, [.. recorder.TestsOf(s)], null));
            else notInImage.Add(new NotInImage(s.Id, s.Component, s.Place, s.Text));
        }
        var decisions = new List<DecisionFact>();
        var unique = new List<UniqueCauseNote>();
        foreach (var d in map.Decisions)
        {
            if (!recorder.Of(d).Seen && !inImage(d)) notInImage.Add(new NotInImage(d.Id, d.Component, d.Place, d.Text));
            else decisions.Add(Judge(d, recorder.Of(d), unique));
        }
        var facts = new CoverageFacts(header, flightImageSha256, "target", "masking", statements, decisions, []);
        var limits = map.Statements.Cast<IObligation>().Concat(map.Decisions)
            .Where(o => o.Limit is not null && inImage(o))
            .Select(o => new LimitNote(o.Id, o.Place, o.Text, o.Limit!)).ToList();
        var bound = JustificationBinder.Bind(map, facts, notInImage, justifications);
        return new CoverageResult(bound.Facts, new CoverageNotes(
            CoverageNotes.SchemaName, notInImage, limits, map.Exclusions, unique, bound.Findings));
    }

    private static DecisionFact Judge(DecisionObligation decision, DecisionRecord record, List<UniqueCauseNote> unique)
    {
        if (decision.Recording == RecordingForm.Markers) return JudgeMarkers(decision, record);
        var graph = decision.Graph();
        var seen = record.Paths.Keys.Select(graph.Decode).ToList();
        var verdicts = McdcAnalysis.Analyse(graph, seen);
        var conditions = decision.Conditions.Zip(verdicts, (c, v) => new ConditionFact(
            c.Text, v.TrueShown, v.FalseShown, v is { Covered: true, Pair: { } p } ? [p.First + 1, p.Second + 1] : null)).ToList();
        var vectors = seen.Select(e => new VectorFact(e.Values, e.Outcome, [.. record.Paths[e.Number]])).ToList();
        unique.Add(new UniqueCauseNote(decision.Id, [.. verdicts.Select(v => v.UniqueCausePair is not null)], graph.Paths));
        return new DecisionFact(
            decision.Id, decision.Component, decision.Place, decision.Text, decision.Kind, conditions, vectors,
            seen.Any(e => e.Outcome), seen.Any(e => !e.Outcome), null);
    }

    private static DecisionFact JudgeMarkers(DecisionObligation decision, DecisionRecord record)
    {
        var conditions = decision.Conditions
            .Select((c, i) => new ConditionFact(c.Text, record.TrueMarkers[i], record.FalseMarkers[i], null)).ToList();
        return new DecisionFact(
            decision.Id, decision.Component, decision.Place, decision.Text, decision.Kind, conditions, [],
            record.TrueSeen, record.FalseSeen, null);
    }
}
