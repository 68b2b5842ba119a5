using Certify.Documents.Html;
using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>The section of the verification results on the machine code: stack, calls, additional code.</summary>
internal static class SvrMachine
{
    public static void Write(DocumentBuilder builder, ImageAnalysisFacts? machine)
    {
        if (machine is null) return;
        builder.Heading(1, "Machine code").Heading(2, "Findings");
        builder.Text($"The {Say.Count(machine.Functions.Count, "function")} of the linked image were followed instruction by instruction. {Say.Count(machine.Functions.Count(f => f.Reached))} are reached from an entry point; every indirect transfer of control {(machine.Indirect.Any(i => i.Kind == "unresolved") ? "but those below" : "in the image")} has known targets.");
        builder.Table("Findings of the rules on the image", "The rules on the image found nothing.",
            [new("Rule", 12), new("Subject", 24), new("Message", 44), new("Place", 20)],
            machine.Findings.Select(IReadOnlyList<Cell> (f) => [Cell.Of(f.RuleId, Tone.Bad), f.Subject, f.Message, Cell.Code(f.Place?.ToString() ?? "-")]));
        Stack(builder, machine);
        builder.Heading(2, "Additional object code");
        builder.Table("Object code that is not a source member with requirements", "There is none.",
            [new("What", 28), new("Bytes", 8), new("Reason", 46), new("State", 18)],
            machine.Additional.OrderBy(a => a.Explained).Select(IReadOnlyList<Cell> (a) =>
                [a.What, Say.Count(a.Bytes), a.Reason, a.Explained ? "explained by a list" : Cell.Of("open", Tone.Bad)]));
        builder.Table("Conditional branches by reason", "There is none.", [new("Reason", 60), new("Branches", 20), new("Functions", 20)], MachinePage.BranchRows(machine));
        builder.Note("A reason explains why code is there. That the reason is right, and that the code does what it says, was not verified by a person.");
    }

    private static void Stack(DocumentBuilder builder, ImageAnalysisFacts machine)
    {
        builder.Heading(2, "Stack");
        builder.Table("Stacks", "No stack was found.",
            [new("Stack", 24), new("Size in bytes", 18), new("Deepest use computed", 22), new("Without fault entries", 18), new("Seen in runs", 18)],
            machine.Stacks.Select(IReadOnlyList<Cell> (s) =>
            [
                s.Name, Say.Count(s.Bytes),
                s.ComputedBytes is { } computed ? Cell.Of(Say.Count(computed), computed <= s.Bytes ? Tone.Good : Tone.Bad) : Cell.Of("not known", Tone.Bad),
                s.WithoutFaultsBytes is { } without ? Say.Count(without) : "not known",
                s.Name == ImageAnalysisFacts.UserStack && machine.Measured is { } m ? Say.Count(m.Bytes) : "not measured",
            ]));
        builder.Text(machine.Measured is { } measured
            ? $"For the depth seen, the stack was filled with a pattern from outside before the start of the flight image; {Say.Count(measured.Tests, "test")} ran {Say.Count(measured.Frames, "frame")} with seed {Say.Seed(measured.Seed)}. A word that is reserved and never written keeps the pattern, so that the depth seen can be less than the depth taken.{(measured.NotSeen is { } why ? $" The depth computed is far above it: {why}." : "")}"
            : "No depth was measured in runs.");
        builder.Table("The deepest path of the application's stack", "It is not known.",
            [new("Function", 46), new("Place", 30), new("Bytes", 12), new("Sum", 12)],
            (machine.User?.Path ?? []).Select(IReadOnlyList<Cell> (p) => [p.Name, Cell.Code(p.Place?.ToString() ?? "-"), Say.Count(p.Bytes), Say.Count(p.Sum)]));
    }
}
