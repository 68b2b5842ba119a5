using Certify.Trace.Model;

namespace Certify.Trace.Formats;

/// <summary>Writes items to one format: pure, equal items give equal bytes. What the format cannot hold is listed.</summary>
public interface IItemWriter
{
    /// <summary>Name as on the command line, the same as the reader's.</summary>
    string Name { get; }

    /// <summary>Extension of the usual file with the dot, for example ".reqif"; empty where the format is a folder of files.</summary>
    string Extension { get; }

    /// <summary>Writes items in the order given.</summary>
    /// <param name="items">The items.</param>
    /// <param name="title">Name of the set, used where a format wants one; also the stem of file names in a folder.</param>
    WriteOutcome Write(IReadOnlyList<TraceItem> items, string title);
}

/// <summary>What a writer gives.</summary>
/// <param name="Files">Files with relative paths; a single-file format gives one whose path is the title with the extension.</param>
/// <param name="Losses">What the files do not hold of the items.</param>
public sealed record WriteOutcome(IReadOnlyList<InputFile> Files, IReadOnlyList<Loss> Losses);
