using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Settings;

/// <summary>An operation and all below it, in source order, listed once for the rules that look at one body after the other.</summary>
internal static class Descent
{
    // Weak, since a compiler server outlives the compilation that the operations belong to.
    [ThreadStatic]
    private static WeakReference<IOperation[]>? s_last;

    /// <summary>The operation itself, then those below it.</summary>
    public static IOperation[] Of(IOperation root)
    {
        if (s_last is { } kept && kept.TryGetTarget(out var known) && ReferenceEquals(known[0], root)) return known;
        var all = new List<IOperation>();
        foreach (var operation in root.DescendantsAndSelf()) all.Add(operation);
        var list = all.ToArray();
        if (s_last is { } reused) reused.SetTarget(list);
        else s_last = new WeakReference<IOperation[]>(list);
        return list;
    }
}
