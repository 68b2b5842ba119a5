using System.CommandLine;
using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Stages;
using Certify.Coverage.Obligations;

namespace Certify.Cli.Commands;

/// <summary>certify build: host assembly and bootable image.</summary>
internal static class BuildCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var path = CommonOptions.PathArgument();
        var output = new Option<string?>("-o", "--output") { HelpName = "FILE", Description = "Copy the image to this file." };
        var instrument = new Option<bool>("--instrument") { Description = "Build the image with coverage counters." };
        var json = CommonOptions.Json();
        var command = new Command("build", "Builds the host assembly and the bootable image.") { path, output, instrument, json };
        command.SetAction(parse =>
        {
            var log = new StageLog(parse.GetValue(json));
            var app = ProjectLocator.Locate(parse.GetValue(path)!).FirstApp();
            var work = Workspace.Open(app, log);
            BuildOutput? built = null;
            log.Stage("build", say =>
            {
                say(app.Name);
                built = parse.GetValue(instrument)
                    ? CoverageStage.BuildInstrumented(work, out ObligationMap _, out var cached)
                    : BuildStage.Run(work, BuildStage.Flight, null, [], out cached);
                return $"{Path.GetFileName(built.Elf)}, {new FileInfo(built.Elf).Length / 1024} KiB on disk, SHA-256 {built.ElfSha256[..16]}…{(cached ? " (unchanged)" : "")}";
            });
            var file = built!.Elf;
            if (parse.GetValue(output) is { } destination)
            {
                AtomicFile.Copy(built.Elf, destination);
                file = Path.GetFullPath(destination);
            }

            if (parse.GetValue(json)) JsonOut.Write(new { name = app.Name, elf = file, sha256 = built.ElfSha256 });
            else Console.Out.WriteLine(file);
            return ExitCodes.Clean;
        });
        return command;
    }
}
