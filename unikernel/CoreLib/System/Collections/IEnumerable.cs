// CONTRACT with the C# compiler.
namespace System.Collections;

using Certify;

/// <summary>Something to walk. The C# compiler wants it for foreach over arrays, which it compiles to an index loop.</summary>
[Requirement("KRN-LLR-030")]
public interface IEnumerable
{
    /// <summary>Starts a walk.</summary>
    IEnumerator GetEnumerator();
}
