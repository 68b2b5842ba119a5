namespace Certify.Facts;

/// <summary>image.json: the linked image, what it is made of, with which tools, and what its boot costs.</summary>
/// <param name="Header">Origin; its inputs are every file compiled or assembled into the image.</param>
/// <param name="Name">Name of the application.</param>
/// <param name="Elf">The image file.</param>
/// <param name="LoadedBytes">Bytes of all loaded segments in memory, without the mailbox.</param>
/// <param name="Segments">Segments with their permissions.</param>
/// <param name="Components">Size by component.</param>
/// <param name="Symbols">Every function and datum.</param>
/// <param name="Statics">Types with static data and whether all were initialised at compile time.</param>
/// <param name="Tools">Compiler, ILC, assembler, linker, QEMU: name, version, SHA-256 where it is one file.</param>
/// <param name="Boot">Boot figures, or null where they were not taken.</param>
public sealed record ImageFacts(
    FactHeader Header,
    string Name,
    FileDigest Elf,
    long LoadedBytes,
    IReadOnlyList<SegmentFact> Segments,
    IReadOnlyList<ComponentFact> Components,
    IReadOnlyList<SymbolFact> Symbols,
    StaticsFact Statics,
    IReadOnlyList<ToolFact> Tools,
    BootFact? Boot)
{
    /// <summary>Name and version of this schema.</summary>
    public const string Schema = "certify/image/1";
}

/// <summary>A loaded segment. Permissions as "r-x"; privilege is "kernel" or "user".</summary>
public sealed record SegmentFact(string Name, ulong Address, long Bytes, string Permissions, string Privilege);

/// <summary>What one component (FlightMonitor, Kernel, CoreLib, Platform, Compiler) puts into the image.</summary>
public sealed record ComponentFact(string Name, int Functions, long CodeBytes, long DataBytes);

/// <summary>A function or datum in the image.</summary>
/// <param name="Name">Linker symbol.</param>
/// <param name="Component">Component it belongs to.</param>
/// <param name="Address">Linked address.</param>
/// <param name="Bytes">Size.</param>
/// <param name="IsCode">True for functions.</param>
/// <param name="Source">Source of its first line, or null when no source explains it.</param>
/// <param name="Reason">Why it is there when no source explains it (compiler helper, thunk, ...), or null.</param>
public sealed record SymbolFact(
    string Name, string Component, ulong Address, long Bytes, bool IsCode, SourcePlace? Source, string? Reason);

/// <summary>Static initialisation: the types whose statics ILC fixed at compile time, and those it could not.</summary>
public sealed record StaticsFact(IReadOnlyList<string> Preinitialised, IReadOnlyList<string> NotPreinitialised);

/// <summary>A tool of the chain.</summary>
public sealed record ToolFact(string Name, string Version, string? Sha256, string Purpose);

/// <summary>What boot costs, in figures that repeat.</summary>
/// <param name="InstructionsToFirstStatement">Guest instructions from PVH entry to the first C# statement.</param>
/// <param name="MemoryMiB">Smallest guest memory tried in which the image ran to its end.</param>
public sealed record BootFact(long InstructionsToFirstStatement, int MemoryMiB);
