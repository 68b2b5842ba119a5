namespace Certify.Trace.Model;

/// <summary>How a run ended, and of what: the digests make a result stale when anything that it is about moves.</summary>
/// <param name="Verdict">"passed", "failed", "error", "skipped", or the word that was read.</param>
/// <param name="Passed">True only for a run that held.</param>
/// <param name="ImageSha256">Image that ran, or null where the format does not say.</param>
/// <param name="LogSha256">Log of the run, or null.</param>
public sealed record ItemOutcome(string Verdict, bool Passed, string? ImageSha256 = null, string? LogSha256 = null);
