namespace Certify.Packaging.Integrity;

/// <summary>Something wrong with a package.</summary>
/// <param name="Code">Stable code: see <see cref="FindingCode"/>.</param>
/// <param name="Path">The file, or "" for the package.</param>
/// <param name="Message">What is wrong.</param>
public sealed record PackageFinding(string Code, string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? $"{Code}: {Message}" : $"{Path}: {Code}: {Message}";
}

/// <summary>The codes. A retired one is never used again.</summary>
public static class FindingCode
{
    /// <summary>No manifest, or one that is malformed or not in its canonical form.</summary>
    public const string Manifest = "PKG-001";

    /// <summary>A file of the manifest is missing.</summary>
    public const string Missing = "PKG-002";

    /// <summary>A file is there that the manifest does not name.</summary>
    public const string Added = "PKG-003";

    /// <summary>A file differs from the manifest.</summary>
    public const string Changed = "PKG-004";

    /// <summary>A path is not allowed.</summary>
    public const string Path = "PKG-005";

    /// <summary>Not a regular file.</summary>
    public const string Kind = "PKG-006";

    /// <summary>Two names that are equal, or equal but for case.</summary>
    public const string Collision = "PKG-007";

    /// <summary>The digest beside the manifest is not that of the manifest.</summary>
    public const string Digest = "PKG-008";

    /// <summary>The facts' manifest is not what the fact files or the manifest say.</summary>
    public const string Facts = "PKG-009";

    /// <summary>A fact file is malformed, or facts do not belong together.</summary>
    public const string Join = "PKG-010";

    /// <summary>The image is not the one that the facts are about.</summary>
    public const string Image = "PKG-011";

    /// <summary>The signature is missing, or not that of the key over this manifest.</summary>
    public const string Signature = "PKG-012";
}
