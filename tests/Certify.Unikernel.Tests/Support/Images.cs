using System.Reflection;

namespace Certify.Unikernel.Tests.Support;

/// <summary>Where the images are that this project's build made.</summary>
internal static class Images
{
    /// <summary>Configuration that this assembly and the images were built in.</summary>
    public static string Configuration { get; } = typeof(Images).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "CertifyConfiguration").Value!;

    /// <summary>The repository's root: the folder above with global.json.</summary>
    public static string Root { get; } = FindRoot();

    public static string Hello { get; } = Output("unikernel/Apps/Hello", "Hello");

    public static string Hostile { get; } = Output("unikernel/Apps/Hostile", "Hostile");

    public static string Probe { get; } = Output("tests/Certify.Unikernel.Probe", "Certify.Unikernel.Probe");

    /// <summary>Every image, for theories.</summary>
    public static TheoryData<string> All => [Hello, Hostile, Probe];

    /// <summary>The image that an application in <paramref name="folder"/> is built to.</summary>
    public static string Output(string folder, string name) =>
        Path.Combine(Root, folder, "bin", Configuration, "net10.0", "certify", "flight", name + ".elf");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent ?? throw new InvalidOperationException("no global.json above " + AppContext.BaseDirectory);
        return folder.FullName;
    }
}
