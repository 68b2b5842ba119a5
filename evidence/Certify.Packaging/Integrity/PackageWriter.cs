using System.Text;
using Certify.Facts;

namespace Certify.Packaging.Integrity;

/// <summary>Turns the files of a package into a whole one: manifest, digest, order.</summary>
// @llr CFY-LLR-057
public static class PackageWriter
{
    /// <summary>
    /// The manifest of the fact files; documents print the digest of these bytes, so it is made before them
    /// and handed to <see cref="Write"/> among the files.
    /// </summary>
    /// <param name="facts">The fact files.</param>
    /// <exception cref="ArgumentException">A path is not allowed, is not a fact file's, or is there twice.</exception>
    public static PackageFile Facts(IReadOnlyList<PackageFile> facts)
    {
        Check(facts);
        if (facts.FirstOrDefault(f => !f.Path.StartsWith(PackageLayout.Facts, StringComparison.Ordinal)) is { } other)
            throw new ArgumentException($"'{other.Path}' does not lie in '{PackageLayout.Facts}'", nameof(facts));
        return new PackageFile(
            PackageLayout.FactsManifest, FactJson.Write(new FactsManifest(FactsManifest.SchemaName, Entries(facts))));
    }

    /// <summary>Completes a package.</summary>
    /// <param name="files">Every file, the facts' manifest included, in any order.</param>
    /// <param name="identity">What the package says about itself.</param>
    /// <exception cref="ArgumentException">A path is not allowed or there twice, or the facts' manifest is missing.</exception>
    public static Package Write(IReadOnlyList<PackageFile> files, PackageIdentity identity)
    {
        Check(files);
        PackageFile facts = files.FirstOrDefault(f => f.Path == PackageLayout.FactsManifest)
            ?? throw new ArgumentException($"'{PackageLayout.FactsManifest}' is missing", nameof(files));
        var manifest = new Manifest(
            Manifest.SchemaName, identity.ToolVersion, identity.Product, identity.Level, identity.Revision,
            identity.Draft, identity.Failed, ManifestFile.Digest(facts.Bytes), Entries(files));
        byte[] bytes = FactJson.Write(manifest);
        string digest = ManifestFile.Digest(bytes);
        PackageFile[] all = [.. files,
            new(PackageLayout.Manifest, bytes),
            new(PackageLayout.ManifestDigest, Encoding.ASCII.GetBytes($"{digest}  {PackageLayout.Manifest}\n"))];
        return new Package([.. all.OrderBy(f => f.Path, StringComparer.Ordinal)], digest);
    }

    private static ManifestFile[] Entries(IReadOnlyList<PackageFile> files) =>
        [.. files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(ManifestFile.Of)];

    private static void Check(IReadOnlyList<PackageFile> files)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (PackageFile file in files)
        {
            if (PackagePath.Problem(file.Path) is { } problem) throw new ArgumentException($"'{file.Path}' {problem}", nameof(files));
            if (PackageLayout.IsBeside(file.Path)) throw new ArgumentException($"'{file.Path}' is written here", nameof(files));
            if (!seen.Add(PackagePath.Folded(file.Path))) throw new ArgumentException($"'{file.Path}' is there twice (case aside)", nameof(files));
        }
    }
}

/// <summary>A whole package.</summary>
/// <param name="Files">Every file in ordinal order of path.</param>
/// <param name="Digest">SHA-256 of the manifest: the digest of the package.</param>
public sealed record Package(IReadOnlyList<PackageFile> Files, string Digest);
