using System.Text;
using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Html;

/// <summary>What the machine code of the image proves: stacks with the deepest path, sizes, functions, indirect transfers, additional code.</summary>
// @llr CFY-LLR-325
internal static class MachinePage
{
    /// <summary>Path of the page.</summary>
    public const string File = "machine-code.html";

    private const int LabelWidth = 330, BarWidth = 480, RowHeight = 26;

    public static (string Path, byte[] Bytes) Create(FactIndex facts, ImageAnalysisFacts machine)
    {
        var page = new HtmlPage(facts, File, "Machine code");
        page.Text($"Read from the linked image {machine.Header.ImageSha256 ?? "(not recorded)"}: {Say.Count(machine.Functions.Count, "function")}, of which a path from an entry point reaches {Say.Count(machine.Functions.Count(f => f.Reached))}; {Say.Count(machine.InstructionBytes)} of {Say.Count(machine.CodeBytes, "byte")} in code sections are an instruction of exactly one function. The stack that each function takes was followed through its instructions and agrees with the unwind table at {Say.Count(machine.FrameChecks, "place")}.");
        page.Heading(2, "Findings");
        page.Table("The rules on the image found nothing.", ["Rule", "Subject", "Message", "Place"],
            machine.Findings.Select(IReadOnlyList<Cell> (f) => [Cell.Of(f.RuleId, Tone.Bad), f.Subject, f.Message, Place(f.Place)]));
        Stacks(page, machine);
        Sizes(page, machine);
        Functions(page, machine);
        Indirect(page, machine);
        Additional(page, machine);
        return page.Finish();
    }

    private static void Stacks(HtmlPage page, ImageAnalysisFacts machine)
    {
        page.Heading(2, "Stacks");
        page.Table("No stack was found.", ["Stack", "Entered by", "Size", "Deepest use computed", "Without fault entries", "Seen in runs"],
            machine.Stacks.Select(IReadOnlyList<Cell> (s) =>
            [
                s.Name, s.Entries.Count > 4 ? Say.Count(s.Entries.Count, "entry point") : Say.List(s.Entries), Say.Count(s.Bytes, "byte"),
                s.ComputedBytes is { } computed ? Cell.Of(Say.Count(computed, "byte"), computed <= s.Bytes ? Tone.Good : Tone.Bad) : Cell.Of("not known", Tone.Bad),
                s.WithoutFaultsBytes is { } without ? Say.Count(without, "byte") : "not known",
                s.Name == ImageAnalysisFacts.UserStack && machine.Measured is { } m ? $"{Say.Count(m.Bytes, "byte")} in {Say.Count(m.Frames, "frame")}" : "not measured",
            ]));
        if (machine.Measured?.NotSeen is { } notSeen) page.Text(char.ToUpperInvariant(notSeen[0]) + notSeen[1..] + ".");
        if (machine.User is not { } user) return;
        page.Heading(3, "The deepest path of the application's stack");
        if (user.Path.Count > 0) page.Raw(PathPicture(user));
        page.Table("It is not known.", ["Function", "Place", "Bytes", "Sum"],
            user.Path.Select(IReadOnlyList<Cell> (p) => [p.Name, Place(p.Place), Say.Count(p.Bytes), Say.Count(p.Sum)]));
    }

    private static string PathPicture(StackFact user)
    {
        var most = Math.Max(1, user.Path.Max(p => p.Sum));
        return Bars("The deepest path: bytes of the stack by function; the numbers are in the table below",
            [.. user.Path.Select(p => (p.Name, (p.Sum - p.Bytes) / (double)most, p.Bytes / (double)most, Say.Count(p.Sum)))]);
    }

    private static void Sizes(HtmlPage page, ImageAnalysisFacts machine)
    {
        page.Heading(2, "Size by component");
        var code = machine.Functions.GroupBy(f => f.Component, StringComparer.Ordinal)
            .Select(g => (Name: g.Key, Functions: g.Count(), Bytes: g.Sum(f => f.Bytes))).OrderByDescending(c => c.Bytes).ThenBy(c => c.Name, StringComparer.Ordinal).ToList();
        if (code.Count > 0)
        {
            var most = Math.Max(1, code.Max(c => c.Bytes));
            page.Raw(Bars("Bytes of code by component; the numbers are in the table below", [.. code.Select(c => (c.Name, 0d, c.Bytes / (double)most, Say.Count(c.Bytes)))]));
        }

        page.Table("No function was found.", ["Component", "Functions", "Bytes of code"],
            code.Select(IReadOnlyList<Cell> (c) => [c.Name, Say.Count(c.Functions), Say.Count(c.Bytes)]));
        page.Heading(3, "Static memory");
        page.Table("No static memory was recorded.", ["Component", "Section", "Bytes", "Can be written"],
            machine.Memory.Select(IReadOnlyList<Cell> (m) => [m.Component, Cell.Code(m.Section), Say.Count(m.Bytes), m.Writable ? "yes" : "no"]));
    }

