// CONTRACT with the C# compiler.
namespace System;

using Certify;

/// <summary>Something to close.</summary>
[Requirement("KRN-LLR-030")]
public interface IDisposable
{
    /// <summary>Closes it.</summary>
    void Dispose();
}
