namespace Certify.Trace.Model;

/// <summary>Where an item came from, as far as rules differ by it.</summary>
public enum ItemOrigin
{
    /// <summary>A reader of another tool's format, or the caller.</summary>
    Imported,
    /// <summary>Own Markdown, whose reader has checked form and fields.</summary>
    Native,
    /// <summary>A scan of sources; its tags were judged where they stand.</summary>
    Scanned,
}
