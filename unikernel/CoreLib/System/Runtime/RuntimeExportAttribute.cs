// CONTRACT with ILC: matched by full name; the first constructor argument is the symbol.
namespace System.Runtime;

using Certify;

/// <summary>Gives a method an unmangled symbol.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class RuntimeExportAttribute : Attribute
{
    /// <summary>Exports the method as symbol <paramref name="entry"/>.</summary>
    public RuntimeExportAttribute(string entry) { EntryPoint = entry; }

    /// <summary>The symbol.</summary>
    public string EntryPoint { get; }
}
