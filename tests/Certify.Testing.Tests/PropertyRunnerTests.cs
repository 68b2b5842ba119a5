using Certify.Facts;
using Certify.Machine;
using FsCheck.Fluent;

namespace Certify.Testing.Tests;

public class PropertyRunnerTests
{
    // @verifies CFY-HLR-005
    [Theory]
    [InlineData(TestSide.Host)]
    [InlineData(TestSide.Target)]
    [InlineData(TestSide.Differential)]
    public void Passes_property_that_holds(TestSide side)
    {
        TestResult result = Harness.Run("Latch_needs_three", side);
        Assert.Equal(Verdict.Passed, result.Verdict);
        Assert.Equal(200, result.Cases);
        Assert.Equal(20_000, result.Frames);
        Assert.Equal(200, result.Labels.Sum(l => l.Count));
        Assert.NotNull(result.OutputsSha256);
        Assert.Null(result.Replay);
    }

    // @verifies CFY-LLR-042
    [Fact]
    public void All_sides_see_the_same_inputs_and_outputs()
    {
        TestResult[] results = [.. Enum.GetValues<TestSide>().Select(side => Harness.Run("Latch_needs_three", side))];
        Assert.Single(results.Select(r => r.InputsSha256).Distinct());
        Assert.Single(results.Select(r => r.OutputsSha256).Distinct());
    }

    // @verifies CFY-LLR-042
    [Fact]
    public void Result_does_not_depend_on_batching()
    {
        TestResult large = Harness.Run("Wrong_streak", TestSide.Target);
        TestResult small = Harness.Run("Wrong_streak", TestSide.Target, options: Harness.Options with { BatchBytes = 1 });
        Assert.Equal(Harness.Text(large), Harness.Text(small));
    }

    [Fact]
    public void Another_seed_gives_other_inputs() => Assert.NotEqual(
        Harness.Run("Latch_needs_three", TestSide.Host).InputsSha256,
        Harness.Run("Latch_needs_three", TestSide.Host, options: Harness.Options with { Seed = 2 }).InputsSha256);

    // @verifies CFY-HLR-006
    [Fact]
    public void Violation_shrinks_to_the_smallest_case_in_the_generated_range()
    {
        TestResult result = Harness.Run("Wrong_streak", TestSide.Target);
        Assert.Equal(Verdict.Failed, result.Verdict);
        Assert.Contains("3 frames left of 100", result.Shrunk);
        Assert.Contains("frame 0        Mode=Armed Command=101, others zero", result.Shrunk);
        Assert.Contains("frames 1..2    as before   <-- at frame 2", result.Shrunk);
        Assert.Contains("Streak is 3", result.Shrunk);
        Assert.Contains("answer to frame 2: Latched=true Streak=3, others zero", result.Shrunk);
    }

    [Fact]
    public void Shrinking_keeps_fields_in_the_range_they_were_generated_in()
    {
        TestResult result = Harness.Run(Harness.Entry(() => new SequenceProperty<SampleInputs, SampleOutputs>(
            SampleProperties.Frames(20), static (_, _) => new Violation(0, "always"))), TestSide.Host);
        Assert.Contains("1 frame left of 20", result.Shrunk);
        Assert.Contains("Command=1,", result.Shrunk);
    }

    [Fact]
    public void Shrinking_keeps_to_valid_sequences()
    {
        TestResult result = Harness.Run(Harness.Entry(() => new SequenceProperty<SampleInputs, SampleOutputs>(
            SampleProperties.Frames(20), static (_, _) => new Violation(0, "always"))
        { Valid = frames => frames.Length >= 7 }), TestSide.Host);
        Assert.Contains("7 frames left of 20", result.Shrunk);
    }

    // @verifies CFY-HLR-006
    [Fact]
    public void Replay_of_one_case_gives_the_same_failure_and_smallest_case()
    {
        TestResult all = Harness.Run("Wrong_streak", TestSide.Target);
        int index = int.Parse(all.Replay!.Split("--case ")[1]);
        Assert.Equal(
            $"certify test app --target qemu --seed 1 --property M:Certify.Testing.Tests.SampleProperties.Wrong_streak --case {index}",
            all.Replay);
        TestResult one = Harness.Run("Wrong_streak", TestSide.Target, options: Harness.Options with { Case = index });
        Assert.Equal((all.Message, all.Shrunk, all.Replay), (one.Message, one.Shrunk, one.Replay));
        Assert.Equal(1, one.Cases);
    }

    [Theory]
    [InlineData("a/b-c_d.e", "a/b-c_d.e")]
    [InlineData("My App", "'My App'")]
    [InlineData("it's [x]", @"'it'\''s [x]'")]
    public void Replay_line_can_be_pasted_into_a_shell(string path, string shown)
    {
        TestResult result = Harness.Run("Wrong_streak", TestSide.Host, options: Harness.Options with { ReplayTool = "./certify", ReplayPath = path });
        Assert.StartsWith($"./certify test {shown} --target host ", result.Replay);
    }

    // @verifies CFY-HLR-005
    [Theory]
    [InlineData(GuestEnd.Panic, Verdict.Panic)]
    [InlineData(GuestEnd.Hang, Verdict.Hang)]
    [InlineData(GuestEnd.TripleFault, Verdict.TripleFault)]
    [InlineData(GuestEnd.QemuDied, Verdict.QemuDied)]
    public void Dead_guest_is_a_verdict_with_the_case_that_caused_it(GuestEnd end, Verdict verdict)
    {
        int starts = 0;
        var faults = new FakeGuest.Faults { End = f => f.Command == 150 ? end : GuestEnd.Completed };
        TestResult result = Harness.Run("Latch_needs_three", TestSide.Target, () => { starts++; return new FakeGuest(faults); });
        Assert.Equal(verdict, result.Verdict);
        Assert.Equal($"record of {end}", result.Panic);
        Assert.Contains("1 frame left", result.Shrunk);
        Assert.Contains("Command=150", result.Shrunk);
        Assert.Contains("--case " + result.Message!.Split(' ')[1].TrimEnd(','), result.Replay);
        Assert.InRange(starts, 2, Harness.Options.ShrinkRestarts + 1);
    }

