using Certify.Image.Dwarf;
using Certify.ImageAnalysis.Code;
using Iced.Intel;

namespace Certify.ImageAnalysis.Stack;

/// <summary>
/// Compares tracked depths with the unwind table, which the compiler wrote apart from the code: at every call, and in
/// a function without calls at its deepest instruction. Epilogues are left out, since ILC describes none.
/// </summary>
// @llr CFY-LLR-316
internal static class FrameCheck
{
    /// <summary>Places that agree, and what does not.</summary>
    public static (int Agreed, IReadOnlyList<(ulong Address, string Message)> Problems) Compare(FunctionStack stack, FrameTable table)
    {
        var agreed = 0;
        var problems = new List<(ulong, string)>();
        foreach (var at in Places(stack))
        {
            if (table.CanonicalFrameAt(at) is not { } rule || !stack.At.TryGetValue(at, out var depth)) continue;
            var above = rule.Register switch
            {
                FrameRegisters.Rsp => rule.Offset - depth,
                FrameRegisters.Rbp when stack.Frame.TryGetValue(at, out var frame) => frame + rule.Offset,
                _ => (long?)null,
            };
            // The canonical frame address lies right above the return address.
            if (above == 8) agreed++;
            else if (above is { } other) problems.Add((at, $"the unwind table says {other - 8 + depth} bytes of stack where the code has {depth}"));
            else problems.Add((at, $"the unwind table counts from register {rule.Register}, whose value is not known there"));
        }

        return (agreed, problems);
    }

    private static IEnumerable<ulong> Places(FunctionStack stack)
    {
        var calls = stack.Function.Instructions.Values.Where(i => i.FlowControl is FlowControl.Call or FlowControl.IndirectCall).Select(i => i.IP).ToList();
        if (calls.Count > 0) return calls;
        return stack.Deepest is > 0 and var deepest ? stack.At.Where(a => a.Value == deepest).Select(a => a.Key).Order().Take(1) : [];
    }
}
