using System.Security.Cryptography;
using Certify.Facts;

namespace Certify.Packaging.Integrity;

/// <summary>manifest.json: what a package consists of.</summary>
/// <param name="Schema">Always <see cref="SchemaName"/>.</param>
/// <param name="ToolVersion">Version of Certify that wrote the package.</param>
/// <param name="Product">Product the package is about.</param>
/// <param name="Level">Software level.</param>
/// <param name="Revision">Source revision.</param>
/// <param name="Draft">True when the work tree differed from the revision.</param>
/// <param name="Failed">True when a stage reported findings.</param>
/// <param name="FactsSha256">SHA-256 of the manifest of fact files, which documents print.</param>
/// <param name="Files">Every file except those beside it, in ordinal order of path.</param>
public sealed record Manifest(
    string Schema,
    string ToolVersion,
    string Product,
    string Level,
    string Revision,
    bool Draft,
    bool Failed,
    string FactsSha256,
    IReadOnlyList<ManifestFile> Files)
{
    /// <summary>Name and version of this schema.</summary>
    public const string SchemaName = "certify/manifest/1";
}

/// <summary>facts-manifest.json: the fact files, as they were when the documents were written.</summary>
public sealed record FactsManifest(string Schema, IReadOnlyList<ManifestFile> Files)
{
    /// <summary>Name and version of this schema.</summary>
    public const string SchemaName = "certify/facts-manifest/1";
}

/// <summary>One file: path with '/' separators, size, SHA-256 in lower-case hex.</summary>
public sealed record ManifestFile(string Path, long Bytes, string Sha256)
{
    /// <summary>The entry of a file.</summary>
    public static ManifestFile Of(PackageFile file) => new(file.Path, file.Bytes.Length, Digest(file.Bytes));

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>A file of a package that is being written.</summary>
public sealed record PackageFile(string Path, byte[] Bytes);

/// <summary>What a package says about itself.</summary>
/// <param name="ToolVersion">Version of Certify.</param>
/// <param name="Product">Product.</param>
/// <param name="Level">Software level.</param>
/// <param name="Revision">Source revision.</param>
/// <param name="Draft">True when the work tree differed.</param>
/// <param name="Failed">True when a stage reported findings.</param>
public sealed record PackageIdentity(
    string ToolVersion, string Product, string Level, string Revision, bool Draft, bool Failed);
