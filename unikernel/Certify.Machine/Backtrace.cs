using Certify.Image;
using Certify.Image.Dwarf;

namespace Certify.Machine;

/// <summary>
/// Walks the guest's stack from the host: by unwind rules where the image has them, else by what the stack and
/// the frame pointer show. Frames found the second way are as good as a guess can be; a wrong one needs a stack
/// word that happens to point behind a call.
/// </summary>
internal static class Backtrace
{
    public const int FramesMax = 24;

    public static IReadOnlyList<CodePlace> Walk(GuestImage image, FrameRegisters top, Func<ulong, ulong?> readMemory)
    {
        var places = new List<CodePlace> { image.Sources.Locate(top.Ip) };
        var frame = top;
        while (places.Count < FramesMax)
        {
            var caller = image.Sources.Frames.Unwind(frame, readMemory) ?? Guess(image, frame, readMemory, places.Count == 1);
            if (caller is null || caller.Ip == 0 || !IsCode(image, caller.Ip - 1)) break;
            if (caller.Registers[FrameRegisters.Rsp] <= frame.Registers[FrameRegisters.Rsp]) break;
            // A return address points behind the call, which may be the next line or the next function.
            frame = caller with { Ip = caller.Ip - 1 };
            places.Add(image.Sources.Locate(frame.Ip));
        }
        return places;
    }

    private static FrameRegisters? Guess(GuestImage image, FrameRegisters frame, Func<ulong, ulong?> readMemory, bool isTop)
    {
        var stack = frame.Registers[FrameRegisters.Rsp];
        // A call into data, or a helper in assembler that has pushed nothing: the return address is on top.
        if (isTop && stack is { } top && readMemory(top) is { } address && IsCode(image, address - 1))
            return With(frame, address, top + 8, frame.Registers[FrameRegisters.Rbp]);
        if (frame.Registers[FrameRegisters.Rbp] is not { } based || based < stack) return null;
        return readMemory(based + 8) is { } back && IsCode(image, back - 1)
            ? With(frame, back, based + 16, readMemory(based))
            : null;
    }

    private static FrameRegisters With(FrameRegisters frame, ulong ip, ulong? rsp, ulong? rbp)
    {
        var registers = frame.Registers.ToArray();
        registers[FrameRegisters.Rsp] = rsp;
        registers[FrameRegisters.Rbp] = rbp;
        return new(ip, registers);
    }

    private static bool IsCode(GuestImage image, ulong address) => image.Elf.FunctionAt(address) is not null;
}
