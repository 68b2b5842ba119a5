using System.Runtime.Loader;
using Certify.Cli.Tools;
using Certify.Facts;
using Certify.Image.Ilc;
using Certify.Image.Inventory;
using Certify.Machine;
using Certify.Testing;

namespace Certify.Cli.Stages;

/// <summary>Times of a boot; printed, never part of a package.</summary>
internal sealed record BootTimes(TimeSpan Median, TimeSpan Least, int Runs);

/// <summary>What the linked image holds and what its boot costs.</summary>
internal static class ImageStage
{
    private const int BootFrames = 100;
    private const int BootRuns = 5;

    /// <summary>Takes the inventory of the flight image and measures its boot.</summary>
    public static ImageFacts Run(Workspace work, BuildOutput built, out bool cached)
    {
        var tools = ToolInventory.Of(work);
        var key = tools.Select(t => $"{t.Name} {t.Version} {t.Sha256}").Append(built.ElfSha256).Append(Digest.OfFile(built.MapXml));
        (var folder, cached) = work.Cache.Get("image", key.Concat(work.BuildInputs()), into =>
            File.WriteAllBytes(Path.Combine(into, "image.json"), FactJson.Write(Describe(work, built, tools))));
        var facts = Workspace.ReadFacts<ImageFacts>(Path.Combine(folder, "image.json"));
        return facts with { Header = work.Restamp(facts.Header) };
    }

    private static ImageFacts Describe(Workspace work, BuildOutput built, IReadOnlyList<ToolFact> tools)
    {
        var image = GuestImage.Load(built.Elf, built.TargetAssembly);
        IlcMap map;
        using (var stream = File.OpenRead(built.MapXml)) map = IlcMap.Read(stream, Path.GetFileName(built.MapXml));
        var inventory = ImageInventory.Of(image.Elf, image.Sources, map, new InventoryOptions(work.App.Name) { ToRepositoryPath = work.FromImage });
        var inputs = CoverageStage.TargetSources(work).Select(s => new FileDigest(s.RelativePath, Digest.OfFile(s.Path)))
            .Concat(work.Digests(Workspace.FilesBelow(Path.Combine(work.RuntimeRoot, "Platform"))));
        return new ImageFacts(
            work.Header(ImageFacts.Schema, "certify build", inputs, null, built.ElfSha256),
            work.App.Name,
            new FileDigest("image/" + Path.GetFileName(built.Elf), built.ElfSha256),
            inventory.LoadedBytes, inventory.Segments, inventory.Components, inventory.Symbols,
            IlcLog.ReadStatics(File.ReadAllText(built.IlcLog)), tools, Boot(built));
    }

    /// <summary>Frames of zero inputs for the image of a build.</summary>
    public static RunRequest Request(BuildOutput built, int frames)
    {
        var context = new AssemblyLoadContext("ports", isCollectible: true);
        try
        {
            var assembly = context.LoadFromStream(new MemoryStream(File.ReadAllBytes(built.HostAssembly)));
            var application = HostApplication.Find(assembly);
            return new RunRequest(frames, application.InputBytes, application.OutputBytes);
        }
        catch (ArgumentException e)
        {
            throw CommandException.BadInput(e.Message);
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>Where a debugger may stop first: FILE.cs:LINE of the first C# statement.</summary>
    public static string FirstLine(GuestImage image)
    {
        var row = image.Sources.Lines.Rows.Where(r => r.Line > 0 && r.IsStatement && r.File.EndsWith(".cs", StringComparison.Ordinal))
            .MinBy(r => r.File.Contains("/Boot/", StringComparison.Ordinal) ? 0 : 1);
        return row is null ? "certify_main" : $"{Path.GetFileName(row.File)}:{row.Line}";
    }

    /// <summary>Boots the image a few times: exit after so many frames, wall time each.</summary>
    public static BootTimes Times(BuildOutput built)
    {
        var times = BootProbe.WallTimes(GuestImage.Load(built.Elf), null, Request(built, BootFrames), BootRuns).Order().ToList();
        return new BootTimes(times[times.Count / 2], times[0], times.Count);
    }

    /// <summary>Counts instructions and finds the least memory.</summary>
    public static BootFact Boot(BuildOutput built)
    {
        var image = GuestImage.Load(built.Elf, built.TargetAssembly);
        return new BootFact(
            BootProbe.CountInstructions(image).ToFirstStatement,
            BootProbe.SmallestMemoryMiB(image, null, Request(built, BootFrames)));
    }
}
