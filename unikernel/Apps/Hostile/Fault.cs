namespace Hostile;

/// <summary>
/// What goes wrong in a frame. A triple fault is not among them: from CPL 3, with every handler stack mapped,
/// no instruction leads to one.
/// </summary>
public enum Fault : uint
{
    /// <summary>Nothing: the value is echoed.</summary>
    None = 0,
    /// <summary>Length of a null string.</summary>
    NullRead = 1,
    /// <summary>Write through a null pointer.</summary>
    NullWrite = 2,
    /// <summary>Division by zero.</summary>
    DivideByZero = 3,
    /// <summary>int.MinValue / -1.</summary>
    DivideOverflow = 4,
    /// <summary>Index outside of a constant array.</summary>
    ArrayIndex = 5,
    /// <summary>Slice outside of a span.</summary>
    SpanSlice = 6,
    /// <summary>Checked addition beyond int.</summary>
    CheckedOverflow = 7,
    /// <summary>Value of an empty nullable.</summary>
    NullableValue = 8,
    /// <summary>Recursion with small frames.</summary>
    SmallRecursion = 9,
    /// <summary>Recursion with frames of two pages.</summary>
    LargeRecursion = 10,
    /// <summary>A buffer on the stack written beyond its end.</summary>
    StackSmash = 11,
    /// <summary>Write to text.</summary>
    WriteText = 12,
    /// <summary>Write to constants.</summary>
    WriteConstants = 13,
    /// <summary>Jump to a static field.</summary>
    ExecuteData = 14,
    /// <summary>Jump to the mailbox.</summary>
    ExecuteMailbox = 15,
    /// <summary>Jump to the stack.</summary>
    ExecuteStack = 16,
    /// <summary>Read of a page table.</summary>
    ReadKernelTables = 17,
    /// <summary>Read of the fault handler.</summary>
    ReadKernelText = 18,
    /// <summary>Write to the panic record.</summary>
    WriteKernelData = 19,
    /// <summary>Read below the stack.</summary>
    ReadGuard = 20,
    /// <summary>Write above the stack.</summary>
    WriteAboveStack = 21,
    /// <summary>Read of the interrupt controller's registers.</summary>
    ReadDevice = 22,
    /// <summary>Read of an address that is none.</summary>
    ReadNonCanonical = 23,
    /// <summary>OUT to the port in the value.</summary>
    OutputPort = 24,
    /// <summary>CLI.</summary>
    DisableInterrupts = 25,
    /// <summary>Read of CR3.</summary>
    ReadControlRegister = 26,
    /// <summary>UD2.</summary>
    UndefinedInstruction = 27,
    /// <summary>INT 14: pretends a page fault.</summary>
    PretendPageFault = 28,
    /// <summary>INT 0x33: a vector without a gate.</summary>
    NoGate = 29,
    /// <summary>INT3.</summary>
    Breakpoint = 30,
    /// <summary>A loop without end.</summary>
    EndlessLoop = 31,
    /// <summary>Checked conversion of what is no integer.</summary>
    CheckedConversion = 32,
    /// <summary>Checked cast of a number that does not fit.</summary>
    CheckedCast = 33,
}
