namespace Certify.Documents.Model;

/// <summary>A document: what its title page says, and its body.</summary>
/// <param name="Identity">Title page and running header.</param>
/// <param name="Landscape">True for documents of wide tables.</param>
/// <param name="Blocks">Body in reading order.</param>
public sealed record Document(Identity Identity, bool Landscape, IReadOnlyList<Block> Blocks);

/// <summary>What identifies a document and the run that wrote it.</summary>
/// <param name="Id">Document id, for example "FM-SRD".</param>
/// <param name="Title">Title, for example "Software Requirements Data".</param>
/// <param name="Project">Product name.</param>
/// <param name="PartNumber">Part number, or null.</param>
/// <param name="Organisation">Organisation, or null.</param>
/// <param name="Level">Software level A to E.</param>
/// <param name="Standard">The section of the standard it serves.</param>
/// <param name="Revision">Source revision.</param>
/// <param name="ToolVersion">Version of Certify.</param>
/// <param name="ImageSha256">Digest of the image, or null where there is none.</param>
/// <param name="ManifestSha256">Digest of the facts manifest.</param>
/// <param name="Marks">What every page says: none, or DRAFT and FAILED with the reason.</param>
/// <param name="Revisions">Revision table, newest first.</param>
/// <param name="OlderRevisions">How many older entries the revision table leaves out.</param>
public sealed record Identity(
    string Id,
    string Title,
    string Project,
    string? PartNumber,
    string? Organisation,
    string Level,
    string Standard,
    string Revision,
    string ToolVersion,
    string? ImageSha256,
    string ManifestSha256,
    IReadOnlyList<Mark> Marks,
    IReadOnlyList<RevisionRow> Revisions,
    int OlderRevisions);

/// <summary>A word on every page and what it means.</summary>
public sealed record Mark(string Word, string Meaning);

/// <summary>A row of the revision table.</summary>
public sealed record RevisionRow(string Date, string Id, string Author, string Subject);
