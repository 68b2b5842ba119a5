using System.Diagnostics.CodeAnalysis;

namespace Certify.Trace.Formats.Common;

/// <summary>A field of the model, in the order that tables write them.</summary>
internal enum ItemField
{
    Id, Tier, Title, Text, Rationale, Derived, SafetyFeedback, Source, Level, Component, Verification, TestKind, Status, Revision, Owner, Author,
    Reviewer, Verdict, Passed, Image, Log,

    /// <summary>Links of a role.</summary>
    Links,

    /// <summary>An attribute by name.</summary>
    Attribute,

    /// <summary>Left out on purpose.</summary>
    None,
}

/// <summary>Where a value goes: a field and, for links and attributes, the role or name.</summary>
internal readonly record struct FieldTarget(ItemField Field, string Name = "")
{
    private static readonly string[] s_names =
    [
        "id", "tier", "title", "text", "rationale", "derived", "safety-feedback", "source", "level", "component", "verification", "test-kind",
        "status", "revision", "owner", "author", "reviewer", "verdict", "passed", "image", "log",
    ];

    /// <summary>Names of the fields that every table has, in order.</summary>
    public static IReadOnlyList<string> Names => s_names;

    /// <summary>True for fields whose value is running text.</summary>
    public bool IsProse => Field is ItemField.Title or ItemField.Text or ItemField.Rationale or ItemField.SafetyFeedback or ItemField.Source;

    /// <summary>The name as <see cref="FieldMapping"/> writes it.</summary>
    public override string ToString() => Field switch
    {
        ItemField.None => "-",
        ItemField.Links => "links:" + Name,
        ItemField.Attribute => "attribute:" + Name,
        _ => s_names[(int)Field],
    };

    /// <summary>Reads a name as <see cref="FieldMapping"/> writes it.</summary>
    public static bool TryParse(string name, [NotNullWhen(true)] out FieldTarget? target)
    {
        target = null;
        if (name == "-") target = new FieldTarget(ItemField.None);
        else if (name.StartsWith("links:", StringComparison.Ordinal) && name.Length > 6) target = new FieldTarget(ItemField.Links, name[6..]);
        else if (name.StartsWith("attribute:", StringComparison.Ordinal) && name.Length > 10) target = new FieldTarget(ItemField.Attribute, name[10..]);
        else if (Array.IndexOf(s_names, name) is >= 0 and var at) target = new FieldTarget((ItemField)at);
        return target is not null;
    }
}
