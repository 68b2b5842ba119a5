using System.Text;
using System.Text.RegularExpressions;
using Certify.Packaging.Integrity;

namespace Certify.Cli.Tools;

/// <summary>
/// Line and branch pages by ReportGenerator. Its pages carry the clock, machine paths and links to the outside; all are taken
/// out, so that equal coverage gives equal bytes and the package needs nothing but itself.
/// </summary>
internal static partial class ReportGenerator
{
    /// <summary>Makes the pages of one lcov trace.</summary>
    /// <param name="lcov">The trace, with repository-relative paths.</param>
    /// <param name="sources">Texts of the sources by those paths.</param>
    /// <param name="title">Title of the pages.</param>
    /// <param name="prefix">Folder of the pages in the package, ending in '/'.</param>
    public static IReadOnlyList<PackageFile> Pages(byte[] lcov, IReadOnlyDictionary<string, string> sources, string title, string prefix)
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "reportgenerator", "ReportGenerator.dll");
        var folder = Directory.CreateTempSubdirectory("certify-report-").FullName;
        try
        {
            foreach (var (path, text) in sources)
            {
                var file = Path.Combine(folder, "src", path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }

            File.WriteAllBytes(Path.Combine(folder, "trace.info"), lcov);
            var run = ProcessRunner.Run("dotnet",
                [tool, $"-reports:{folder}/trace.info", $"-targetdir:{folder}/out", $"-sourcedirs:{folder}/src", "-reporttypes:Html", $"-title:{title}", "-verbosity:Error"],
                folder, TimeSpan.FromMinutes(5));
            if (run.ExitCode != 0) throw new CommandException(ExitCodes.InternalFault, "ReportGenerator failed\n" + run.All.Trim());
            return [.. Directory.GetFiles(Path.Combine(folder, "out")).Order(StringComparer.Ordinal)
                .Select(f => new PackageFile(prefix + Path.GetFileName(f), Normal(f, folder)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Normal(string file, string folder)
    {
        if (Path.GetExtension(file) is not (".html" or ".htm" or ".js")) return File.ReadAllBytes(file);
        var text = File.ReadAllText(file).Replace(folder + "/src/", "", StringComparison.Ordinal).Replace(folder, "", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(WithoutOutside(Clock().Replace(text, "").ReplaceLineEndings("\n")));
    }

    /// <summary>Takes out what leads away from the package: the card and the buttons that advertise, and the links of the footer, whose text stays.</summary>
    internal static string WithoutOutside(string html) =>
        OutsideLink().Replace(Button().Replace(Advertisement().Replace(html, ""), ""), "$1")
            .Replace("https://reportgenerator.io/pro", "#", StringComparison.Ordinal);

    [GeneratedRegex("""<div class="card">\s*<div class="card-header">Method coverage</div>\s*<div class="card-body">\s*<div class="center">\s*<p>[^<]*</p>\s*<a [^>]*>[^<]*</a>\s*</div>\s*</div>\s*</div>\s*""")]
    private static partial Regex Advertisement();

    [GeneratedRegex("""<a class="(button|pro-button)" href="https?://[^"]*"[^>]*>(<i [^>]*></i>)?[^<]*</a>""")]
    private static partial Regex Button();

    [GeneratedRegex("""<a href="https?://[^"]*"[^>]*>([^<]*)</a>""")]
    private static partial Regex OutsideLink();

    [GeneratedRegex(@"(?<=[ >])\d{1,2}/\d{1,2}/\d{4}( - |<br ?/?>| )\d{1,2}:\d{2}(:\d{2})?( [AP]M)?|\d{4}-\d{2}-\d{2} - \d{2}:\d{2}:\d{2}")]
    private static partial Regex Clock();
}
