using Certify.Facts;

namespace Certify.Packaging.Objectives;

/// <summary>The facts a board is decided from. What is null was not made and counts against every check that needs it.</summary>
/// <param name="Project">project.json.</param>
/// <param name="Trace">trace.json.</param>
/// <param name="Analysis">analysis.json.</param>
/// <param name="Image">image.json.</param>
/// <param name="Results">results.json.</param>
/// <param name="Coverage">coverage.json of the target. Host coverage counts for no objective.</param>
public sealed record EvidenceSet(
    ProjectFacts? Project,
    TraceFacts? Trace,
    AnalysisFacts? Analysis,
    ImageFacts? Image,
    TestFacts? Results,
    CoverageFacts? Coverage)
{
    /// <summary>image-analysis.json: what the machine code proves.</summary>
    public ImageAnalysisFacts? Machine { get; init; }
}
