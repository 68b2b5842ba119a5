namespace Certify;

using System;

/// <summary>Declares a type or member that no path of this program runs, on purpose.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor, Inherited = false)]
internal sealed class DeactivatedAttribute : Attribute
{
    /// <summary>Ties the element to the record that says by which mechanism it cannot run.</summary>
    /// <param name="id">Id of the record, for example a requirement or a justification.</param>
    public DeactivatedAttribute(string id) { Id = id; }

    /// <summary>The record.</summary>
    public string Id { get; }
}
