namespace Certify.Facts;

/// <summary>
/// image-analysis.json: what the machine code of the linked image proves. Everything is read from the bytes that
/// fly; sources and requirements only name and explain what was found there.
/// </summary>
/// <param name="Header">Origin; the image digest says which image.</param>
/// <param name="Name">Name of the application.</param>
/// <param name="Functions">Every function of the image, by address.</param>
/// <param name="Stacks">Every stack of the image with its deepest computed use, in order of address.</param>
/// <param name="Indirect">Every indirect call and jump with the targets it can have.</param>
/// <param name="Cycles">Cycles of the call graph: each is a list of "function (file:line)".</param>
/// <param name="Additional">Code that no source line or no requirement explains directly, each with its reason.</param>
/// <param name="Branches">Conditional branches of compiled functions, counted by what they are for.</param>
/// <param name="Memory">Static memory by component and section.</param>
/// <param name="CodeBytes">Bytes in sections of code: instructions and padding.</param>
/// <param name="InstructionBytes">Bytes that are an instruction of exactly one function.</param>
/// <param name="FrameChecks">Places where the tracked stack depth was compared with the unwind table and agreed.</param>
/// <param name="Findings">What breaks a rule.</param>
/// <param name="Measured">Depths seen in runs, or null where none was taken.</param>
public sealed record ImageAnalysisFacts(
    FactHeader Header,
    string Name,
    IReadOnlyList<ImageFunction> Functions,
    IReadOnlyList<StackFact> Stacks,
    IReadOnlyList<IndirectFact> Indirect,
    IReadOnlyList<IReadOnlyList<string>> Cycles,
    IReadOnlyList<AdditionalCodeFact> Additional,
    IReadOnlyList<BranchCount> Branches,
    IReadOnlyList<MemoryFact> Memory,
    long CodeBytes,
    long InstructionBytes,
    int FrameChecks,
    IReadOnlyList<ImageFinding> Findings,
    StackMeasurement? Measured)
{
    /// <summary>Name and version of this schema.</summary>
    public const string Schema = "certify/image-analysis/1";

    /// <summary>Name of the stack that C# runs on.</summary>
    public const string UserStack = "user";

    /// <summary>The stack that C# runs on, or null.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public StackFact? User => Stacks.FirstOrDefault(s => s.Name == UserStack);
}

/// <summary>A function as the machine code shows it.</summary>
/// <param name="Symbol">Linker symbol.</param>
/// <param name="Name">C# name, or the symbol of assembler.</param>
/// <param name="Component">Component it belongs to.</param>
/// <param name="Address">First address.</param>
/// <param name="Bytes">Bytes of its instructions.</param>
/// <param name="Instructions">Number of its instructions.</param>
/// <param name="Place">Source of its first line, or null.</param>
/// <param name="Requirements">Requirements of the source member, from its tags.</param>
/// <param name="Reached">True when a path leads to it from an entry point.</param>
/// <param name="Returns">False when no path leads back to its caller.</param>
/// <param name="FrameBytes">Most bytes it takes itself, return address included; null when it cannot be told.</param>
/// <param name="StackBytes">Most bytes it and all it calls take; null when it cannot be told.</param>
/// <param name="Calls">Symbols it calls or jumps to, sorted.</param>
public sealed record ImageFunction(
    string Symbol,
    string Name,
    string Component,
    ulong Address,
    long Bytes,
    int Instructions,
    SourcePlace? Place,
    IReadOnlyList<string> Requirements,
    bool Reached,
    bool Returns,
    long? FrameBytes,
    long? StackBytes,
    IReadOnlyList<string> Calls);

/// <summary>A stack and its deepest use.</summary>
/// <param name="Name">"user", or the interrupt stack by its vectors.</param>
/// <param name="Address">Lowest address.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Entries">Entry points that start on it.</param>
/// <param name="ComputedBytes">Deepest use in bytes; null when it cannot be told.</param>
/// <param name="WithoutFaultsBytes">The same over paths that end in no fault entry; null when it cannot be told.</param>
/// <param name="Path">The deepest path, from the entry on.</param>
public sealed record StackFact(
    string Name,
    ulong Address,
    long Bytes,
    IReadOnlyList<string> Entries,
    long? ComputedBytes,
    long? WithoutFaultsBytes,
    IReadOnlyList<StackStep> Path);

/// <summary>One function on the deepest path.</summary>
/// <param name="Name">C# name, or the symbol of assembler.</param>
/// <param name="Place">Where the next call of the path is, or the function's own place at the end.</param>
/// <param name="Bytes">Bytes it takes on this path, return address included.</param>
/// <param name="Sum">Bytes taken so far.</param>
public sealed record StackStep(string Name, SourcePlace? Place, long Bytes, long Sum);

/// <summary>An indirect call or jump.</summary>
/// <param name="Function">Function it is in.</param>
/// <param name="Address">Its address.</param>
/// <param name="Kind">"switch", "constant", "declared", "interrupt gate" or "unresolved".</param>
/// <param name="Targets">Targets: functions, or offsets within the function for a switch.</param>
/// <param name="Place">Source line, or null.</param>
public sealed record IndirectFact(
    string Function, ulong Address, string Kind, IReadOnlyList<string> Targets, SourcePlace? Place);

/// <summary>Code that is not simply a source member with requirements.</summary>
/// <param name="What">Symbol or kind of range.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Reason">Why it is there, or what is missing.</param>
/// <param name="Explained">False when no listed reason applies: an open finding.</param>
/// <param name="Place">Source, where there is one.</param>
public sealed record AdditionalCodeFact(string What, long Bytes, string Reason, bool Explained, SourcePlace? Place);

/// <summary>Conditional branches of one function for one reason.</summary>
/// <param name="Function">C# name.</param>
/// <param name="Reason">"source decision", "index check", "overflow check", ..., or "not explained".</param>
/// <param name="Count">How many.</param>
public sealed record BranchCount(string Function, string Reason, int Count);

/// <summary>Static memory of one component in one section.</summary>
public sealed record MemoryFact(string Component, string Section, long Bytes, bool Writable);

/// <summary>What breaks a rule of the image.</summary>
/// <param name="RuleId">CFY####.</param>
/// <param name="Subject">Function, symbol, segment or file.</param>
/// <param name="Message">Fact, then remedy.</param>
/// <param name="Place">Source, where there is one.</param>
public sealed record ImageFinding(string RuleId, string Subject, string Message, SourcePlace? Place);

/// <summary>The deepest stack seen in runs of the flight image on a stack painted before the start.</summary>
/// <param name="Bytes">From the top of the stack to the lowest byte that changed.</param>
/// <param name="Frames">Frames run.</param>
/// <param name="Tests">Tests whose cases were run.</param>
/// <param name="Seed">Seed of the cases.</param>
/// <param name="NotSeen">Why the computed depth is far above the one seen, or null where it is not.</param>
public sealed record StackMeasurement(long Bytes, long Frames, int Tests, ulong Seed, string? NotSeen = null);
