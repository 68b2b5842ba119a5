namespace Certify.Image.Inventory;

/// <summary>Why ILC puts a symbol without source into an image. Names and node kinds seen in ILC 10.0.14.</summary>
internal static class SymbolReasons
{
    /// <summary>A datum that belongs to a type or a method.</summary>
    public sealed record Ownership(string What, string Owner, bool IsMethod);

    private static readonly (string Start, string What, bool IsMethod)[] s_owned =
    [
        ("__NONGCSTATICS", "static fields of", false),
        ("__GCSTATICS", "static references of", false),
        ("__FrozenObj_", "object fixed at compile time by the static initialiser of", false),
        ("__readonlydata_", "constants of", true),
        ("_lsda", "exception-handling data of", true),
        ("_ehInfo", "exception-handling data of", true),
        ("_associatedData", "unwind data of", true),
    ];

    private static readonly (string Part, string Reason)[] s_code =
    [
        ("NativeLibraryStartup", "start-up routine that ILC adds to every native library; nothing calls it"),
        ("__managed__", "start-up routine that ILC adds to every native library; nothing calls it"),
        ("ReversePInvoke", "wrapper through which assembler enters C#"),
        ("unbox", "stub that turns a boxed this into a struct's address"),
        ("__fat", "stub for shared generic code"),
        ("Throw", "helper that ends in a trap"),
    ];

    private static readonly (string Kind, string Reason)[] s_kinds =
    [
        ("EEType", "method table of a type"),
        ("ReadyToRunHeader", "directory of ILC's tables"),
        ("ModulesSection", "directory of ILC's tables"),
        ("WritableData", "slot that ILC reserves per method table; not used by this core library"),
        ("RuntimeConfigurationBlob", "runtime settings, empty"),
        ("FrozenObjects", "start of the objects fixed at compile time"),
        ("FrozenString", "string literal"),
        ("FieldRvaData", "literal data of an initialiser"),
        ("TypeManagerIndirection", "handle of the module for a runtime that is not there"),
        ("InterfaceDispatch", "interface dispatch cells"),
        ("ModuleInitializer", "list of module initialisers, empty"),
        ("Map", "reflection table that ILC writes also when empty"),
        ("Hashtable", "reflection table that ILC writes also when empty"),
        ("Table", "reflection table that ILC writes also when empty"),
        ("Metadata", "reflection data that ILC writes also when empty"),
        ("Resource", "resource table that ILC writes also when empty"),
        ("NativeLayoutInfo", "reflection data that ILC writes also when empty"),
        ("ExactMethodInstantiations", "reflection table that ILC writes also when empty"),
        ("StackTrace", "stack trace table that ILC writes also when empty"),
    ];

    public static Ownership? Owned(string name)
    {
        foreach (var (start, what, isMethod) in s_owned)
        {
            if (!name.StartsWith(start, StringComparison.Ordinal)) continue;
            var owner = name[start.Length..];
            if (owner.Length == 0 || owner.StartsWith("g_", StringComparison.Ordinal)) return null;
            if (start == "__FrozenObj_") owner = owner.TrimEnd("0123456789".ToCharArray());
            return new(what, owner, isMethod);
        }
        return null;
    }

    public static string OfCode(string name)
    {
        foreach (var (part, reason) in s_code)
            if (name.Contains(part, StringComparison.Ordinal)) return reason;
        return "code that the compiler adds";
    }

    /// <summary>The reason by ILC's kind of node or the symbol's form; null for what is not the compiler's.</summary>
    public static string? OfData(string name, string? kind)
    {
        if (kind is not null)
        {
            foreach (var (part, reason) in s_kinds)
                if (kind.Contains(part, StringComparison.Ordinal)) return reason;
            return $"compiler data (ILC node '{kind}')";
        }
        if (name.StartsWith("_ZTV", StringComparison.Ordinal)) return "method table of a type";
        if (name.StartsWith("__Str_", StringComparison.Ordinal)) return "string literal";
        if (name.StartsWith("__readonlydata_", StringComparison.Ordinal)) return "compiler data";
        return null;
    }
}