    private static void Functions(HtmlPage page, ImageAnalysisFacts machine)
    {
        page.Heading(2, "Functions");
        page.Text("Frame: most bytes of the stack that the function takes itself, return address included. Stack: with all that it calls.");
        page.Table("No function was found.", ["Function", "Component", "Place", "Requirements", "Bytes", "Frame", "Stack", "Calls"],
            machine.Functions.Select(IReadOnlyList<Cell> (f) =>
            [
                f.Reached ? f.Name : Cell.Of(f.Name + "\nnot reached", Tone.Muted), f.Component, Place(f.Place), Cell.Lines(f.Requirements), Say.Count(f.Bytes),
                f.FrameBytes is { } frame ? Say.Count(frame) : Cell.Of("not known", Tone.Bad), f.StackBytes is { } stack ? Say.Count(stack) : Cell.Of("not known", Tone.Bad),
                Cell.Lines(f.Calls.Select(c => machine.Functions.FirstOrDefault(x => x.Symbol == c)?.Name ?? c)),
            ]));
    }

    private static void Indirect(HtmlPage page, ImageAnalysisFacts machine)
    {
        page.Heading(2, "Indirect transfers of control");
        page.Table("There is none.", ["In", "Kind", "Targets", "Place"],
            machine.Indirect.Select(IReadOnlyList<Cell> (i) => [i.Function, Cell.Of(i.Kind, i.Kind == "unresolved" ? Tone.Bad : Tone.None), Cell.Lines(i.Targets), Place(i.Place)]));
        page.Heading(3, "Cycles of calls");
        page.Table("There is none.", ["Cycle"], machine.Cycles.Select(IReadOnlyList<Cell> (c) => [Cell.Of(string.Join('\n', c), Tone.Bad)]));
    }

    private static void Additional(HtmlPage page, ImageAnalysisFacts machine)
    {
        page.Heading(2, "Additional code");
        page.Text("Object code that is not simply a source member with requirements. A listed reason explains why it is there; that the reason is right is for a person to confirm.");
        page.Table("There is none.", ["What", "Bytes", "Reason", "State", "Place"],
            machine.Additional.OrderBy(a => a.Explained).Select(IReadOnlyList<Cell> (a) =>
                [a.What, Say.Count(a.Bytes), a.Reason, a.Explained ? "explained" : Cell.Of("open", Tone.Bad), Place(a.Place)]));
        page.Heading(3, "Conditional branches by reason");
        page.Table("There is none.", ["Reason", "Branches", "Functions"], BranchRows(machine));
    }

    /// <summary>Conditional branches by reason, with the functions they are in.</summary>
    internal static IEnumerable<IReadOnlyList<Cell>> BranchRows(ImageAnalysisFacts machine) =>
        machine.Branches.GroupBy(b => b.Reason, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(IReadOnlyList<Cell> (g) => [g.Key, Say.Count(g.Sum(b => b.Count)), Say.Count(g.Select(b => b.Function).Distinct(StringComparer.Ordinal).Count())]);

    private static Cell Place(SourcePlace? place) => place is null ? Cell.Of("none", Tone.Muted) : Cell.Code(place.ToString());

    private static string Bars(string label, IReadOnlyList<(string Name, double From, double Width, string Value)> bars)
    {
        var svg = new StringBuilder()
            .Append($"<svg viewBox=\"0 0 {Plain(LabelWidth + BarWidth + 90)} {Plain(bars.Count * RowHeight + 6)}\" role=\"img\" aria-label=\"{HtmlText.Escape(label)}\">\n");
        for (var i = 0; i < bars.Count; i++)
        {
            var (name, from, width, value) = bars[i];
            var y = i * RowHeight;
            var (x, w) = (LabelWidth + (int)(from * BarWidth), Math.Max(1, (int)(width * BarWidth)));
            var shown = name.Length > 44 ? "…" + name[^43..] : name;
            svg.Append($"<text x=\"0\" y=\"{Plain(y + 16)}\">{HtmlText.Escape(shown)}<title>{HtmlText.Escape(name)}</title></text>")
                .Append($"<rect class=\"met\" x=\"{Plain(x)}\" y=\"{Plain(y + 2)}\" width=\"{Plain(w)}\" height=\"19\"/>")
                .Append($"<text class=\"dim\" x=\"{Plain(x + w + 6)}\" y=\"{Plain(y + 16)}\">{HtmlText.Escape(value)}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static string Plain(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
