using System.Collections.Immutable;
using Iced.Intel;

namespace Certify.ImageAnalysis.Stack;

/// <summary>What is known of a register or a stack slot.</summary>
internal enum ValueKind
{
    /// <summary>Nothing.</summary>
    Unknown,
    /// <summary>The value that a register had when the function was entered.</summary>
    Entry,
    /// <summary>The stack pointer at entry plus an offset.</summary>
    Stack,
    /// <summary>A number.</summary>
    Constant,
}

/// <summary>A tracked value.</summary>
internal readonly record struct Value(ValueKind Kind, long Number)
{
    public static Value Unknown => default;

    public static Value EntryOf(int register) => new(ValueKind.Entry, register);

    public static Value Stack(long offset) => new(ValueKind.Stack, offset);

    public static Value Constant(long number) => new(ValueKind.Constant, number);
}

/// <summary>Registers in the processor's numbering, and what lies in slots of the stack by offset.</summary>
internal sealed record StackState(ImmutableArray<Value> Registers, ImmutableSortedDictionary<long, Value> Slots)
{
    public const int Rsp = 4;
    public const int Rbp = 5;

    /// <summary>Registers that a function gives back as it got them. **Source:** System V ABI, AMD64 supplement, 3.2.1.</summary>
    public static readonly int[] Preserved = [3, 5, 12, 13, 14, 15];

    public static StackState AtEntry { get; } = new(
        [.. Enumerable.Range(0, 16).Select(r => r == Rsp ? Value.Stack(0) : Value.EntryOf(r))],
        ImmutableSortedDictionary<long, Value>.Empty);

    public Value this[int register] => Registers[register];

    /// <summary>Offset of the stack pointer from its value at entry; null when it is not known.</summary>
    public long? Depth => this[Rsp].Kind == ValueKind.Stack ? this[Rsp].Number : null;

    public StackState With(int register, Value value) => this with { Registers = Registers.SetItem(register, value) };

    /// <summary>A write of so many bytes at an offset: what lay there is gone, and a whole slot is remembered.</summary>
    public StackState Store(long offset, int bytes, Value value)
    {
        var slots = Slots;
        foreach (var at in Slots.Keys.Where(k => k < offset + bytes && offset < k + 8).ToList()) slots = slots.Remove(at);
        return this with { Slots = bytes == 8 && value.Kind != ValueKind.Unknown ? slots.Add(offset, value) : slots };
    }

    public Value Load(long offset) => Slots.TryGetValue(offset, out var value) ? value : Value.Unknown;

    /// <summary>What holds on both ways into a place.</summary>
    public StackState Join(StackState other)
    {
        var registers = Registers;
        for (var i = 0; i < 16; i++)
            if (Registers[i] != other.Registers[i]) registers = registers.SetItem(i, Value.Unknown);
        var slots = Slots;
        foreach (var (at, value) in Slots)
            if (!other.Slots.TryGetValue(at, out var theirs) || theirs != value) slots = slots.Remove(at);
        return registers == Registers && slots == Slots ? this : new(registers, slots);
    }

    public static int Number(Register register)
    {
        var full = register.GetFullRegister();
        return full is >= Register.RAX and <= Register.R15 ? full - Register.RAX : -1;
    }
}
