using System.Reflection;

namespace Certify.Testing;

/// <summary>Something in a property assembly that is no usable property. A catalogue with errors is not run.</summary>
/// <param name="TestId">Documentation id of the method, or the assembly's name.</param>
/// <param name="Message">Fact, then remedy.</param>
public sealed record CatalogueError(string TestId, string Message);

/// <summary>The properties of an assembly.</summary>
/// <param name="Entries">Well-formed properties in ordinal order of test id.</param>
/// <param name="Errors">What is not well formed; an assembly without properties is an error too.</param>
// @llr CFY-LLR-041
public sealed record PropertyCatalogue(IReadOnlyList<PropertyEntry> Entries, IReadOnlyList<CatalogueError> Errors)
{
    private const BindingFlags AnyMethod = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static
        | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Reads the properties of an assembly by their attributes.</summary>
    public static PropertyCatalogue From(Assembly assembly)
    {
        var entries = new List<PropertyEntry>();
        var errors = new List<CatalogueError>();
        foreach (MethodInfo method in assembly.GetTypes().SelectMany(type => type.GetMethods(AnyMethod)))
        {
            Read(method, entries, errors);
        }

        if (entries.Count == 0 && errors.Count == 0)
        {
            errors.Add(new CatalogueError(
                assembly.GetName().Name ?? "assembly",
                "holds no property; hint: tag a public static method with [Property(\"title\")] and [Verifies(\"id\")]"));
        }

        AddDuplicateTitles(entries, errors);
        return new PropertyCatalogue(
            [.. entries.OrderBy(e => e.TestId, StringComparer.Ordinal)],
            [.. errors.OrderBy(e => e.TestId, StringComparer.Ordinal).ThenBy(e => e.Message, StringComparer.Ordinal)]);
    }

    /// <summary>Documentation id of a method without parameters, for example "M:Ns.Type.Name".</summary>
    public static string DocumentationId(MethodInfo method) =>
        $"M:{method.DeclaringType!.FullName!.Replace('+', '.')}.{method.Name}";

    private static void Read(MethodInfo method, List<PropertyEntry> entries, List<CatalogueError> errors)
    {
        var property = method.GetCustomAttribute<PropertyAttribute>();
        string[] requirements = [.. method.GetCustomAttributes<VerifiesAttribute>()
            .Select(v => v.Requirement).Order(StringComparer.Ordinal)];
        if (property is null && requirements.Length == 0) return;

        string id = DocumentationId(method);
        string? problem = Problem(method, property, requirements);
        if (problem is not null) errors.Add(new CatalogueError(id, problem));
        else entries.Add(new PropertyEntry(id, property!.Title, property.Kind, requirements, property.Cases, method));
    }

    private static string? Problem(MethodInfo method, PropertyAttribute? property, string[] requirements)
    {
        if (property is null) return "has [Verifies] but no [Property]; hint: add [Property(\"title\")]";
        if (requirements.Length == 0) return "names no requirement; hint: add [Verifies(\"requirement id\")]";
        if (requirements.Any(string.IsNullOrWhiteSpace)) return "has [Verifies] without an id; hint: name the requirement";
        if (requirements.Distinct(StringComparer.Ordinal).Count() != requirements.Length)
            return "names a requirement twice; hint: keep one [Verifies] per id";
        if (string.IsNullOrWhiteSpace(property.Title)) return "has no title; hint: say in [Property] what it claims";
        if (property.Cases < 1) return $"asks for {property.Cases} cases; hint: at least 1, no case proves nothing";
        if (!method.IsStatic || !method.IsPublic || !method.DeclaringType!.IsVisible)
            return "is not a public static method of a public type; hint: make it so";
        if (method.GetParameters().Length != 0) return "takes parameters; hint: a property method has none";
        if (method.ContainsGenericParameters) return "is generic; hint: write it for the application's port types";
        return IsSequenceProperty(method.ReturnType)
            ? null
            : $"returns '{method.ReturnType.Name}'; hint: return SequenceProperty<inputs, outputs>";
    }

    private static bool IsSequenceProperty(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(SequenceProperty<,>);

    private static void AddDuplicateTitles(List<PropertyEntry> entries, List<CatalogueError> errors)
    {
        foreach (var group in entries.GroupBy(e => e.Title, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            foreach (PropertyEntry entry in group.OrderBy(e => e.TestId, StringComparer.Ordinal).Skip(1))
            {
                errors.Add(new CatalogueError(
                    entry.TestId, $"has the title of another property, \"{entry.Title}\"; hint: say what differs"));
            }
        }
    }
}
