using Certify.ImageAnalysis.Code;
using Iced.Intel;

namespace Certify.ImageAnalysis.Stack;

/// <summary>
/// Registers that functions without calls leave alone, from their instructions: a stack probe keeps r11, by which its
/// caller then sets the stack pointer.
/// </summary>
internal static class RegisterChanges
{
    /// <summary>Changed registers by function; functions that call others are left out, and count as changing all they may.</summary>
    public static IReadOnlyDictionary<CodeFunction, IReadOnlySet<int>> Of(IEnumerable<CodeFunction> functions)
    {
        var info = new InstructionInfoFactory();
        var found = new Dictionary<CodeFunction, IReadOnlySet<int>>();
        foreach (var function in functions.Where(f => f.Transfers.Count == 0 && f.Indirect.Count == 0))
        {
            var changed = new HashSet<int>();
            foreach (var instruction in function.Instructions.Values)
            {
                foreach (var used in info.GetInfo(instruction).GetUsedRegisters())
                {
                    if (used.Access is OpAccess.Read or OpAccess.CondRead or OpAccess.None or OpAccess.NoMemAccess) continue;
                    if (StackState.Number(used.Register) is >= 0 and var number) changed.Add(number);
                }
            }

            found[function] = changed;
        }

        return found;
    }
}
