using Certify.Trace.Model;

namespace Certify.Cli.Stages;

/// <summary>What the trace verbs are asked to look at, and how.</summary>
internal sealed record TraceRequest
{
    /// <summary>A project, or any files and folders of known formats.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Name of the format, or null: found by path and content.</summary>
    public string? From { get; init; }

    /// <summary>Mapping file, or null.</summary>
    public string? Mapping { get; init; }

    /// <summary>Tier of items whose format says none.</summary>
    public ItemTier? Tier { get; init; }

    /// <summary>Software level, or null: the project's own.</summary>
    public string? Level { get; init; }

    /// <summary>Day on which justifications are judged, or null: today.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Files of test results.</summary>
    public IReadOnlyList<string> Results { get; init; } = [];

    /// <summary>Image that the results must be of, or null.</summary>
    public string? Image { get; init; }

    /// <summary>Logs of runs, or folders of them: what a result names has to be among them. Empty where nobody asks.</summary>
    public IReadOnlyList<string> Logs { get; init; } = [];

    /// <summary>Documents that an editor holds, by absolute path: read in place of the files.</summary>
    public IReadOnlyDictionary<string, byte[]> Overlay { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>True when sources are not to be scanned, as while somebody types.</summary>
    public bool RequirementsOnly { get; init; }
}
