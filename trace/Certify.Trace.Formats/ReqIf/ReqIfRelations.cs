using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>Makes links of relations. The type's name is the role; a type such as "verified by" turns the arrow.</summary>
// @llr CFY-LLR-366
internal static class ReqIfRelations
{
    /// <summary>Begin of the identifiers of definitions for the revision that a link was made for, in own files.</summary>
    public const string RevisionId = ReqIfPresets.FieldPrefix + "target-revision";

    /// <summary>Begin of the identifiers of definitions for the fingerprint that a link was reviewed for, in own files.</summary>
    public const string FingerprintId = ReqIfPresets.FieldPrefix + "target-fingerprint";

    /// <summary>Begin of the identifiers of relation types in own files: what follows is the role, verbatim but for signs.</summary>
    public const string TypePrefix = "r-";

    /// <summary>
    /// Adds a link to the draft that each relation stands at. Chapters that a relation touches become items: <paramref name="isChapter"/> is
    /// cleared for them. A relation that leads nowhere is a finding.
    /// </summary>
    public static void Link(
        ReqIfSet set, IReadOnlyList<string?> ids, IReadOnlyList<ItemDraft?> drafts, bool[] isChapter, FieldSetter setter, ReadLog log)
    {
        for (var file = 0; file < set.Files.Count; file++)
        {
            var roles = new Dictionary<string, RelationRole>(StringComparer.Ordinal);
            var content = set.Files[file];
            foreach (ref readonly var relation in content.Relations.All)
            {
                var (from, to) = (set.Find(file, relation.Source), set.Find(file, relation.Target));
                if (from < 0 || to < 0)
                {
                    Broken(content, relation, from < 0 ? ("source", relation.Source) : ("target", relation.Target), log);
                    continue;
                }

                if (!roles.TryGetValue(relation.Type, out var role)) roles.Add(relation.Type, role = RoleOf(set, file, relation, setter));
                if (role.Role == "-") continue;
                if (role.Turned) (from, to) = (to, from);
                (isChapter[from], isChapter[to]) = (false, false);
                var place = new SourcePlace(content.Path, relation.Line);
                if (drafts[from] is { } draft && ids[to] is { } target) draft.Link(Make(set, file, relation, role.Role, target, place, log));
                else log.Lose("relations of objects that are left out or have no id", place);
            }
        }
    }

    private static void Broken(ReqIfContent content, in SpecRelation relation, (string End, string Id) missing, ReadLog log)
    {
        var id = missing.Id.Length == 0 ? "missing" : $"'{missing.Id}', which is in none of the files";
        log.Add("TRC-016", new SourcePlace(content.Path, relation.Line),
            $"the relation is not taken over: its {missing.End} is {id}; hint: export the files that belong together");
    }

    private static RelationRole RoleOf(ReqIfSet set, int file, in SpecRelation relation, FieldSetter setter)
    {
        var type = set.Type(file, relation.Type, relation.Line);
        var name = type?.Name ?? relation.Type;
        if (setter.Mapped(name) is { } mapped)
        {
            if (mapped.Field == ItemField.None) return new RelationRole("-", false);
            if (mapped.Field == ItemField.Links) return new RelationRole(mapped.Name, false);
        }
        if (type is { IsOwn: true } && type.Id.StartsWith(TypePrefix, StringComparison.Ordinal)) return new RelationRole(name, false);
        return RoleWord.Of(name) is var (word, turned) ? new RelationRole(word, turned) : new RelationRole(name, false);
    }

    private static TraceLink Make(ReqIfSet set, int file, in SpecRelation relation, string role, string target, SourcePlace place, ReadLog log)
    {
        string? revision = null, fingerprint = null;
        var content = set.Files[file];
        for (var i = relation.FirstValue; i < relation.FirstValue + relation.Values; i++)
        {
            var value = content.Values[i];
            var definition = set.Names.Definition(value.Definition);
            if (definition.StartsWith(RevisionId, StringComparison.Ordinal)) revision = value.Text;
            else if (definition.StartsWith(FingerprintId, StringComparison.Ordinal)) fingerprint = value.Text;
            else if (value.Text.Length > 0) log.Lose($"attribute '{set.Definition(file, definition, relation.Line)?.Name ?? definition}' of relations", place);
        }
        return new TraceLink(role, target, revision, fingerprint, place);
    }

    private sealed record RelationRole(string Role, bool Turned);
}
