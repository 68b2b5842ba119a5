using Certify.Cli.Tools;
using Certify.Trace.Reports.Changes;

namespace Certify.Cli.Stages;

/// <summary>The records beside a set: baselines and reviews. Read here; written by `trace baseline` and `trace review` alone.</summary>
internal static class TraceRecords
{
    /// <summary>The one set that a verb with records is about.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="quiet">True to say nothing.</param>
    /// <param name="id">An id that the set holds, or null: the first set.</param>
    /// <exception cref="CommandException">No set holds the id (exit code 2).</exception>
    public static TraceScope Scope(TraceRequest request, bool quiet, string? id = null)
    {
        var ids = new List<string>();
        foreach (var scope in TraceScopes.Load(request, quiet))
        {
            if (id is null || scope.Graph.IndexOf(id) >= 0) return scope;
            ids.AddRange(scope.Items.Select(i => i.Id));
        }

        throw Unknown(id!, ids);
    }

    /// <summary>The error for an id that is not there, with ids that may have been meant.</summary>
    public static CommandException Unknown(string id, IEnumerable<string> ids)
    {
        var near = Trace.Reports.Ids.NearIds.Of(id, ids);
        return CommandException.BadInput(
            $"'{id}' is no item of the set", near.Count > 0 ? $"did you mean {string.Join(", ", near)}?" : "certify trace audit --json lists every item");
    }

    /// <summary>Where a baseline of a set is kept.</summary>
    public static string BaselineOf(TraceScope scope, string name) => Path.Combine(scope.Settings.BaselineFolder, name + ".json");

    /// <summary>Every id that a baseline of the set holds.</summary>
    public static IEnumerable<string> IdsOfBaselines(TraceScope scope) =>
        BaselineFiles(scope).SelectMany(f => BaselineFile.Read(WholeFile.Read(f), f).Items.Select(i => i.Id));

    /// <summary>An older state of a set: a baseline by name or file, or files of any known format.</summary>
    /// <exception cref="CommandException">There is none of this name (exit code 2).</exception>
    public static IReadOnlyList<ItemState> Older(string name, TraceScope scope, TraceRequest request)
    {
        var file = File.Exists(name) ? name : IsName(name) ? BaselineOf(scope, name) : null;
        if (file is not null && File.Exists(file))
        {
            var bytes = WholeFile.Read(file);
            if (file != name || BaselineFile.Recognises(bytes.AsSpan(0, Math.Min(bytes.Length, 256)))) return BaselineFile.Read(bytes, file).Items;
        }

        if (File.Exists(name) || Directory.Exists(name))
        {
            var older = TraceScopes.Load(request with { Paths = [name], RequirementsOnly = true }, quiet: true).First();
            return [.. older.Items.Where(BaselineFile.Holds).Select(ItemState.Of)];
        }

        var known = BaselineFiles(scope).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal).ToList();
        throw CommandException.BadInput(
            $"'{name}' is neither a baseline of {scope.Name} nor a file or folder",
            known.Count > 0 ? $"baselines: {string.Join(", ", known)}" : "certify trace baseline NAME records one");
    }

    /// <summary>Whether a word can name a baseline: letters, digits, '.', '-', '_', and no dot in front.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 100 && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private static IEnumerable<string> BaselineFiles(TraceScope scope)
    {
        var folder = scope.Settings.BaselineFolder;
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];
    }
}
