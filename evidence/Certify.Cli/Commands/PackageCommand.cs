using System.CommandLine;
using System.Globalization;
using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Stages;
using Certify.Cli.Tools;
using Certify.Facts;
using Certify.Packaging;
using Certify.Packaging.Integrity;

namespace Certify.Cli.Commands;

/// <summary>certify package: every stage of an application, then its certification package.</summary>
internal static class PackageCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var path = CommonOptions.PathArgument();
        var output = new Option<string?>("-o", "--output") { HelpName = "DIR", Description = "Folder of the package; artifacts/package/NAME in the repository if left out." };
        var level = CommonOptions.Level();
        var sign = new Option<string?>("--sign") { HelpName = "KEY", Description = "PEM file of a P-256 private key to sign the manifest with." };
        var met = new Option<bool>("--require-met") { Description = "Exit 1 unless every objective is met by evidence or does not apply." };
        var json = CommonOptions.Json();
        var command = new Command("package", "Builds, checks, tests in QEMU, audits, and writes the certification package.") { path, output, level, sign, met, json };
        command.SetAction(parse =>
        {
            var log = new StageLog(parse.GetValue(json));
            var app = ProjectLocator.Locate(parse.GetValue(path)!).FirstApp();
            var key = parse.GetValue(sign) is { } file ? File.ReadAllText(file) : null;
            if (key is not null) Sign(key, []); // a key that cannot sign is said now, not after every stage
            var work = Workspace.Open(app, log);
            var folder = Path.GetFullPath(parse.GetValue(output) ?? Path.Combine(work.Git.Root, "artifacts", "package", app.Name));
            FolderSwap.Check(folder);
            var result = new PackageStage(work, parse.GetValue(level) ?? app.Yaml.Level).Run();
            FolderSwap.Replace(folder, Files(result.Package, key));
            if (parse.GetValue(json)) JsonOut.Write(new { name = app.Name, folder, digest = result.Package.Digest, failed = result.Failed, findings = result.Findings });
            else Summary(folder, result, work, log);
            var open = result.Objectives.Objectives.Count(o => o.Status is ObjectiveStatus.NotMet or ObjectiveStatus.WaitingForPerson);
            return result.Failed || (parse.GetValue(met) && open > 0) ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    private static IEnumerable<(string, byte[])> Files(Package package, string? key)
    {
        foreach (var file in package.Files) yield return (file.Path, file.Bytes);
        if (key is null) yield break;
        yield return (PackageLayout.Signature, Sign(key, package.Files.Single(f => f.Path == PackageLayout.Manifest).Bytes));
    }

    private static byte[] Sign(string key, ReadOnlySpan<byte> manifest)
    {
        try
        {
            return PackageSignature.Sign(key, manifest);
        }
        catch (ArgumentException e)
        {
            throw CommandException.BadInput("--sign: " + e.Message);
        }
    }

    private static void Summary(string folder, PackageOutput result, Workspace work, StageLog log)
    {
        string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        var counts = result.Objectives.Objectives.CountBy(o => o.Status).ToDictionary(c => c.Key, c => c.Value);
        int Of(ObjectiveStatus status) => counts.GetValueOrDefault(status);
        log.Line("");
        log.Line(Format($"image        {result.Image.LoadedBytes:N0} bytes loaded ({result.ElfBytes:N0} in the file), runs in {result.Image.Boot!.MemoryMiB} MiB"));
        log.Line(Format($"boot         {result.Image.Boot.InstructionsToFirstStatement} guest instructions from entry to the first C# statement"));
        log.Line(Format($"start-exit   {result.Times.Median.TotalMilliseconds:0} ms median of {result.Times.Runs} (least {result.Times.Least.TotalMilliseconds:0} ms): QEMU start, boot, 100 frames, exit"));
        foreach (var rate in result.Rates) log.Line(Format($"{rate.Side.ToString().ToLowerInvariant(),-12} {rate.FramesPerSecond:N0} frames/s generated, run and checked"));
        log.Line(Format($"objectives   level {result.Objectives.Level}: {Of(ObjectiveStatus.MetByEvidence)} met by evidence, {Of(ObjectiveStatus.WaitingForPerson)} waiting for a person, {Of(ObjectiveStatus.NotMet)} not met, {Of(ObjectiveStatus.NotApplicable)} not applicable"));
        log.Line(Format($"package      {folder}"));
        log.Line(Format($"digest       {result.Package.Digest}"));
        log.Line(Format($"open         {Path.Combine(folder, "index.html")}"));
        if (work.Git.Revision == GitState.Unversioned) log.Line("draft        the sources are under no version control (no git commit): every page says DRAFT");
        else if (work.Git.Dirty) log.Line("draft        the work tree differs from the revision: every page says DRAFT");
        foreach (var finding in result.Findings) log.Finding("FAILED       " + finding);
    }
}
