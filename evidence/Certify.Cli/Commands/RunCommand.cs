using System.CommandLine;
using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Stages;
using Certify.Machine;

namespace Certify.Cli.Commands;

/// <summary>certify run: boots the flight image with the console on standard output.</summary>
internal static class RunCommand
{
    private const int FramesDefault = 100;

    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var path = CommonOptions.PathArgument();
        var gdb = new Option<int?>("--gdb") { HelpName = "PORT", Description = "Wait for a debugger on this port of 127.0.0.1." };
        var at = new Option<string?>("--break") { HelpName = "PLACE", Description = "With --gdb: where the printed gdb command stops, FILE.cs:LINE." };
        var memory = new Option<int>("--memory") { HelpName = "MIB", Description = "Guest memory in MiB.", DefaultValueFactory = _ => 4 };
        var frames = new Option<int>("--frames") { HelpName = "N", Description = "Frames of zero inputs to release.", DefaultValueFactory = _ => FramesDefault };
        var inputs = new Option<string?>("--inputs") { HelpName = "FILE", Description = "File with the input messages to release, byte for byte, in place of zeros." };
        var json = CommonOptions.Json();
        var command = new Command("run", "Boots the image; its console goes to standard output.") { path, gdb, at, memory, frames, inputs, json };
        command.SetAction(parse =>
        {
            var log = new StageLog(parse.GetValue(json));
            if (parse.GetValue(memory) is < 1 or > 4096) throw CommandException.BadInput("--memory takes 1 to 4096 MiB");
            if (parse.GetValue(gdb) is < 1 or > 65535) throw CommandException.BadInput("--gdb takes a port from 1 to 65535");
            var app = ProjectLocator.Locate(parse.GetValue(path)!).FirstApp();
            var work = Workspace.Open(app, log);
            BuildOutput? built = null;
            log.Stage("build", _ =>
            {
                built = BuildStage.Run(work, BuildStage.Flight, null, [], out var cached);
                return Path.GetFileName(built.Elf) + (cached ? " (unchanged)" : "");
            });
            var image = GuestImage.Load(built!.Elf, built.TargetAssembly);
            var options = new QemuOptions { MemoryMiB = parse.GetValue(memory), GdbPort = parse.GetValue(gdb) };
            var request = ImageStage.Request(built, parse.GetValue(frames));
            if (parse.GetValue(inputs) is { } file) request = WithInputs(request, file);
            Action? started = options.GdbPort is { } port
                ? () => log.Line("debugger: " + GdbServer.CommandLine(built.Elf, port, parse.GetValue(at) ?? ImageStage.FirstLine(image), "/_/", work.Git.Root))
                : null;
            using var cancel = new CancellationTokenSource();
            Console.CancelKeyPress += (_, e) => { e.Cancel = true; cancel.Cancel(); };
            var console = parse.GetValue(json) ? new StringWriter() : Console.Out;
            var result = QemuRun.Run(image, options, request, console, started, cancel.Token);
            if (parse.GetValue(json))
                JsonOut.Write(new { end = result.Outcome.End, frames = result.Outcome.FramesCompleted, exitCode = result.ExitCode, console = console.ToString(), detail = result.Outcome.Detail });
            var verdict = $"{result.Outcome.End}: {result.Outcome.FramesCompleted} of {request.Frames} frames, QEMU exit code {result.ExitCode}, {result.Wall.TotalMilliseconds:0} ms from start to exit";
            if (result.Outcome.End == GuestEnd.Completed)
            {
                log.Line(verdict);
                return ExitCodes.Clean;
            }

            log.Finding(verdict);
            if (result.Outcome.Detail is { } detail) log.Line(detail);
            return ExitCodes.Findings;
        });
        return command;
    }

    private static RunRequest WithInputs(RunRequest request, string file)
    {
        var bytes = File.ReadAllBytes(file);
        if (bytes.Length == 0 || bytes.Length % request.InputBytes != 0)
            throw CommandException.BadInput(
                $"{file}: {bytes.Length} bytes are no whole number of input messages", $"one message has {request.InputBytes} bytes");
        return request with { Frames = bytes.Length / request.InputBytes, Inputs = bytes };
    }
}
