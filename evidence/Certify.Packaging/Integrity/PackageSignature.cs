using System.Security.Cryptography;

namespace Certify.Packaging.Integrity;

/// <summary>
/// ECDSA P-256 with SHA-256 over the manifest's bytes, as DER: `openssl dgst -sha256 -verify KEY -signature
/// manifest.sig manifest.json` checks it too. Signing draws a random number, so the bytes differ each time;
/// the signature therefore lies beside what the manifest covers. **Source:** FIPS 186-5; RFC 3279.
/// </summary>
// @llr CFY-LLR-059
public static class PackageSignature
{
    /// <summary>Signs the manifest's bytes.</summary>
    /// <param name="privateKeyPem">Private key, PEM, unencrypted.</param>
    /// <param name="manifest">Bytes of manifest.json.</param>
    /// <exception cref="ArgumentException">Not such a key.</exception>
    public static byte[] Sign(string privateKeyPem, ReadOnlySpan<byte> manifest)
    {
        using ECDsa key = Import(privateKeyPem);
        try
        {
            return key.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException e)
        {
            throw new ArgumentException("the key cannot sign; hint: give the private key", e);
        }
    }

    /// <summary>True when the signature is the key's over these bytes.</summary>
    /// <param name="publicKeyPem">Public (or private) key, PEM.</param>
    /// <param name="manifest">Bytes of manifest.json.</param>
    /// <param name="signature">Bytes of manifest.sig.</param>
    /// <exception cref="ArgumentException">Not such a key.</exception>
    public static bool Verify(string publicKeyPem, ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> signature)
    {
        using ECDsa key = Import(publicKeyPem);
        try
        {
            return key.VerifyData(manifest, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static ECDsa Import(string pem)
    {
        ECDsa key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.KeySize == 256) return key;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new ArgumentException("the key is not PEM of an elliptic curve key; hint: openssl ecparam -name prime256v1 -genkey -noout", e);
        }

        key.Dispose();
        throw new ArgumentException($"the key has {key.KeySize} bits; hint: use the curve P-256 (prime256v1)");
    }
}
