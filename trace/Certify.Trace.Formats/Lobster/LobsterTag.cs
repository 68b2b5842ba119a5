namespace Certify.Trace.Formats.Lobster;

/// <summary>
/// A tag "namespace name@version". As an id, the namespace of requirements, "req", is left away; any other stays in front, so that ids of two namespaces never
/// meet by accident.
/// </summary>
internal readonly record struct LobsterTag(string Namespace, string Name, string? Version)
{
    /// <summary>Namespace of requirements.</summary>
    public const string Requirements = "req";

    /// <summary>The id of the item.</summary>
    public string Id => Namespace == Requirements ? Name : Namespace + " " + Name;

    /// <summary>Reads a tag; one without namespace belongs to the requirements.</summary>
    public static LobsterTag Parse(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        var space = blank <= 0 ? Requirements : text[..blank];
        var name = blank <= 0 ? text : text[(blank + 1)..];
        var at = name.LastIndexOf('@');
        return at <= 0 ? new(space, name, null) : new(space, name[..at], name[(at + 1)..]);
    }

    /// <summary>Writes the tag of an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="version">Version, or null.</param>
    /// <param name="hasNamespace">True where the id begins with a namespace that was read.</param>
    public static string Of(string id, string? version, bool hasNamespace)
    {
        var tag = hasNamespace ? id : Requirements + " " + id;
        return version is null ? tag : tag + "@" + version;
    }
}
