namespace Certify;

using System;

/// <summary>
/// States the least and the greatest value of an integer parameter, field, property or result. Code that reads it may rely on the
/// range; each argument, assignment and returned value is proved or reported.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.ReturnValue, Inherited = false)]
internal sealed class RangeAttribute : Attribute
{
    /// <summary>States the range, in the unit of the tagged element; both ends belong to it.</summary>
    /// <param name="min">Least value, any number, in the unit of the tagged element.</param>
    /// <param name="max">Greatest value, any number, in the unit of the tagged element.</param>
    public RangeAttribute(long min, long max) { Min = min; Max = max; }

    /// <summary>Least value, in the unit of the tagged element.</summary>
    public long Min { get; }

    /// <summary>Greatest value, in the unit of the tagged element.</summary>
    public long Max { get; }
}
