using Certify.Facts;
using Certify.Machine;
using FsCheck.Fluent;

namespace Certify.Testing.Tests;

/// <summary>What cannot be judged is an error, never a pass.</summary>
public class NeverAPassTests
{
    // @verifies CFY-HLR-005
    [Fact]
    public void Zero_cases() => Error("no case was run", "Latch_needs_three", options: Harness.Options with { Cases = 0 });

    [Fact]
    public void Empty_sequence() => Error("without frames", Harness.Entry(() =>
        new SequenceProperty<SampleInputs, SampleOutputs>(Gen.Constant(Array.Empty<SampleInputs>()), (_, _) => null)));

    [Fact]
    public void Property_method_throws() => Error("bang", Harness.Entry(() => throw new InvalidOperationException("bang")));

    [Fact]
    public void Generator_throws() => Error("generating it threw FormatException: bang", Harness.Entry(() =>
        new SequenceProperty<SampleInputs, SampleOutputs>(
            FastGen.Frames<SampleInputs>(5, _ => throw new FormatException("bang")), (_, _) => null)));

    [Fact]
    public void Oracle_throws() => Error("the oracle threw FormatException: bang", Harness.Entry(() =>
        new SequenceProperty<SampleInputs, SampleOutputs>(
            SampleProperties.Frames(5), (_, _) => throw new FormatException("bang"))));

    [Fact]
    public void Labels_throw() => Error("bang", Harness.Entry(() =>
        new SequenceProperty<SampleInputs, SampleOutputs>(SampleProperties.Frames(5), (_, _) => null)
        { Labels = _ => throw new FormatException("bang") }));

    [Fact]
    public void Property_about_other_ports() => Error("where the application", Harness.Entry(() =>
        new SequenceProperty<int, SampleOutputs>(Gen.Constant(new[] { 1 }), (_, _) => null)));

    [Fact]
    public void Image_with_other_port_sizes() => Error(
        "build image and host assembly from the same sources", "Latch_needs_three",
        new FakeGuest.Faults { ExtraInputBytes = 8 });

    // @verifies CFY-HLR-005
    [Fact]
    public void Guest_that_does_not_start()
    {
        int tries = 0;
        var runner = new PropertyRunner(
            Harness.Application, () => { tries++; throw new IOException("no machine"); }, Harness.Options);
        var results = runner.Run([.. Enumerable.Repeat(Harness.Entry("Latch_needs_three"), 5)], [TestSide.Target]);
        Assert.All(results, r => Assert.Equal(Verdict.Error, r.Verdict));
        Assert.All(results, r => Assert.Contains("no machine", r.Message));
        Assert.Equal(2, tries);
    }

    [Fact]
    public void Image_that_panics_while_it_boots()
    {
        var outcome = new GuestOutcome(GuestEnd.Panic, 0, 0, "record");
        var result = Harness.Run("Latch_needs_three", TestSide.Target, () => throw new GuestStartException(outcome));
        Assert.Equal((Verdict.Panic, "record", 0), (result.Verdict, result.Panic, result.Cases));
    }

    [Fact]
    public void Missing_QEMU_is_no_verdict() => Assert.Throws<QemuMissingException>(() =>
        Harness.Run("Latch_needs_three", TestSide.Target, () => throw new QemuMissingException("qemu")));

    [Fact]
    public void Guest_that_claims_completion_too_early() => Assert.Equal(
        Verdict.QemuDied,
        Harness.Run("Latch_needs_three", TestSide.Target, () => new FakeGuest(new FakeGuest.Faults { FramesShort = 1 })).Verdict);

    private static void Error(string message, string name, FakeGuest.Faults? faults = null, RunOptions? options = null) =>
        Error(message, Harness.Entry(name), faults, options);

    private static void Error(string message, PropertyEntry entry, FakeGuest.Faults? faults = null, RunOptions? options = null)
    {
        TestResult result = Harness.Run(entry, TestSide.Target, () => new FakeGuest(faults ?? FakeGuest.Healthy), options);
        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.Contains(message, result.Message);
    }
}
