using System.CommandLine;
using Certify.Cli;
using Certify.Cli.Commands;
using Certify.Cli.Output;

Certify.Cli.Tools.SdkCompiler.Install(args);
return Entry.Run(args);

namespace Certify.Cli
{
    /// <summary>The tool's entry: parses, dispatches, and turns every end into one of the five exit codes.</summary>
    internal static class Entry
    {
        /// <summary>Runs one command line.</summary>
        public static int Run(string[] args)
        {
            var root = new RootCommand(
                "Certify: from C# source to a certification package.\n"
                + "Exit codes: 0 nothing found, 1 findings, 2 bad usage or input, 3 the host lacks something, 4 a fault of the tool.")
            {
                CheckCommand.Create(),
                BuildCommand.Create(),
                RunCommand.Create(),
                TestCommand.Create(),
                CoverageCommand.Create(),
                TraceCommand.Create(),
                PackageCommand.Create(),
                VerifyCommand.Create(),
                SchemaCommand.Create(),
            };
            var result = root.Parse(args.Length == 0 ? ["--help"] : args);
            if (result.Errors.Count > 0)
            {
                foreach (var error in result.Errors) Terminal.Error(error.Message, null);
                Terminal.Note("hint: certify --help, or certify VERB --help");
                return ExitCodes.BadInput;
            }

            return Guarded(() => result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
        }

        private static int Guarded(Func<int> work)
        {
            try
            {
                return work();
            }
            catch (CommandException e)
            {
                Terminal.Error(e.Message, e.Hint);
                return e.ExitCode;
            }
            catch (Exception e) when (FaultMap.For(e) is { } known)
            {
                Terminal.Error(known.Message, known.Hint);
                return known.ExitCode;
            }
            catch (Exception e)
            {
                Console.Error.WriteLine($"internal fault: {e}");
                return ExitCodes.InternalFault;
            }
        }
    }
}
