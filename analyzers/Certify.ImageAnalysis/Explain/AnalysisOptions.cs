using Certify.Facts;

namespace Certify.ImageAnalysis;

/// <summary>What the analysis is told beside the image. Each part only names or explains; none can hide code.</summary>
/// <param name="Name">Name of the application.</param>
/// <param name="Header">Origin for the fact file.</param>
public sealed record AnalysisOptions(string Name, FactHeader Header)
{
    /// <summary>Functions and data of the image with component and source, from its inventory.</summary>
    public IReadOnlyList<SymbolFact> Symbols { get; init; } = [];

    /// <summary>Static initialisation as ILC logged it.</summary>
    public StaticsFact Statics { get; init; } = new([], []);

    /// <summary>Tagged source members, or null where requirements are not known: nothing is then said about them.</summary>
    public IReadOnlyList<CodeFact>? Code { get; init; }

    /// <summary>The assembly that the image was compiled from, or null where it is not known: its opcodes are then not judged.</summary>
    public byte[]? Assembly { get; init; }

    /// <summary>True for a source line with a decision; null where decisions are not known.</summary>
    public Func<SourcePlace, bool>? HasDecision { get; init; }

    /// <summary>From a path in the image to a shown path.</summary>
    public Func<string, string> ToShownPath { get; init; } = static path => path;

    /// <summary>Component of a shown path, or null to take that of the inventory.</summary>
    public Func<string, string?> ComponentOf { get; init; } = static _ => null;

    /// <summary>Targets of indirect calls by the function they are in, as C# names or symbols.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> DeclaredCalls { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Limit of the user stack's deepest use in bytes; null takes the stack's size alone.</summary>
    public long? StackBudget { get; init; }

    /// <summary>Limit of writable static memory in bytes, or null for none.</summary>
    public long? StaticBudget { get; init; }
}
