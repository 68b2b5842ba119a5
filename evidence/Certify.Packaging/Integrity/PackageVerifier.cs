using System.Security.Cryptography;
using System.Text;
using Certify.Facts;

namespace Certify.Packaging.Integrity;

/// <summary>What verification found.</summary>
/// <param name="Findings">Empty for an intact package.</param>
/// <param name="Digest">SHA-256 of the manifest found, or null.</param>
/// <param name="Files">Files the manifest names.</param>
/// <param name="SignedBy">True when a signature was checked with a key and held, false when none was checked.</param>
public sealed record VerifyResult(IReadOnlyList<PackageFinding> Findings, string? Digest, int Files, bool SignedBy);

/// <summary>
/// Says whether a package is as it was written: every file, nothing else, and facts that belong together.
/// Intact says nothing about what the facts say; a package of a failed run is intact too.
/// </summary>
// @llr CFY-LLR-058
public static class PackageVerifier
{
    /// <summary>Verifies a listing.</summary>
    /// <param name="listing">Every entry of the folder, in any order.</param>
    /// <param name="publicKeyPem">Key that has to have signed the package, or null to leave signatures unchecked.</param>
    /// <exception cref="ArgumentException">The key is none.</exception>
    public static VerifyResult Verify(IReadOnlyList<PackageEntry> listing, string? publicKeyPem = null)
    {
        var findings = new List<PackageFinding>();
        Dictionary<string, PackageEntry> files = Names(listing, findings);
        if (Read(files, PackageLayout.Manifest, findings) is not { } bytes)
        {
            findings.Add(new(FindingCode.Manifest, PackageLayout.Manifest, "is missing, so nothing can be verified"));
            return Result(findings, null, 0, false);
        }

        string digest = ManifestFile.Digest(bytes);
        CheckDigest(files, digest, findings);
        bool signed = CheckSignature(files, bytes, publicKeyPem, findings);
        if (Parse(bytes, findings) is not { } manifest) return Result(findings, digest, 0, signed);

        Dictionary<string, byte[]> facts = CheckFiles(files, manifest, findings);
        FactJoins.Check(manifest, facts, findings);
        return Result(findings, digest, manifest.Files.Count, signed);
    }

