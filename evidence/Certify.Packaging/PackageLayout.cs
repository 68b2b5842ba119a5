namespace Certify.Packaging;

/// <summary>Where things lie in a package. Paths have '/' separators.</summary>
public static class PackageLayout
{
    /// <summary>The manifest: every file of the package except the three here.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>SHA-256 of the manifest, in the form that sha256sum checks: the digest of the package.</summary>
    public const string ManifestDigest = "manifest.sha256";

    /// <summary>Signature over the manifest's bytes, where one was asked for.</summary>
    public const string Signature = "manifest.sig";

    /// <summary>The manifest of the fact files. Its digest is what documents print.</summary>
    public const string FactsManifest = "facts/facts-manifest.json";

    /// <summary>Folder of the fact files.</summary>
    public const string Facts = "facts/";

    /// <summary>project.json.</summary>
    public const string Project = "facts/project.json";

    /// <summary>trace.json.</summary>
    public const string Trace = "facts/trace.json";

    /// <summary>analysis.json.</summary>
    public const string Analysis = "facts/analysis.json";

    /// <summary>image.json.</summary>
    public const string Image = "facts/image.json";

    /// <summary>image-analysis.json.</summary>
    public const string ImageAnalysis = "facts/image-analysis.json";

    /// <summary>results.json.</summary>
    public const string Results = "facts/results.json";

    /// <summary>coverage.json of the target.</summary>
    public const string TargetCoverage = "facts/coverage-target.json";

    /// <summary>coverage.json of the host.</summary>
    public const string HostCoverage = "facts/coverage-host.json";

    /// <summary>objectives.json.</summary>
    public const string Objectives = "facts/objectives.json";

    /// <summary>Folder of the image.</summary>
    public const string ImageFolder = "image/";

    /// <summary>True for the files that lie beside what the manifest covers.</summary>
    public static bool IsBeside(string path) => path is Manifest or ManifestDigest or Signature;
}
