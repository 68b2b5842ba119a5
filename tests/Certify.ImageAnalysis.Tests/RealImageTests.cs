using Certify.Facts;
using Certify.Image.Ilc;
using Certify.Image.Inventory;
using Certify.Machine;
using Certify.Machine.Tests;

namespace Certify.ImageAnalysis.Tests;

/// <summary>Images that ILC and the SDK built from C#.</summary>
public sealed class RealImageTests
{
    private static ImageAnalysisFacts Analyse(AppBuild app, string name)
    {
        using var map = File.OpenRead(app.Base + ".map.xml");
        var inventory = ImageInventory.Of(app.Image.Elf, app.Image.Sources, IlcMap.Read(map, "map.xml"), new InventoryOptions(name));
        return ImageAnalyzer.Analyse(app.Image.Elf, app.Image.Sources, Assembled.Options with { Name = name, Symbols = inventory.Symbols });
    }

    private static long Seen(AppBuild app, int frames)
    {
        using var guest = QemuGuest.Start(app.Image, new QemuOptions { Painted = [app.Image.UserStack!] }, app.Types);
        var tags = Enumerable.Range(0, frames).Select(i => new FrameTag((ulong)i, i % 10 == 0)).ToArray();
        Assert.Equal(GuestEnd.Completed, guest.Run(tags, new byte[guest.InputBytes * frames], new byte[guest.OutputBytes * frames]).End);
        return StackPaint.Depth(guest, app.Image.UserStack!);
    }

    // @verifies CFY-HLR-032
    [Fact]
    public void Flight_image_has_no_finding_and_its_stack_is_at_least_the_one_seen_and_at_most_half_more()
    {
        var app = AppBuild.Of("FlightMonitor");
        var facts = Analyse(app, "FlightMonitor");

        Assert.Empty(facts.Findings);
        Assert.Empty(facts.Cycles);
        Assert.DoesNotContain(facts.Indirect, i => i.Kind == "unresolved");
        Assert.True(facts.FrameChecks > 20);
        var (computed, seen) = (facts.User!.ComputedBytes!.Value, Seen(app, 3000));
        Assert.InRange(seen, computed * 2 / 3, computed);
        Assert.Equal(computed, facts.User.Path[^1].Sum);
        Assert.Equal("user code", Assert.Single(facts.User.Entries));
    }

    [Fact]
    public void Fault_stacks_are_computed_from_the_interrupt_table()
    {
        var facts = Analyse(AppBuild.Of("Hello"), "Hello");
        var stacks = facts.Stacks.Where(s => s.Name.StartsWith("interrupt", StringComparison.Ordinal)).ToList();

        Assert.Equal(4, stacks.Count);
        // SS, RSP, RFLAGS, CS, RIP, an error code or a zero, the vector.
        Assert.All(stacks, s => Assert.Equal((56, 4096), (s.ComputedBytes, s.Bytes)));
        Assert.Equal(40, facts.Indirect.Count(i => i.Kind == "interrupt gate"));
        Assert.Equal(0, facts.Stacks.Single(s => s.Name == "boot").ComputedBytes);
    }

    [Fact]
    public void Recursion_and_jumps_into_data_in_CSharp_are_findings()
    {
        var facts = Analyse(AppBuild.Of("Hostile"), "Hostile");

        Assert.Contains(facts.Findings, f => f.RuleId == "CFY1903" && f.Subject == "Hostile.StackFaults.SmallRecursion" && f.Message.Contains("StackFaults.cs:", StringComparison.Ordinal));
        Assert.Contains(facts.Findings, f => f.RuleId == "CFY1903" && f.Subject == "Hostile.StackFaults.LargeRecursion");
        Assert.Contains(facts.Findings, f => f.RuleId == "CFY2106" && f.Subject == "Hostile.MemoryFaults.Execute");
        Assert.Null(facts.User!.ComputedBytes);
        Assert.Contains(facts.Branches, b => b.Reason == "index check");
        Assert.Contains(facts.Branches, b => b.Reason == "overflow check");
        Assert.Contains(facts.Branches, b => b.Reason == "stack canary check");
    }

    [Fact]
    public void Frame_of_more_than_a_page_is_counted_with_its_probe()
    {
        var facts = Analyse(AppBuild.Of("Hostile"), "Hostile");

        Assert.InRange(facts.Functions.Single(f => f.Name == "Hostile.StackFaults.LargeRecursion").FrameBytes ?? 0, 8192, 8192 + 128);
    }
}
