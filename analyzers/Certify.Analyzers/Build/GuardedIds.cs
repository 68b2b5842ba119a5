using System;
using System.Collections.Immutable;
using System.Linq;
using Certify.Analyzers.Catalogue;

namespace Certify.Analyzers.Build;

/// <summary>The diagnostics that nothing may silence: all rules, and what the compiler says when a rule did not run.</summary>
internal static class GuardedIds
{
    /// <summary>Rules first, then: analyzer built for a newer compiler, analyzer not loaded (three), analyzer crashed.</summary>
    public static ImmutableArray<string> All { get; } =
        [.. RuleCatalogue.All.Select(entry => entry.Id), "CS9057", "CS8032", "CS8033", "CS8034", "AD0001"];

    /// <summary>True for a name in a pragma, an attribute or a list that means one of them; numbers alone are the compiler's.</summary>
    public static bool Has(string name)
    {
        var id = name.Trim();
        if (id.StartsWith("CFY", StringComparison.OrdinalIgnoreCase)) return true;
        return All.Any(guarded => string.Equals(guarded, id, StringComparison.OrdinalIgnoreCase) || guarded == "CS" + id);
    }
}
