namespace Certify.Unikernel.Probe;

/// <summary>One operation and the bits of its operands.</summary>
public struct ProbeInputs
{
    /// <summary>First operand; narrower types take the low bits.</summary>
    public ulong A;

    /// <summary>Second operand.</summary>
    public ulong B;

    /// <summary>What is computed.</summary>
    public Operation Operation;
}

/// <summary>The bits of the result.</summary>
public struct ProbeOutputs
{
    /// <summary>The result, zero-extended.</summary>
    public ulong Bits;
}

/// <summary>Frames since the last restart.</summary>
public struct ProbeState
{
    /// <summary>Counts frames.</summary>
    public ulong Frames;
}
