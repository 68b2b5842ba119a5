namespace Hostile;

using Certify;

/// <summary>
/// Does what its input says, and most of that is wrong. Each frame shows that one fault of a program ends in
/// a panic record. Not bound by the safe subset, and never part of a certification package.
/// </summary>
public readonly struct HostileApplication : ICyclicApplication<HostileState, HostileInputs, HostileOutputs>
{
    /// <summary>Nothing to set.</summary>
    public static void Initialise(out HostileState state) => state = default;

    /// <summary>Commits the fault; reached its end only by <see cref="Fault.None"/> or where the machine failed to stop it.</summary>
    public static void Step(ref HostileState state, in HostileInputs inputs, out HostileOutputs outputs)
    {
        int value = inputs.Value;
        outputs = default;
        switch (inputs.Fault)
        {
            case Fault.None: outputs.Echo = value; break;
            case Fault.NullRead: outputs.Echo = MemoryFaults.NullRead(value); break;
            case Fault.NullWrite: MemoryFaults.Write(0, value); break;
            case Fault.DivideByZero: outputs.Echo = ArithmeticFaults.Divide(value, 0); break;
            case Fault.DivideOverflow: outputs.Echo = ArithmeticFaults.Divide(int.MinValue, -1); break;
            case Fault.ArrayIndex: outputs.Echo = ArithmeticFaults.ArrayIndex(value); break;
            case Fault.SpanSlice: outputs.Echo = ArithmeticFaults.SpanSlice(value); break;
            case Fault.CheckedOverflow: outputs.Echo = ArithmeticFaults.CheckedAdd(int.MaxValue, value); break;
            case Fault.NullableValue: outputs.Echo = ArithmeticFaults.NullableValue(value); break;
            case Fault.SmallRecursion: outputs.Echo = StackFaults.SmallRecursion(value); break;
            case Fault.LargeRecursion: outputs.Echo = StackFaults.LargeRecursion(value); break;
            case Fault.StackSmash: outputs.Echo = StackFaults.Smash(value); break;
            case Fault.WriteText: MemoryFaults.WriteText(value); break;
            case Fault.WriteConstants: MemoryFaults.WriteConstants(value); break;
            case Fault.ExecuteData: MemoryFaults.ExecuteData(); break;
            case Fault.ExecuteMailbox: MemoryFaults.Execute(0x201000); break;
            case Fault.ExecuteStack: MemoryFaults.ExecuteStack(value); break;
            case Fault.ReadKernelTables: outputs.Echo = MemoryFaults.Read(0x101000); break;
            case Fault.ReadKernelText: outputs.Echo = MemoryFaults.Read(0x100000); break;
            case Fault.WriteKernelData: MemoryFaults.Write(0x106000, value); break;
            case Fault.ReadGuard: outputs.Echo = MemoryFaults.Read(0x1F9000); break;
            case Fault.WriteAboveStack: MemoryFaults.Write(0x1FE000, value); break;
            case Fault.ReadDevice: outputs.Echo = MemoryFaults.Read(0xFEE00020); break;
            case Fault.ReadNonCanonical: outputs.Echo = MemoryFaults.Read(0x8000_0000_0000_0000); break;
            case Fault.OutputPort: InstructionFaults.Output(value); break;
            case Fault.DisableInterrupts: InstructionFaults.DisableInterrupts(); break;
            case Fault.ReadControlRegister: InstructionFaults.ReadControlRegister(); break;
            case Fault.UndefinedInstruction: InstructionFaults.Undefined(); break;
            case Fault.PretendPageFault: InstructionFaults.PretendPageFault(); break;
            case Fault.NoGate: InstructionFaults.NoGate(); break;
            case Fault.Breakpoint: InstructionFaults.Breakpoint(); break;
            case Fault.EndlessLoop: StackFaults.Endless(); break;
            case Fault.CheckedConversion: outputs.Echo = ArithmeticFaults.CheckedConversion(value); break;
            case Fault.CheckedCast: outputs.Echo = ArithmeticFaults.CheckedCast(value); break;
            default: break;
        }
    }
}
