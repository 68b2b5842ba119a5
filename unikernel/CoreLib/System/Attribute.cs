// CONTRACT with the C# compiler.
namespace System;

using Certify;

/// <summary>Base of attributes. They are read from source and metadata on the host; none is in the image.</summary>
[Requirement("KRN-LLR-030")]
public abstract class Attribute
{
}
