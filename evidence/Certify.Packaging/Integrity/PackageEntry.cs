namespace Certify.Packaging.Integrity;

/// <summary>What lies at a path.</summary>
public enum EntryKind
{
    /// <summary>A regular file.</summary>
    File,
    /// <summary>A symbolic link, whatever it leads to.</summary>
    Link,
    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>One entry of a package as found, folders aside. Listed without following links.</summary>
/// <param name="Path">Path relative to the package, '/' separators.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Open">Opens it; called for regular files only, and disposed of here.</param>
public sealed record PackageEntry(string Path, EntryKind Kind, Func<Stream> Open)
{
    /// <summary>An entry of bytes in memory.</summary>
    public static PackageEntry Of(PackageFile file) => new(file.Path, EntryKind.File, () => new MemoryStream(file.Bytes, writable: false));
}
