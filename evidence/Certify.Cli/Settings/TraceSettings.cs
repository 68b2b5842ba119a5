using Certify.Facts;
using Certify.Trace.Formats;
using Certify.Trace.Model;
using Certify.Trace.Reading.Settings;

namespace Certify.Cli.Settings;

/// <summary>The settings of a trace (trace.yaml), with the records that they name.</summary>
/// <param name="Project">What the settings say; the usual where there is no file.</param>
/// <param name="Folder">Absolute folder that records lie below: that of the settings, else that of the requirements.</param>
/// <param name="Reviews">Files of reviews, or null where the settings name no folder for them.</param>
/// <param name="Justifications">Files of justifications.</param>
/// <param name="Taken">Absolute paths of settings, reviews and justifications: no requirements are read from them.</param>
// @llr CFY-LLR-390
internal sealed record TraceSettings(
    ProjectSettings Project, string Folder, IReadOnlyList<InputFile>? Reviews, IReadOnlyList<InputFile> Justifications, IReadOnlySet<string> Taken)
{
    /// <summary>Name of the settings file.</summary>
    public const string FileName = "trace.yaml";

    /// <summary>Absolute folder of the baselines.</summary>
    public string BaselineFolder => Path.GetFullPath(Project.Baselines, Folder);

    /// <summary>Absolute folder of the reviews.</summary>
    public string ReviewFolder => Path.GetFullPath(Project.Reviews ?? "reviews", Folder);

    /// <summary>What names of fields and tiers mean, or null for the usual.</summary>
    public FieldMapping? Mapping => Project.Mapping is { } m ? new FieldMapping(m.Fields, m.Tiers, m.ListSeparators) : null;

    /// <summary>Finds and reads the settings: the first trace.yaml in one of the folders.</summary>
    /// <param name="folders">Absolute folders: those of requirements, then that of the project.</param>
    /// <param name="shown">Path in reports of an absolute path.</param>
    /// <param name="read">Gives the bytes of a file by its absolute path.</param>
    /// <exception cref="CommandException">The settings are broken, or name what is not there (exit code 2).</exception>
    public static TraceSettings Load(IReadOnlyList<string> folders, Func<string, string> shown, Func<string, byte[]> read)
    {
        var file = folders.Select(f => Path.Combine(f, FileName)).FirstOrDefault(File.Exists);
        if (file is null) return new TraceSettings(ProjectSettings.Default, folders[0], null, [], new HashSet<string>());
        var project = Parse(new InputFile(shown(file), read(file)));
        var folder = Path.GetDirectoryName(file)!;
        var reviews = project.Reviews is { } place ? Below(Path.GetFullPath(place, folder)) : null;
        List<string> justifications = [.. project.Justifications.Select(j => Existing(Path.GetFullPath(j, folder), shown(file)))];
        return new TraceSettings(
            project, folder, reviews is null ? null : [.. reviews.Select(f => new InputFile(shown(f), read(f)))],
            [.. justifications.Select(f => new InputFile(shown(f), read(f)))], new HashSet<string>([file, .. reviews ?? [], .. justifications], StringComparer.Ordinal));
    }

    /// <summary>Adds settings and records to what is audited.</summary>
    /// <param name="inputs">Requirements and sources.</param>
    /// <param name="day">The day that justifications are judged by; today if null.</param>
    public TraceInputs Into(TraceInputs inputs, DateOnly? day) => inputs with
    {
        Settings = Project,
        Reviews = Reviews,
        Justifications = Justifications,
        Day = Justifications.Count == 0 ? day : day ?? DateOnly.FromDateTime(DateTime.UtcNow),
    };

    private static ProjectSettings Parse(InputFile file)
    {
        try
        {
            return ProjectSettingsReader.Read(file);
        }
        catch (TraceInputException e)
        {
            throw CommandException.BadInput(string.Join('\n', e.Findings.Select(f => Trace.Reports.TextReport.Format(f)).DefaultIfEmpty(e.Message)));
        }
    }

    // A folder that is not there yet means that nothing is reviewed yet.
    private static IReadOnlyList<string> Below(string folder) => Directory.Exists(folder) ? Stages.Workspace.FilesBelow(folder, ".md") : [];

    private static string Existing(string file, string settings) =>
        File.Exists(file) ? file : throw CommandException.BadInput($"{settings}: justifications: {file}: no such file");
}
