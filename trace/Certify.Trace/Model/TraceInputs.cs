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

    /// <summary>Items that a format's reader has read, of any tier, beside those of <see cref="Requirements"/>.</summary>
    public IReadOnlyList<TraceItem> Items { get; init; } = [];

    /// <summary>What that reader found (TRC-0xx); part of the audit's findings.</summary>
    public IReadOnlyList<AuditFinding> ReadFindings { get; init; } = [];

    /// <summary>What that reader could not take over; part of the report.</summary>
    public IReadOnlyList<Loss> Losses { get; init; } = [];

    /// <summary>Digests of the files that <see cref="Items"/> were read from, for fact files; may be empty.</summary>
    public IReadOnlyList<FileDigest> ItemFiles { get; init; } = [];

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

    /// <summary>The project's settings.</summary>
    public ProjectSettings Settings { get; init; } = ProjectSettings.Default;

    /// <summary>
    /// Files of reviews (own Markdown), or null where none are kept: the rules on reviews are then off, unless the set itself holds reviews.
    /// An empty list means that nothing is reviewed yet.
    /// </summary>
    public IReadOnlyList<InputFile>? Reviews { get; init; }

    /// <summary>Files of justifications (YAML).</summary>
    public IReadOnlyList<InputFile> Justifications { get; init; } = [];

    /// <summary>The day that justifications are judged by; needed where there are any.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>SHA-256 (lower-case hex) of the logs that results may name, or null to skip that rule.</summary>
    public IReadOnlySet<string>? Logs { get; init; }
}
