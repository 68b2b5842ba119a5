// CONTRACT with the C# compiler.
namespace System.Collections;

using Certify;

/// <summary>A walk.</summary>
[Requirement("KRN-LLR-030")]
public interface IEnumerator
{
    /// <summary>What the walk is at.</summary>
    object? Current { get; }

    /// <summary>Steps on; false at the end.</summary>
    bool MoveNext();
}
