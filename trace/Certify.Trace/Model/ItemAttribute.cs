namespace Certify.Trace.Model;

/// <summary>An attribute that the model has no field for: kept with the name and text it was read with.</summary>
/// <param name="Name">Name, unique within the item (ordinal).</param>
/// <param name="Value">Text; several values are several lines.</param>
public readonly record struct ItemAttribute(string Name, string Value);
