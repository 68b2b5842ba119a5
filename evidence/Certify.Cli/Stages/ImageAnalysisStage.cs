using System.Xml.Linq;
using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Tools;
using Certify.Facts;
using Certify.Image.Ilc;
using Certify.Image.Inventory;
using Certify.ImageAnalysis;
using Certify.Machine;
using Certify.Testing;

namespace Certify.Cli.Stages;

/// <summary>What the machine code of the flight image proves, and how deep its stack is in runs.</summary>
internal static class ImageAnalysisStage
{
    private const int CasesMeasured = 20;

    /// <summary>Analyses the flight image and measures its stack, or takes what an equal image gave.</summary>
    public static ImageAnalysisFacts Run(Workspace work, BuildOutput built, Action<string> say, out bool cached)
    {
        var key = work.BuildInputs().Append(built.ElfSha256).Append(Digest.OfFile(built.MapXml));
        (var folder, cached) = work.Cache.Get("image-analysis", key, into =>
        {
            say("every function of the image");
            var facts = Analyse(work, built);
            say("runs on a painted stack");
            if (Measure(work, built) is { } measured) facts = StackComparison.Compare(facts, measured);
            File.WriteAllBytes(Path.Combine(into, "image-analysis.json"), FactJson.Write(facts));
        });
        var read = Workspace.ReadFacts<ImageAnalysisFacts>(Path.Combine(folder, "image-analysis.json"));
        return read with { Header = work.Restamp(read.Header) };
    }

    /// <summary>The image part of a check: none for a library, none while the sources break rules.</summary>
    public static bool Check(AppSettings app, CheckOutput sources, StageLog log, out ImageAnalysisFacts? facts)
    {
        facts = null;
        if (!IsApplication(app.ProjectFile)) return true;
        if (!sources.Passed)
        {
            log.Line("machine    not analysed: the sources break rules");
            return false;
        }

        var work = Workspace.Open(app, log);
        ImageAnalysisFacts? found = null;
        log.Stage("machine", say =>
        {
            say("build");
            var built = BuildStage.Run(work, BuildStage.Flight, null, [], out _);
            found = Run(work, built, say, out var cached);
            return Summary(found) + (cached ? " (unchanged)" : "");
        });
        facts = found!;
        Print(facts, log);
        return facts.Findings.Count == 0;
    }

    /// <summary>One sentence about the machine code.</summary>
    public static string Summary(ImageAnalysisFacts facts)
    {
        var open = facts.Additional.Count(a => !a.Explained);
        var unresolved = facts.Indirect.Count(i => i.Kind == "unresolved");
        var stack = facts.User is { ComputedBytes: { } computed } user ? $"stack {computed} of {user.Bytes} bytes" : "stack not known";
        var measured = facts.Measured is { } m ? $" ({m.Bytes} seen in {m.Frames} frames)" : " (not measured)";
        return $"{stack}{measured}; {facts.Functions.Count} functions, {facts.Functions.Count(f => f.Reached)} reached; "
            + $"{facts.Indirect.Count} indirect transfers, {unresolved} unresolved; "
            + $"additional code: {facts.Additional.Count - open} explained, {open} open; {facts.Findings.Count} findings";
    }

    /// <summary>Findings in compiler form, and what stays open.</summary>
    public static void Print(ImageAnalysisFacts facts, StageLog log)
    {
        foreach (var finding in facts.Findings)
            log.Finding($"{finding.Place?.ToString() ?? facts.Name}: error {finding.RuleId}: {finding.Message}");
        foreach (var open in facts.Additional.Where(a => !a.Explained))
            log.Line($"open         {open.Place?.ToString() ?? facts.Name}: {open.What}: {open.Reason}");
        if (facts.Measured?.NotSeen is { } notSeen) log.Line("stack        " + notSeen);
    }

    /// <summary>Static memory that can be written, stacks left out.</summary>
    public static long StaticBytes(ImageAnalysisFacts facts) =>
        facts.Memory.Where(m => m.Writable && !m.Section.StartsWith(".stack", StringComparison.Ordinal)).Sum(m => m.Bytes);

