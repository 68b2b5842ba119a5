using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Resources;

/// <summary>Orders places by file and position, so that reports do not depend on threads; calls without a place come last.</summary>
internal sealed class SourceOrder : IComparer<Location>
{
    public static readonly SourceOrder Instance = new();

    int IComparer<Location>.Compare(Location x, Location y) => Compare(x, y);

    public static int Compare(Location x, Location y)
    {
        if (x.IsInSource != y.IsInSource) return x.IsInSource ? -1 : 1;
        var files = string.CompareOrdinal(x.SourceTree?.FilePath, y.SourceTree?.FilePath);
        return files != 0 ? files : x.SourceSpan.CompareTo(y.SourceSpan);
    }
}
