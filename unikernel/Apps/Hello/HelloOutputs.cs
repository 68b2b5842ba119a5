namespace Hello;

using Certify;

/// <summary>The output port.</summary>
[Requirement("HEL-LLR-001")]
public struct HelloOutputs
{
    /// <summary>The message of the same frame.</summary>
    public uint Echo;

    /// <summary>Frames since the start, this one included.</summary>
    public uint Frames;
}
