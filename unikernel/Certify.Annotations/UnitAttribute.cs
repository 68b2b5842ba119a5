namespace Certify;

using System;

/// <summary>Gives the unit of a number, where its documentation does not.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue, Inherited = false)]
internal sealed class UnitAttribute : Attribute
{
    /// <summary>Names the unit, for example "deg/s²" or "frames".</summary>
    public UnitAttribute(string unit) { Unit = unit; }

    /// <summary>The unit's symbol or name.</summary>
    public string Unit { get; }
}
