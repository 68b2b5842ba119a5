using Certify.Coverage.Obligations;
using Certify.Facts;

namespace Certify.Coverage.Recording;

/// <summary>
/// The members whose code is in an image: those a function of the image comes from, and all that these call, since the
/// compiler may have put callees into their callers. It may name a member too many, never one too few.
/// </summary>
public sealed class ImageMembers
{
    private readonly HashSet<string> _members;

    private ImageMembers(HashSet<string> members) => _members = members;

    /// <summary>Documentation ids of the members, sorted.</summary>
    public IReadOnlyList<string> Ids => [.. _members.Order(StringComparer.Ordinal)];

    /// <summary>Finds the members of an image.</summary>
    /// <param name="map">Obligations of the same sources.</param>
    /// <param name="functions">Where the image's functions come from: a line in each, by its debug information.</param>
    public static ImageMembers Of(ObligationMap map, IEnumerable<SourcePlace> functions)
    {
        var byPath = map.Members.ToLookup(m => m.Path, StringComparer.Ordinal);
        var byId = map.Members.ToLookup(m => m.Id, StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>();
        foreach (var place in functions)
        {
            var around = byPath[place.Path].Where(m => m.FirstLine <= place.Line && place.Line <= m.LastLine).ToList();
            if (around.Count == 0) continue;
            var least = around.Min(m => m.LastLine - m.FirstLine);
            foreach (var member in around.Where(m => m.LastLine - m.FirstLine == least)) Add(member.Id);
        }
        while (open.TryDequeue(out var id))
        {
            foreach (var called in byId[id].SelectMany(m => m.Calls)) Add(called);
        }
        return new ImageMembers(found);

        void Add(string id)
        {
            if (found.Add(id)) open.Enqueue(id);
        }
    }

    /// <summary>Says whether the obligation's member is in the image.</summary>
    public bool Contains(IObligation obligation) => _members.Contains(obligation.Member);
}