    private static VerifyResult Result(List<PackageFinding> findings, string? digest, int files, bool signed) => new(
        [.. findings.Distinct()
            .OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal)],
        digest, files, signed);

    /// <summary>Regular files by path; everything else is a finding.</summary>
    private static Dictionary<string, PackageEntry> Names(IReadOnlyList<PackageEntry> listing, List<PackageFinding> findings)
    {
        var files = new Dictionary<string, PackageEntry>(StringComparer.Ordinal);
        var folded = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PackageEntry entry in listing.OrderBy(e => e.Path, StringComparer.Ordinal))
        {
            if (PackagePath.Problem(entry.Path) is { } problem) findings.Add(new(FindingCode.Path, entry.Path, problem));
            if (!folded.TryAdd(PackagePath.Folded(entry.Path), entry.Path))
                findings.Add(new(FindingCode.Collision, entry.Path, $"collides with '{folded[PackagePath.Folded(entry.Path)]}'"));
            if (entry.Kind == EntryKind.File) files.TryAdd(entry.Path, entry);
            else findings.Add(new(FindingCode.Kind, entry.Path, entry.Kind == EntryKind.Link ? "is a symbolic link" : "is not a regular file"));
        }

        return files;
    }

    private static void CheckDigest(Dictionary<string, PackageEntry> files, string digest, List<PackageFinding> findings)
    {
        byte[]? beside = Read(files, PackageLayout.ManifestDigest, findings);
        if (beside is null) findings.Add(new(FindingCode.Missing, PackageLayout.ManifestDigest, "is missing"));
        else if (!beside.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes($"{digest}  {PackageLayout.Manifest}\n")))
            findings.Add(new(FindingCode.Digest, PackageLayout.ManifestDigest, $"does not give the manifest's digest {digest}"));
    }

    private static bool CheckSignature(
        Dictionary<string, PackageEntry> files, byte[] manifest, string? key, List<PackageFinding> findings)
    {
        if (key is null) return false;
        if (Read(files, PackageLayout.Signature, findings) is not { } signature)
        {
            findings.Add(new(FindingCode.Signature, PackageLayout.Signature, "is missing: the package is not signed"));
            return false;
        }

        if (PackageSignature.Verify(key, manifest, signature)) return true;
        findings.Add(new(FindingCode.Signature, PackageLayout.Signature, "is not this key's signature over this manifest"));
        return false;
    }

    private static Manifest? Parse(byte[] bytes, List<PackageFinding> findings)
    {
        try
        {
            Manifest manifest = FactJson.Read<Manifest>(bytes, PackageLayout.Manifest);
            if (manifest.Schema != Manifest.SchemaName)
                throw new FactFormatException($"has schema '{manifest.Schema}', this version reads '{Manifest.SchemaName}'");
            if (!FactJson.Write(manifest).AsSpan().SequenceEqual(bytes))
                findings.Add(new(FindingCode.Manifest, PackageLayout.Manifest, "is not in the form this tool writes"));
            return manifest;
        }
        catch (Exception e) when (e is FactFormatException or ArgumentException or InvalidOperationException)
        {
            findings.Add(new(FindingCode.Manifest, PackageLayout.Manifest, e.Message));
            return null;
        }
    }

    /// <summary>Holds listing against manifest; gives the bytes of the fact files that are as they should be.</summary>
    private static Dictionary<string, byte[]> CheckFiles(
        Dictionary<string, PackageEntry> files, Manifest manifest, List<PackageFinding> findings)
    {
        var facts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        var folded = new HashSet<string>(StringComparer.Ordinal);
        foreach (ManifestFile file in manifest.Files)
        {
            if (PackagePath.Problem(file.Path) is { } problem) findings.Add(new(FindingCode.Path, file.Path, problem));
            if (PackageLayout.IsBeside(file.Path)) findings.Add(new(FindingCode.Manifest, file.Path, "may not be named in the manifest"));
            if (!folded.Add(PackagePath.Folded(file.Path))) findings.Add(new(FindingCode.Collision, file.Path, "is in the manifest twice (case aside)"));
            if (!named.Add(file.Path)) continue;
            CheckFile(files, file, facts, findings);
        }

        if (!named.Order(StringComparer.Ordinal).SequenceEqual(manifest.Files.Select(f => f.Path)))
            findings.Add(new(FindingCode.Manifest, PackageLayout.Manifest, "does not list its files once each in ordinal order"));
        foreach (string path in files.Keys.Where(path => !named.Contains(path) && !PackageLayout.IsBeside(path)))
            findings.Add(new(FindingCode.Added, path, "is not in the manifest"));
        return facts;
    }

    private static void CheckFile(
        Dictionary<string, PackageEntry> files, ManifestFile file, Dictionary<string, byte[]> facts, List<PackageFinding> findings)
    {
        if (!files.TryGetValue(file.Path, out PackageEntry? entry))
        {
            findings.Add(new(FindingCode.Missing, file.Path, "is missing"));
            return;
        }

        bool isFact = file.Path.StartsWith(PackageLayout.Facts, StringComparison.Ordinal);
        (long length, string digest, byte[]? bytes) = Hash(entry, isFact, findings);
        if (digest.Length == 0) return;
        if (length != file.Bytes)
            findings.Add(new(FindingCode.Changed, file.Path, $"has {length} bytes, the manifest says {file.Bytes}"));
        else if (digest != file.Sha256)
            findings.Add(new(FindingCode.Changed, file.Path, $"has digest {digest}, the manifest says {file.Sha256}"));
        else if (bytes is not null)
            facts[file.Path] = bytes;
    }

    private static (long Length, string Digest, byte[]? Bytes) Hash(PackageEntry entry, bool keep, List<PackageFinding> findings)
    {
        try
        {
            using Stream stream = entry.Open();
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using MemoryStream? kept = keep ? new MemoryStream() : null;
            byte[] buffer = new byte[1 << 16];
            long length = 0;
            for (int read; (read = stream.Read(buffer)) > 0; length += read)
            {
                hash.AppendData(buffer, 0, read);
                kept?.Write(buffer, 0, read);
            }

            return (length, Convert.ToHexStringLower(hash.GetHashAndReset()), kept?.ToArray());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(new(FindingCode.Changed, entry.Path, $"cannot be read: {e.GetType().Name}"));
            return (0, "", null);
        }
    }

    private static byte[]? Read(Dictionary<string, PackageEntry> files, string path, List<PackageFinding> findings) =>
        files.TryGetValue(path, out PackageEntry? entry) ? Hash(entry, keep: true, findings).Bytes : null;
}
