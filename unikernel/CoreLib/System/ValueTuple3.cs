// CONTRACT with the C# compiler: tuples.
namespace System;

using Certify;

/// <summary>3 values side by side.</summary>
[Requirement("KRN-LLR-033")]
public struct ValueTuple<T1, T2, T3>
{
    /// <summary>Item 1.</summary>
    public T1 Item1;

    /// <summary>Item 2.</summary>
    public T2 Item2;

    /// <summary>Item 3.</summary>
    public T3 Item3;

    /// <summary>Holds the items.</summary>
    public ValueTuple(T1 item1, T2 item2, T3 item3)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
    }
}
