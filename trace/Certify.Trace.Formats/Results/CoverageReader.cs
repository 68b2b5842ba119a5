using System.Globalization;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Json;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Results;

/// <summary>
/// Reads coverage.json of this tool: each member of the code with its statements, decisions and conditions is a result with a link 'covers' to the member. Its
/// verdict is "covered", "justified" or "not covered". The tests that reached it are an attribute and no links: a gap in coverage is no failure of theirs.
/// </summary>
// @llr CFY-LLR-363
public sealed class CoverageReader : IItemReader
{
    /// <summary>Role of the link from coverage to code.</summary>
    internal const string Covers = "covers";

    /// <inheritdoc/>
    public string Name => "coverage";

    /// <inheritdoc/>
    public string Description => "coverage.json of this tool";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && JsonShape.Of(head).Schema == CoverageFacts.Schema;

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default) =>
        FactRuns.Read<CoverageFacts>(files, options, CoverageFacts.Schema, f => f.Header, Add, cancel);

    private static void Add(CoverageFacts facts, string path, ItemSink sink, ReadLog log)
    {
        var members = new SortedDictionary<string, Member>(StringComparer.Ordinal);
        foreach (var statement in facts.Statements) Of(members, statement.Id, statement.Component, statement.Justification).Take(statement);
        foreach (var decision in facts.Decisions) Of(members, decision.Id, decision.Component, decision.Justification).Take(decision);
        foreach (var (id, member) in members)
        {
            var item = new ItemDraft(new SourcePlace(path, 0)) { Id = $"{id} coverage ({facts.Source})", Tier = ItemTier.Result };
            if (!FieldValues.IsId(item.Id))
            {
                log.Add("TRC-018", item.Place, $"coverage of {SourceText.Quote(id)}; hint: an id has 1 to 256 characters");
                continue;
            }
            var verdict = member.Open > 0 ? "not covered" : member.Justified > 0 ? "justified" : "covered";
            item.Outcome = new ItemOutcome(verdict, member.Open == 0, facts.FlightImageSha256);
            item[ItemField.Component] = member.Component;
            item.Link(new TraceLink(Covers, id));
            member.Describe(item, facts.Criterion);
            sink.Add(item);
        }
    }

    private static Member Of(SortedDictionary<string, Member> members, string obligation, string component, string? justification)
    {
        var mark = obligation.LastIndexOf('#');
        var id = mark > 0 ? obligation[..mark] : obligation;
        if (!members.TryGetValue(id, out var member)) members.Add(id, member = new Member { Component = component });
        if (justification is not null) member.Justifications.Add(justification);
        return member;
    }

    private sealed class Member
    {
        private int _statements, _statementsMet, _outcomes, _outcomesMet, _conditions, _conditionsMet;
        private readonly SortedSet<string> _tests = new(StringComparer.Ordinal);

        public required string Component { get; init; }

        public SortedSet<string> Justifications { get; } = new(StringComparer.Ordinal);

        public int Open { get; private set; }

        public int Justified { get; private set; }

        public void Take(StatementFact statement)
        {
            _statements++;
            if (statement.Tests.Count > 0) _statementsMet++;
            else Gap(1, statement.Justification);
            foreach (var test in statement.Tests) _tests.Add(test);
        }

        public void Take(DecisionFact decision)
        {
            var met = (decision.TrueSeen ? 1 : 0) + (decision.FalseSeen ? 1 : 0);
            var conditions = decision.Conditions.Count(c => c.Covered);
            _outcomes += 2;
            _outcomesMet += met;
            _conditions += decision.Conditions.Count;
            _conditionsMet += conditions;
            Gap(2 - met + decision.Conditions.Count - conditions, decision.Justification);
            foreach (var vector in decision.Vectors)
            {
                foreach (var test in vector.Tests) _tests.Add(test);
            }
        }

        public void Describe(ItemDraft item, string criterion)
        {
            item.Attribute("statements", Part(_statementsMet, _statements));
            if (_outcomes > 0) item.Attribute("decision outcomes", Part(_outcomesMet, _outcomes));
            if (_conditions > 0) item.Attribute($"conditions ({criterion} MC/DC)", Part(_conditionsMet, _conditions));
            if (_tests.Count > 0) item.Attribute("tests", string.Join('\n', _tests));
            if (Justifications.Count > 0) item.Attribute("justifications", string.Join('\n', Justifications));
        }

        private void Gap(int count, string? justification)
        {
            if (justification is null) Open += count;
            else Justified += count;
        }

        private static string Part(int met, int all) => string.Create(CultureInfo.InvariantCulture, $"{met} of {all}");
    }
}
