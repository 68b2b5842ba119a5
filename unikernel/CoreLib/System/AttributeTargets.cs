// CONTRACT with the C# compiler.
namespace System;

using Certify;

/// <summary>What an attribute may stand on. Values are those of ECMA-335 metadata tooling.</summary>
[Requirement("KRN-LLR-030")]
[Flags]
public enum AttributeTargets : int
{
    /// <summary>Assembly.</summary>
    Assembly = 0x0001,
    /// <summary>Module.</summary>
    Module = 0x0002,
    /// <summary>Class.</summary>
    Class = 0x0004,
    /// <summary>Struct.</summary>
    Struct = 0x0008,
    /// <summary>Enumeration.</summary>
    Enum = 0x0010,
    /// <summary>Constructor.</summary>
    Constructor = 0x0020,
    /// <summary>Method.</summary>
    Method = 0x0040,
    /// <summary>Property.</summary>
    Property = 0x0080,
    /// <summary>Field.</summary>
    Field = 0x0100,
    /// <summary>Event.</summary>
    Event = 0x0200,
    /// <summary>Interface.</summary>
    Interface = 0x0400,
    /// <summary>Parameter.</summary>
    Parameter = 0x0800,
    /// <summary>Delegate.</summary>
    Delegate = 0x1000,
    /// <summary>Return value.</summary>
    ReturnValue = 0x2000,
    /// <summary>Type parameter.</summary>
    GenericParameter = 0x4000,
    /// <summary>Any of them.</summary>
    All = 0x7FFF,
}
