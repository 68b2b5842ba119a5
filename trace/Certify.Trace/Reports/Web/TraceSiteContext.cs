namespace Certify.Trace.Reports.Web;

/// <summary>What a trace page says about itself, beside the items and findings.</summary>
/// <param name="Title">Name of the trace, for example "Certify toolkit".</param>
/// <param name="Level">Software level "A" to "E" of items that name none themselves.</param>
/// <param name="Revision">Source revision (git commit id), or "unversioned".</param>
/// <param name="ToolVersion">Version of Certify.</param>
/// <param name="Command">The command that made the page, without machine paths; may be empty.</param>
/// <param name="Dirty">True when the work tree differed from the revision; the page then says DRAFT.</param>
public sealed record TraceSiteContext(
    string Title, string Level, string Revision, string ToolVersion, string Command = "", bool Dirty = false);
