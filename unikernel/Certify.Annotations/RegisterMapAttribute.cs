namespace Certify;

using System;

/// <summary>
/// The struct describes a device's registers, whose fields may share bytes. Outside of applications, where devices are.
/// </summary>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
internal sealed class RegisterMapAttribute : Attribute
{
    /// <summary>Declares the map with the device and the document that states its layout.</summary>
    public RegisterMapAttribute(string reason) { Reason = reason; }

    /// <summary>The device and the document that states its layout.</summary>
    public string Reason { get; }
}
