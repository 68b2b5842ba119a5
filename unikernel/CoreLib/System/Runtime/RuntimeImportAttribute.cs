// CONTRACT with ILC: matched by full name on InternalCall methods.
namespace System.Runtime;

using Certify;

/// <summary>Binds an extern method to an assembler symbol, called without transition.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class RuntimeImportAttribute : Attribute
{
    /// <summary>Binds to <paramref name="entry"/> of <paramref name="dllName"/>; "*" is the image itself.</summary>
    public RuntimeImportAttribute(string dllName, string entry) { DllName = dllName; EntryPoint = entry; }

    /// <summary>Always "*".</summary>
    public string DllName { get; }

    /// <summary>The symbol.</summary>
    public string EntryPoint { get; }
}
