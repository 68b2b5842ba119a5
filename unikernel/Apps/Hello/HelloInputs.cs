namespace Hello;

using Certify;

/// <summary>The input port.</summary>
[Requirement("HEL-LLR-001")]
public struct HelloInputs
{
    /// <summary>Any value.</summary>
    public uint Message;
}
