using System.CommandLine;
namespace Certify.Cli.Commands;
internal static class CheckCommand { public static Command Create() => new("check"); }
internal static class CoverageCommand { public static Command Create() => new("coverage"); }
internal static class PackageCommand { public static Command Create() => new("package"); }
internal static class VerifyCommand { public static Command Create() => new("verify"); }
