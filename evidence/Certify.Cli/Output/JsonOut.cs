using Certify.Facts;

namespace Certify.Cli.Output;

/// <summary>Results for scripts, on standard output.</summary>
internal static class JsonOut
{
    /// <summary>Writes one value in the form of the fact files.</summary>
    public static void Write<T>(T value)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(FactJson.Write(value));
    }
}
