namespace Certify.Projects.Loading;

/// <summary>What a build says: its compiler calls, what they make, and with what.</summary>
/// <param name="Host">Arguments of the compiler for the host.</param>
/// <param name="Target">Arguments of the compiler for the target; null for a project that is no application.</param>
internal sealed record BuildAnswer(IReadOnlyList<string> Host, IReadOnlyList<string>? Target)
{
    /// <summary>Absolute path of the host assembly, built or not.</summary>
    public required string HostAssembly { get; init; }

    /// <summary>Absolute path of the assembly that becomes the image, built or not.</summary>
    public required string? TargetAssembly { get; init; }

    /// <summary>Folder of the compiler's targets; the compiler is in bincore below it.</summary>
    public required string CompilerFolder { get; init; }

    /// <summary>Version of the SDK.</summary>
    public required string SdkVersion { get; init; }

    /// <summary>The property CertifyConfigurations.</summary>
    public required string Configurations { get; init; }
}
