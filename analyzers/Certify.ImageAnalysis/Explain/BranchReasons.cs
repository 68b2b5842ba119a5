using Certify.Facts;
using Certify.ImageAnalysis.Code;
using Certify.ImageAnalysis.Rules;
using Iced.Intel;

namespace Certify.ImageAnalysis.Explain;

/// <summary>What each conditional branch of a function is for: a check that ends in a trap, a switch's bound, or a line of source.</summary>
internal sealed class BranchReasons(CodeFunction function, ImageRules rules, Func<SourcePlace, bool>? hasDecision, Func<ulong, SourcePlace?> placeOf)
{
    private const int BlockMax = 16;

    /// <summary>Reason of a branch whose line holds a decision.</summary>
    public const string Decision = "source decision";

    /// <summary>Reason of a branch in assembler, whose source is the branch.</summary>
    public const string Assembler = "branch written in assembler";

    /// <summary>Reason where decisions of sources are not known.</summary>
    public const string Line = "line of source, not compared with its decisions";

    /// <summary>Reason of a branch on a line without a decision: code of a called member that the compiler put in line.</summary>
    public const string NoDecision = "line of source without a decision of its own (member compiled in line)";

    /// <summary>Reason of a branch without a line.</summary>
    public const string None = "not explained";

    public IEnumerable<string> All() =>
        function.Instructions.Values.Where(i => i.FlowControl == FlowControl.ConditionalBranch).Select(Of);

    private string Of(Instruction branch)
    {
        if (Check(branch.NearBranchTarget) is { } taken) return taken;
        if (Check(branch.NextIP) is { } next) return next;
        if (function.Indirect.Any(i => i.Kind == "switch" && i.From > branch.IP && i.From - branch.IP < 64 && StraightTo(branch.NextIP, i.From)))
            return "bound of a switch's jump table";
        if (placeOf(branch.IP) is not { } place) return None;
        if (place.Path.EndsWith(".S", StringComparison.OrdinalIgnoreCase)) return Assembler;
        if (hasDecision is null) return Line;
        return hasDecision(place) ? Decision : NoDecision;
    }

    /// <summary>The check whose trap the straight line from an address calls.</summary>
    private string? Check(ulong from)
    {
        var at = from;
        for (var i = 0; i < BlockMax; i++)
        {
            foreach (var transfer in function.Transfers.Where(t => t.From == at))
                if (rules.FaultEntries.FirstOrDefault(e => e.Symbol == transfer.To.Symbol) is { } entry) return entry.Check;
            if (!function.Instructions.TryGetValue(at, out var instruction) || instruction.FlowControl != FlowControl.Next) return null;
            at = instruction.NextIP;
        }

        return null;
    }

    private bool StraightTo(ulong from, ulong to)
    {
        for (var at = from; at < to;)
        {
            if (!function.Instructions.TryGetValue(at, out var instruction) || instruction.FlowControl != FlowControl.Next) return false;
            at = instruction.NextIP;
        }

        return true;
    }
}
