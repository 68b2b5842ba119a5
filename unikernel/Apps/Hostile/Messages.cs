namespace Hostile;

/// <summary>The input port.</summary>
public struct HostileInputs
{
    /// <summary>What goes wrong.</summary>
    public Fault Fault;

    /// <summary>An operand of the fault, or what is echoed.</summary>
    public int Value;
}

/// <summary>The output port.</summary>
public struct HostileOutputs
{
    /// <summary>The value of a frame in which nothing went wrong.</summary>
    public int Echo;
}

/// <summary>Nothing is remembered.</summary>
public struct HostileState
{
    /// <summary>Not used.</summary>
    public int Unused;
}
