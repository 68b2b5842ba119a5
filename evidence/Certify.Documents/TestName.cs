namespace Certify.Documents;

/// <summary>Readable parts of a documentation id such as "M:Space.Type.Method(System.Int32)".</summary>
internal static class TestName
{
    /// <summary>The type's simple name, "Type"; the whole id where it has no such form.</summary>
    public static string Group(string id)
    {
        var parts = Parts(id);
        return parts.Length >= 2 ? parts[^2] : id;
    }

    /// <summary>"Type.Method"; "boot.S#label" for a label of the assembler.</summary>
    public static string Short(string id)
    {
        if (id.StartsWith("A:", StringComparison.Ordinal)) return id[(id.LastIndexOfAny(['/', ':']) + 1)..];
        var parts = Parts(id);
        return parts.Length >= 2 ? $"{parts[^2]}.{parts[^1]}" : id;
    }

    private static string[] Parts(string id)
    {
        var name = id.Length > 2 && id[1] == ':' ? id[2..] : id;
        var end = name.IndexOf('(', StringComparison.Ordinal);
        return (end < 0 ? name : name[..end]).Split('.');
    }
}
