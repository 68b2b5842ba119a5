using System.Text;
using Certify.Facts;
using Certify.Packaging.Integrity;

namespace Certify.Packaging.Tests;

public class PackageVerifierTests
{
    private static readonly Package s_package = Sample.Package();

    public static TheoryData<string> Members => [.. s_package.Files.Select(f => f.Path)];

    // @verifies CFY-HLR-017, CFY-LLR-058
    [Fact]
    public void Whole_package_has_no_finding()
    {
        VerifyResult result = Verify(s_package.Files);
        Assert.Empty(result.Findings);
        Assert.Equal(s_package.Digest, result.Digest);
    }

    [Fact]
    public void Written_twice_in_another_order_gives_the_same_bytes() => Assert.Equal(
        s_package.Files.Select(f => (f.Path, Convert.ToHexString(f.Bytes))),
        Sample.Package().Files.Select(f => (f.Path, Convert.ToHexString(f.Bytes))));

    // @verifies CFY-HLR-017, CFY-LLR-058
    [Theory, MemberData(nameof(Members))]
    public void Flipped_bit_names_the_file(string path)
    {
        int length = s_package.Files.Single(f => f.Path == path).Bytes.Length;
        for (int at = 0; at < length; at += Math.Max(1, length / 25))
        {
            PackageFinding[] findings = [.. Verify(Edit(path, bytes => bytes[at] ^= 1)).Findings];
            Assert.Contains(findings, f => f.Path == path || path == PackageLayout.Manifest);
            Assert.NotEmpty(findings);
        }
    }

    // @verifies CFY-HLR-017
    [Theory, MemberData(nameof(Members))]
    public void Dropped_file_is_named(string path) =>
        Assert.Contains(Verify([.. s_package.Files.Where(f => f.Path != path)]).Findings, f => f.Path == path);

    [Theory, MemberData(nameof(Members))]
    public void Truncated_file_is_named(string path) => Assert.Contains(
        Verify([.. s_package.Files.Select(f => f.Path == path ? f with { Bytes = f.Bytes[..^1] } : f)]).Findings, f => f.Path == path);

    // @verifies CFY-HLR-017
    [Theory]
    [InlineData("extra.txt", FindingCode.Added)]
    [InlineData("facts/more.json", FindingCode.Added)]
    [InlineData("../outside", FindingCode.Path)]
    [InlineData("/etc/passwd", FindingCode.Path)]
    [InlineData("a\\b", FindingCode.Path)]
    [InlineData("a//b", FindingCode.Path)]
    [InlineData("a/./b", FindingCode.Path)]
    [InlineData("nul.txt", FindingCode.Path)]
    [InlineData("e\u0301.txt", FindingCode.Path)]
    [InlineData("INDEX.html", FindingCode.Collision)]
    [InlineData("index.html", FindingCode.Collision)]
    public void Added_file_is_named(string path, string code) => Assert.Contains(
        Verify([.. s_package.Files, new(path, [1])]).Findings, f => f.Code == code && f.Path.Equals(path, StringComparison.OrdinalIgnoreCase));

    // @verifies CFY-LLR-058
    [Fact]
    public void Swapped_files_are_both_named()
    {
        PackageFile a = s_package.Files.Single(f => f.Path == PackageLayout.Results), b = s_package.Files.Single(f => f.Path == PackageLayout.Trace);
        IReadOnlyList<PackageFinding> findings = Verify([.. s_package.Files.Except([a, b]), a with { Bytes = b.Bytes }, b with { Bytes = a.Bytes }]).Findings;
        Assert.Contains(findings, f => f.Path == a.Path);
        Assert.Contains(findings, f => f.Path == b.Path);
    }

    [Fact]
    public void Symbolic_link_is_refused_even_to_the_same_bytes()
    {
        PackageEntry[] listing = [.. s_package.Files.Select(f => f.Path == "index.html" ? PackageEntry.Of(f) with { Kind = EntryKind.Link } : PackageEntry.Of(f))];
        Assert.Contains(PackageVerifier.Verify(listing).Findings, f => f is { Path: "index.html", Code: FindingCode.Kind });
    }

    [Fact]
    public void Empty_folder_has_no_manifest() =>
        Assert.Contains(PackageVerifier.Verify([]).Findings, f => f.Code == FindingCode.Manifest);

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[")]
    [InlineData("")]
    public void Malformed_manifest_is_a_finding(string text) => Assert.Contains(
        Verify([.. s_package.Files.Select(f => f.Path == PackageLayout.Manifest ? f with { Bytes = Encoding.UTF8.GetBytes(text) } : f)]).Findings,
        f => f is { Path: PackageLayout.Manifest, Code: FindingCode.Manifest });

    [Fact]
    public void Manifest_in_another_form_is_a_finding()
    {
        string text = Encoding.UTF8.GetString(s_package.Files.Single(f => f.Path == PackageLayout.Manifest).Bytes);
        byte[] bytes = Encoding.UTF8.GetBytes(text.Replace("  \"draft\"", "   \"draft\""));
        Assert.Contains(Verify([.. s_package.Files.Where(f => !PackageLayout.IsBeside(f.Path)), new(PackageLayout.Manifest, bytes), Digest(bytes)]).Findings,
            f => f.Message.Contains("not in the form"));
    }

    [Fact]
    public void Unreadable_file_is_named()
    {
        PackageEntry[] listing = [.. s_package.Files.Select(f => f.Path == "index.html"
            ? new PackageEntry(f.Path, EntryKind.File, () => throw new IOException("x")) : PackageEntry.Of(f))];
        Assert.Contains(PackageVerifier.Verify(listing).Findings, f => f.Path == "index.html");
    }

    internal static VerifyResult Verify(IReadOnlyList<PackageFile> files, string? key = null) =>
        PackageVerifier.Verify([.. files.Select(PackageEntry.Of)], key);

    private static PackageFile Digest(byte[] manifest) =>
        new(PackageLayout.ManifestDigest, Encoding.ASCII.GetBytes($"{ManifestFile.Digest(manifest)}  manifest.json\n"));

    private static PackageFile[] Edit(string path, Action<byte[]> edit) => [.. s_package.Files.Select(f =>
    {
        if (f.Path != path) return f;
        byte[] copy = [.. f.Bytes];
        edit(copy);
        return f with { Bytes = copy };
    })];
}