    private static ImageAnalysisFacts Analyse(Workspace work, BuildOutput built)
    {
        var image = GuestImage.Load(built.Elf, built.TargetAssembly);
        IlcMap map;
        using (var stream = File.OpenRead(built.MapXml)) map = IlcMap.Read(stream, Path.GetFileName(built.MapXml));
        var inventory = ImageInventory.Of(image.Elf, image.Sources, map, new InventoryOptions(work.App.Name) { ToRepositoryPath = work.FromImage });
        var decisions = CoverageStage.Obligations(work, out _).Decisions.ToLookup(d => d.Place.Path, StringComparer.Ordinal);
        return ImageAnalyzer.Analyse(image.Elf, image.Sources, new AnalysisOptions(work.App.Name, work.Header(ImageAnalysisFacts.Schema, "certify check", [new(Path.GetFileName(built.Elf), built.ElfSha256)], null, built.ElfSha256))
        {
            Symbols = inventory.Symbols,
            Statics = IlcLog.ReadStatics(File.ReadAllText(built.IlcLog)),
            Code = Code(work),
            Assembly = File.ReadAllBytes(built.TargetAssembly),
            HasDecision = place => decisions[place.Path].Any(d => place.Line >= d.Place.Line && place.Line <= d.EndLine),
            ToShownPath = work.FromImage,
            ComponentOf = path => work.ComponentOfShown(path),
            DeclaredCalls = work.App.Yaml.IndirectCalls.ToDictionary(c => c.From, c => (IReadOnlyList<string>)c.To, StringComparer.Ordinal),
            StackBudget = Budget(work, "stack-bytes"),
            StaticBudget = Budget(work, "static-bytes"),
        });
    }

    /// <summary>Tagged members, where the application has requirements; without them nothing is said about tags.</summary>
    private static IReadOnlyList<CodeFact>? Code(Workspace work) =>
        work.App.Yaml.Requirements.All(r => Directory.Exists(Path.Combine(work.App.Folder, r)))
            ? TraceStage.Audit(work, work.App.Yaml.Level, null, null).Code
            : null;

    private static long? Budget(Workspace work, string measure) => work.App.Yaml.Budgets.Find(b => b.Measure == measure)?.Limit;

    private static StackMeasurement? Measure(Workspace work, BuildOutput built)
    {
        var image = GuestImage.Load(built.Elf, built.TargetAssembly);
        if (image.UserStack is not { } stack) return null;
        var options = new QemuOptions { Painted = [stack] };
        try
        {
            return work.App.Yaml.Properties is null ? Frames(image, built, options, stack) : Properties(work, built, options, stack);
        }
        catch (QemuMissingException)
        {
            return null;
        }
    }

    private static StackMeasurement Properties(Workspace work, BuildOutput built, QemuOptions options, MemoryRange stack)
    {
        var properties = PropertyAssembly.Load(work);
        var watch = new Watermark(stack);
        var run = new RunOptions { Seed = TestStage.FixedSeed, Cases = CasesMeasured, Shrink = false, ReplayPath = work.ShownFolder };
        var results = new PropertyRunner(properties.Application, TestStage.Boot(built, properties, options), run, watch)
            .Run(properties.Catalogue.Entries, [TestSide.Target]);
        return new StackMeasurement(watch.Depth, results.Sum(r => r.Frames), results.Count, TestStage.FixedSeed);
    }

    private static StackMeasurement Frames(GuestImage image, BuildOutput built, QemuOptions options, MemoryRange stack)
    {
        var request = ImageStage.Request(built, CasesMeasured);
        using var guest = QemuGuest.Start(image, options);
        var tags = Enumerable.Range(0, CasesMeasured).Select(i => new FrameTag((ulong)i, i == 0)).ToArray();
        guest.Run(tags, new byte[CasesMeasured * request.InputBytes], new byte[CasesMeasured * request.OutputBytes]);
        return new StackMeasurement(StackPaint.Depth(guest, stack), CasesMeasured, 0, 0);
    }

    private static bool IsApplication(string project) => Path.GetExtension(project) == ".csproj"
        && XDocument.Load(project).Descendants().Any(e => e.Name.LocalName == "CertifyApplication" && e.Value.Trim().Length > 0);

    private sealed class Watermark(MemoryRange stack) : IRunObserver
    {
        public long Depth { get; private set; }

        public void CasesDone(PropertyEntry entry, IGuest guest) => Depth = Math.Max(Depth, StackPaint.Depth(guest, stack));
    }
}
