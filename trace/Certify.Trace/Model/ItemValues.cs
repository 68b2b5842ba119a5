namespace Certify.Trace.Model;

/// <summary>Values of an item by name: the fields that a project may ask for, and attributes.</summary>
public static class ItemValues
{
    /// <summary>Fields that have a value by name.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["owner", "author", "reviewer", "status", "revision", "level", "component", "rationale", "source", "safety-feedback"];

    /// <summary>Value of a field of <see cref="Fields"/>, else of the attribute with that name; null where there is none.</summary>
    public static string? Of(TraceItem item, string name) => name switch
    {
        "owner" => item.Owner,
        "author" => item.Author,
        "reviewer" => item.Reviewer,
        "status" => item.Status,
        "revision" => item.Revision,
        "level" => item.Level,
        "component" => item.Component,
        "rationale" => item.Rationale,
        "source" => item.Source,
        "safety-feedback" => item.SafetyFeedback,
        _ => item.Attribute(name),
    };
}
