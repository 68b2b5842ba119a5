using Certify.Facts;
using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>Where each object stands in the hierarchies: the titles of the chapters (and ids of the objects) around it.</summary>
// @llr CFY-LLR-369
internal sealed class ReqIfChapters
{
    /// <summary>Name of the attribute that holds the chapters around an item.</summary>
    public const string Attribute = "Chapter";

    private const int LengthMax = 1000;
    private readonly string?[] _chapters;
    private readonly string?[] _specifications;

    /// <summary>Walks all hierarchies. No recursion: a node's parent stands before it.</summary>
    /// <param name="set">The files.</param>
    /// <param name="titles">What a step of a path is called, by object; null where the object has no place there.</param>
    /// <param name="log">Takes references to nothing, and objects that stand below themselves or in several places.</param>
    public ReqIfChapters(ReqIfSet set, string?[] titles, ReadLog log)
    {
        (_chapters, _specifications) = (new string?[set.Count], new string?[set.Count]);
        for (var file = 0; file < set.Files.Count; file++) Walk(set, file, titles, log);
    }

    /// <summary>Chapters around an object, outermost first, parted by " / "; empty at the top and outside of all specifications.</summary>
    public string Around(int index) => _chapters[index] ?? "";

    /// <summary>Name of the first specification that an object stands in, or null.</summary>
    public string? SpecificationOf(int index) => _specifications[index];

    private void Walk(ReqIfSet set, int file, string?[] titles, ReadLog log)
    {
        var content = set.Files[file];
        var paths = new string[content.Nodes.Count];
        var objects = new int[content.Nodes.Count];
        var open = new HashSet<int>();
        var stack = new List<int>();
        string? specification = null;
        for (var i = 0; i < paths.Length; i++)
        {
            ref readonly var node = ref content.Nodes[i];
            while (stack.Count > 0 && stack[^1] != node.Parent) Leave(stack, open, objects);
            stack.Add(i);
            if (node.Parent < 0)
            {
                (paths[i], objects[i], specification) = ("", -1, node.Name);
                continue;
            }

            var above = paths[node.Parent];
            var at = objects[i] = set.Find(file, node.Object);
            paths[i] = above;
            if (at < 0) set.Missing<object>(file, "object", node.Object, node.Line);
            else if (!open.Add(at))
            {
                objects[i] = -1;
                log.Add("TRC-016", node.Place(content.Path), $"object '{node.Object}' stands below itself in the hierarchy");
            }
            else
            {
                Place(set, at, above, specification, node, content.Path, log);
                if (titles[at] is { } title) paths[i] = Join(above, title, node.Place(content.Path), log);
            }
        }
    }

    private static void Leave(List<int> stack, HashSet<int> open, int[] objects)
    {
        if (objects[stack[^1]] >= 0) open.Remove(objects[stack[^1]]);
        stack.RemoveAt(stack.Count - 1);
    }

    private void Place(ReqIfSet set, int at, string above, string? specification, HierarchyNode node, string path, ReadLog log)
    {
        if (_chapters[at] is null) (_chapters[at], _specifications[at]) = (above, specification);
        else log.Lose(set.Object(at).Id, "further places in the hierarchies", node.Place(path));
    }

    // Long paths lose their outermost part: a thousand levels would else cost memory by the square.
    private static string Join(string above, string title, SourcePlace place, ReadLog log)
    {
        var path = above.Length == 0 ? title : $"{above} / {title}";
        if (path.Length <= LengthMax) return path;
        log.Lose($"outer chapters of paths over {LengthMax} characters", place);
        return "… " + path[^LengthMax..].TrimStart();
    }
}
