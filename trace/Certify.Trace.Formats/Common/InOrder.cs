using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>Files in ordinal order of path, so that the order they are given in decides nothing.</summary>
internal static class InOrder
{
    /// <summary>Gives the files in order; of one path in order of content.</summary>
    public static List<InputFile> Of(IReadOnlyList<InputFile> files)
    {
        var sorted = new List<InputFile>(files);
        sorted.Sort(static (a, b) =>
            string.CompareOrdinal(a.Path, b.Path) is var order and not 0 ? order : a.Bytes.Span.SequenceCompareTo(b.Bytes.Span));
        return sorted;
    }
}
