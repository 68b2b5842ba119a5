using Certify.Facts;

namespace Certify.Documents;

/// <summary>Everything the documents of a package are made from.</summary>
/// <param name="Project">What people wrote about the project.</param>
/// <param name="Trace">Requirements, links and audit.</param>
/// <param name="Analysis">Rules and findings, or null where that stage left nothing.</param>
/// <param name="Image">The flight image, or null where none was built.</param>
/// <param name="Tests">Test results, or null where no test ran.</param>
/// <param name="TargetCoverage">Structural coverage on the target, or null where it was not taken.</param>
/// <param name="HostCoverage">Structural coverage on the host, or null where it was not taken.</param>
/// <param name="Objectives">The board of objectives.</param>
/// <param name="ManifestSha256">SHA-256 (lower-case hex) of the manifest of the fact files.</param>
/// <param name="Failed">True when a stage reported findings: every page says FAILED.</param>
/// <param name="Draft">True when the work tree differed from the revision: every page says DRAFT.</param>
public sealed record DocumentInputs(
    ProjectFacts Project,
    TraceFacts Trace,
    AnalysisFacts? Analysis,
    ImageFacts? Image,
    TestFacts? Tests,
    CoverageFacts? TargetCoverage,
    CoverageFacts? HostCoverage,
    ObjectiveFacts Objectives,
    string ManifestSha256,
    bool Failed,
    bool Draft)
{
    /// <summary>What document ids start with, for example "FM"; null for the capitals of the product name.</summary>
    public string? Prefix { get; init; }

    /// <summary>Compliance with every rule of the catalogue, or null where it was not derived.</summary>
    public ComplianceFacts? Compliance { get; init; }

    /// <summary>What the machine code of the image proves, or null where it was not analysed.</summary>
    public ImageAnalysisFacts? Machine { get; init; }

    /// <summary>Other parts of the package that index.html links to, in the order shown.</summary>
    public IReadOnlyList<PackageLink> Links { get; init; } = [];
}

/// <summary>A part of the package that another stage wrote.</summary>
/// <param name="Group">Heading it stands under, for example "Coverage".</param>
/// <param name="Title">Text of the link.</param>
/// <param name="Path">Path from the package's root, with '/' separators.</param>
/// <param name="Text">What a reader finds there, in a sentence.</param>
public sealed record PackageLink(string Group, string Title, string Path, string Text);