    [Fact]
    public void Shrinking_does_not_slip_to_another_fault()
    {
        int Kind(SampleInputs f) => f.Command >= 150 ? 2 : f.Command >= 140 ? 1 : 0;
        var faults = new FakeGuest.Faults
        {
            End = f => Kind(f) == 0 ? GuestEnd.Completed : GuestEnd.Panic,
            Detail = f => Kind(f) == 2 ? "panic: #DE divide error\n  in App.Divide at a.cs:1" : "panic: #PF page fault\n  in App.Read at a.cs:2",
        };
        PropertyEntry entry = Harness.Entry(() => new SequenceProperty<SampleInputs, SampleOutputs>(
            Gen.Constant(new SampleInputs[] { new() { Command = 1 }, new() { Command = 190 } }), (_, _) => null));
        TestResult result = Harness.Run(entry, TestSide.Target, () => new FakeGuest(faults));
        Assert.Contains("Command=150", result.Shrunk);
    }

    [Fact]
    public void Next_test_runs_on_a_fresh_guest_after_a_death()
    {
        bool first = true;
        var faults = new FakeGuest.Faults { End = f => f.Command == 150 ? GuestEnd.Hang : GuestEnd.Completed };
        IGuest Start()
        {
            var guest = new FakeGuest(first ? faults : FakeGuest.Healthy);
            first = false;
            return guest;
        }

        var runner = new PropertyRunner(Harness.Application, Start, Harness.Options with { Shrink = false });
        var results = runner.Run([Harness.Entry("Latch_needs_three"), Harness.Entry("Latch_needs_three")], [TestSide.Target]);
        Assert.Equal([Verdict.Hang, Verdict.Passed], results.Select(r => r.Verdict));
    }

    [Fact]
    public void Failure_that_needs_earlier_cases_is_said_to_leak_state()
    {
        int runs = 0;
        var faults = new FakeGuest.Faults { End = f => runs++ == 5000 ? GuestEnd.Panic : GuestEnd.Completed };
        TestResult result = Harness.Run("Latch_needs_three", TestSide.Target, () => new FakeGuest(faults));
        Assert.Equal(Verdict.Panic, result.Verdict);
        Assert.StartsWith("does not fail alone", result.Shrunk);
    }

    [Fact]
    public void Exception_of_the_application_on_the_host_is_a_panic()
    {
        TestResult result = Harness.Run(Harness.Entry(() => new SequenceProperty<SampleInputs, SampleOutputs>(
            Gen.Constant(new[] { default, new SampleInputs { Command = 7777 } }), static (_, _) => null)), TestSide.Host);
        Assert.Equal(Verdict.Panic, result.Verdict);
        Assert.Contains("DivideByZeroException", result.Panic);
        Assert.Contains("SampleApplication.Step", result.Panic);
        Assert.Contains("frame 1 of 2", result.Message);
    }

    // @verifies CFY-HLR-005
    [Fact]
    public void Step_that_does_not_end_on_the_host_is_a_hang_and_the_next_test_goes_on()
    {
        PropertyEntry entry = Harness.Entry(() => new SequenceProperty<SampleInputs, SampleOutputs>(
            Gen.Constant(new[] { default, new SampleInputs { Command = 9999 } }), static (_, _) => null));
        var runner = new PropertyRunner(Harness.Application, null, Harness.Options with { Shrink = false });
        var results = runner.Run([entry, Harness.Entry("Latch_needs_three")], [TestSide.Host]);
        Assert.Equal([Verdict.Hang, Verdict.Passed], results.Select(r => r.Verdict));
        Assert.Contains("frame 1 of 2", results[0].Message);
    }

    // @verifies CFY-LLR-042
    [Fact]
    public void Differential_names_frame_and_field_that_differ()
    {
        var faults = new FakeGuest.Faults
        {
            Corrupt = (frames, outputs) =>
            {
                for (int i = 0; i < frames.Length; i++)
                {
                    if (frames[i].Command == 150) outputs[i * 16 + 4] ^= 1;
                }
            },
        };
        TestResult result = Harness.Run("Latch_needs_three", TestSide.Differential, () => new FakeGuest(faults));
        Assert.Equal(Verdict.Failed, result.Verdict);
        Assert.Contains("Streak is 1 on the target and 0 on the host", result.Shrunk);
        Assert.Contains("--target host,qemu", result.Replay);
    }

    [Fact]
    public void Differential_ignores_padding()
    {
        var faults = new FakeGuest.Faults { Corrupt = (_, outputs) => { for (int i = 1; i < outputs.Length; i += 16) outputs[i] = 0xAA; } };
        Assert.Equal(Verdict.Passed, Harness.Run("Latch_needs_three", TestSide.Differential, () => new FakeGuest(faults)).Verdict);
    }

    [Fact]
    public void Differential_names_the_side_that_ended()
    {
        var faults = new FakeGuest.Faults { End = f => f.Command == 150 ? GuestEnd.Panic : GuestEnd.Completed };
        TestResult result = Harness.Run("Latch_needs_three", TestSide.Differential, () => new FakeGuest(faults));
        Assert.Equal(Verdict.Panic, result.Verdict);
        Assert.Contains("only the target ended", result.Message);
    }
}
