namespace Certify.Facts;

/// <summary>What every fact file starts with: where it came from and what it was made of.</summary>
/// <param name="Schema">Schema name and version, for example "certify/trace/1".</param>
/// <param name="ToolVersion">Version of Certify that wrote the file.</param>
/// <param name="CommandLine">The command, without machine paths.</param>
/// <param name="Revision">The source revision (git commit id), or "unversioned".</param>
/// <param name="Dirty">True when the work tree differed from the revision; documents then say DRAFT.</param>
/// <param name="Inputs">Every input file: repository-relative path and SHA-256, in ordinal order of path.</param>
/// <param name="Seed">The seed of everything random, or null where nothing is.</param>
/// <param name="ImageSha256">SHA-256 (lower-case hex) of the image the facts are about, or null.</param>
public sealed record FactHeader(
    string Schema,
    string ToolVersion,
    string CommandLine,
    string Revision,
    bool Dirty,
    IReadOnlyList<FileDigest> Inputs,
    ulong? Seed = null,
    string? ImageSha256 = null);

/// <summary>A file by repository-relative path ('/' separators) and SHA-256 in lower-case hex.</summary>
public sealed record FileDigest(string Path, string Sha256);

/// <summary>A place in a source file.</summary>
/// <param name="Path">Repository-relative path with '/' separators.</param>
/// <param name="Line">1-based line, or 0 where the whole file is meant.</param>
/// <param name="Column">1-based column, or 0.</param>
public sealed record SourcePlace(string Path, int Line, int Column = 0)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Line == 0 ? Path : Column == 0 ? $"{Path}:{Line}" : $"{Path}:{Line}:{Column}";
}
