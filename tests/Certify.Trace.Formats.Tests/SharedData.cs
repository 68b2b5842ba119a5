using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests;

/// <summary>Published data beside the repository.</summary>
internal static class SharedData
{
    public const string Cfe = "nasa-cfe/cFE_FunctionalRequirements.csv";
    public const string Fret = "fret-lmcps/LM_requirements.json";

    public static InputFile Read(string name) => new(Path.GetFileName(name), File.ReadAllBytes(PathOf(name)!));

    public static string? PathOf(string name)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, "shared", "data", name);
            if (File.Exists(file)) return file;
        }
        return null;
    }
}

/// <summary>Skips where the data beside the repository is absent.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string name)
    {
        if (SharedData.PathOf(name) is null) Skip = $"no shared/data/{name} beside the repository";
    }
}
