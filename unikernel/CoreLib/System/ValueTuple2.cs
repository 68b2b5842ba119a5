// CONTRACT with the C# compiler: tuples.
namespace System;

using Certify;

/// <summary>2 values side by side.</summary>
[Requirement("KRN-LLR-033")]
public struct ValueTuple<T1, T2>
{
    /// <summary>Item 1.</summary>
    public T1 Item1;

    /// <summary>Item 2.</summary>
    public T2 Item2;

    /// <summary>Holds the items.</summary>
    public ValueTuple(T1 item1, T2 item2)
    {
        Item1 = item1;
        Item2 = item2;
    }
}
