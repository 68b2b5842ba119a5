using System.Security.Cryptography;
using Certify.Packaging.Integrity;

namespace Certify.Packaging.Tests;

public class PackageWriterTests
{
    private static readonly PackageIdentity s_identity = new("0.1.0", "Sample", "A", "c0ffee", false, false);

    // @verifies CFY-LLR-057
    [Fact]
    public void Files_come_in_ordinal_order_with_manifest_and_digest()
    {
        string[] paths = [.. Sample.Package().Files.Select(f => f.Path)];
        Assert.Equal(paths.Order(StringComparer.Ordinal), paths);
        Assert.Contains(PackageLayout.Manifest, paths);
        Assert.Contains(PackageLayout.ManifestDigest, paths);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("manifest.json")]
    [InlineData("FACTS/FACTS-MANIFEST.json")]
    [InlineData("con")]
    public void Refuses_paths_that_verification_would_refuse(string path) => Assert.Throws<ArgumentException>(() =>
        PackageWriter.Write([PackageWriter.Facts([]), new(path, [1])], s_identity));

    [Fact]
    public void Refuses_package_without_facts_manifest() =>
        Assert.Throws<ArgumentException>(() => PackageWriter.Write([new("a", [1])], s_identity));

    // @verifies CFY-LLR-059
    [Fact]
    public void Signature_holds_for_its_key_and_manifest_only()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256), other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Package package = Sample.Package();
        byte[] manifest = package.Files.Single(f => f.Path == PackageLayout.Manifest).Bytes;
        byte[] signature = PackageSignature.Sign(key.ExportPkcs8PrivateKeyPem(), manifest);
        PackageFile[] signed = [.. package.Files, new(PackageLayout.Signature, signature)];

        VerifyResult good = PackageVerifierTests.Verify(signed, key.ExportSubjectPublicKeyInfoPem());
        Assert.Empty(good.Findings);
        Assert.True(good.SignedBy);
        Assert.Contains(PackageVerifierTests.Verify(signed, other.ExportSubjectPublicKeyInfoPem()).Findings, f => f.Code == FindingCode.Signature);
        Assert.Contains(PackageVerifierTests.Verify(package.Files, key.ExportSubjectPublicKeyInfoPem()).Findings, f => f.Code == FindingCode.Signature);
        Assert.False(PackageVerifierTests.Verify(signed).SignedBy);
    }

    [Theory]
    [InlineData("no key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public void Refuses_what_is_no_key(string pem) => Assert.Throws<ArgumentException>(() => PackageSignature.Sign(pem, [1]));

    [Fact]
    public void Refuses_key_of_another_curve()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Contains("P-256", Assert.Throws<ArgumentException>(() => PackageSignature.Sign(key.ExportPkcs8PrivateKeyPem(), [1])).Message);
    }

    [Fact]
    public void Refuses_public_key_for_signing()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Throws<ArgumentException>(() => PackageSignature.Sign(key.ExportSubjectPublicKeyInfoPem(), [1]));
    }
}
