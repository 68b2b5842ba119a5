using Certify.Facts;

namespace Certify.Trace.Model;

/// <summary>All that one audit looks at.</summary>
public sealed record TraceInputs
{
    /// <summary>Tool version, command line, revision, dirty flag. Schema and input digests are filled in by the audit.</summary>
    public required FactHeader Origin { get; init; }

    /// <summary>Software level "A" to "E".</summary>
    public required string Level { get; init; }

    /// <summary>Markdown requirement files of every tier.</summary>
    public required IReadOnlyList<InputFile> Requirements { get; init; }

    /// <summary>Code and test sources.</summary>
    public IReadOnlyList<SourceSet> Sources { get; init; } = [];

    /// <summary>Assembler sources of the image.</summary>
    public IReadOnlyList<InputFile> Assembler { get; init; } = [];

    /// <summary>Problem report files; only their format is audited here.</summary>
    public IReadOnlyList<InputFile> ProblemReports { get; init; } = [];

    /// <summary>Test results, or null when the tests have not run yet: the rules on results are then off.</summary>
    public TestFacts? Results { get; init; }

    /// <summary>SHA-256 (lower-case hex) of the image the results must be of, or null to skip that rule.</summary>
    public string? ImageSha256 { get; init; }
}
