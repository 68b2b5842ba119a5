using System.CommandLine;
using Certify.Cli.Output;
using Certify.Packaging.Integrity;

namespace Certify.Cli.Commands;

/// <summary>certify verify: whether a package is as it was written.</summary>
internal static class VerifyCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of a package." };
        var key = new Option<string?>("--key") { HelpName = "FILE", Description = "PEM file of the public key that has to have signed it." };
        var json = CommonOptions.Json();
        var command = new Command("verify", "Verifies a package: every file, nothing else, facts that belong together.") { folder, key, json };
        command.SetAction(parse =>
        {
            var path = parse.GetValue(folder)!;
            if (!Directory.Exists(path)) throw CommandException.BadInput($"{path}: no such folder");
            var listing = List(Path.GetFullPath(path));
            if (listing.Count == 0) throw CommandException.BadInput($"{path}: is empty, so there is nothing to verify");
            var result = Verify(listing, parse.GetValue(key));
            if (parse.GetValue(json)) JsonOut.Write(result);
            else Print(path, result);
            return result.Findings.Count == 0 ? ExitCodes.Clean : ExitCodes.Findings;
        });
        return command;
    }

    /// <summary>Every entry below a folder, links not followed.</summary>
    public static IReadOnlyList<PackageEntry> List(string folder)
    {
        var entries = new List<PackageEntry>();
        Walk(new DirectoryInfo(folder), "", entries);
        return entries;
    }

    private static VerifyResult Verify(IReadOnlyList<PackageEntry> listing, string? keyFile)
    {
        try
        {
            return PackageVerifier.Verify(listing, keyFile is null ? null : File.ReadAllText(keyFile));
        }
        catch (ArgumentException e)
        {
            throw CommandException.BadInput($"{keyFile}: {e.Message}");
        }
    }

    private static void Print(string path, VerifyResult result)
    {
        foreach (var finding in result.Findings) Console.Out.WriteLine(finding);
        Console.Out.WriteLine(result.Findings.Count == 0
            ? $"{path}: intact, {result.Files} files, {(result.SignedBy ? "signature holds" : "signature not asked for")}, digest {result.Digest}"
            : $"{path}: NOT intact, {result.Findings.Count} findings");
    }

    private static void Walk(DirectoryInfo folder, string prefix, List<PackageEntry> entries)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var path = prefix + entry.Name;
            if (entry.LinkTarget is not null) entries.Add(new PackageEntry(path, EntryKind.Link, () => Stream.Null));
            else if (entry is DirectoryInfo sub && sub.EnumerateFileSystemInfos().Any()) Walk(sub, path + "/", entries);
            else if (entry is DirectoryInfo) entries.Add(new PackageEntry(path, EntryKind.Other, () => Stream.Null)); // a package has no empty folder
            else if ((entry.Attributes & (FileAttributes.Device | FileAttributes.ReparsePoint)) != 0) entries.Add(new PackageEntry(path, EntryKind.Other, () => Stream.Null));
            else entries.Add(new PackageEntry(path, EntryKind.File, () => Open((FileInfo)entry)));
        }
    }

    // A pipe or a device has no length; opening one could wait for ever.
    private static Stream Open(FileInfo file) => file.Length == 0 ? Stream.Null : file.OpenRead();
}
