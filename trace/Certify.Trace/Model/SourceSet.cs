using Microsoft.CodeAnalysis;

namespace Certify.Trace.Model;

/// <summary>C# sources that are compiled together.</summary>
/// <param name="Name">Name in reports, for example "FlightMonitor (target)".</param>
/// <param name="Role">Code, property tests or unit tests.</param>
/// <param name="RequireTags">
/// True when every member (or, in a test set, every test) must name a requirement. False gives links without
/// demanding them, as for host tools whose tags are comments on the main types.
/// </param>
/// <param name="Symbols">The active #if symbols.</param>
/// <param name="Files">The sources.</param>
/// <param name="References">
/// Assemblies the sources use. May be empty: ids of types declared in the sources and of C#'s own types
/// (int, string, ...) are right without; a parameter of another type then appears by the name as written.
/// </param>
public sealed record SourceSet(
    string Name,
    SourceRole Role,
    bool RequireTags,
    IReadOnlyList<string> Symbols,
    IReadOnlyList<InputFile> Files,
    IReadOnlyList<MetadataReference> References);
