namespace Hello;

using Certify;

/// <summary>What is remembered between frames.</summary>
[Requirement("HEL-LLR-001")]
public struct HelloState
{
    /// <summary>Frames since the start, modulo 2^32.</summary>
    public uint Frames;
}
