using Certify.Trace.Model;

namespace Certify.Trace.Reading;

/// <summary>Names of the list fields of an item, and the links among them.</summary>
internal static class ItemFields
{
    public const string Tier = "tier";
    public const string Component = "component";
    public const string Parents = "parents";
    public const string Derived = "derived";
    public const string Verification = "verification";
    public const string Level = "level";
    public const string Status = "status";
    public const string Revision = "revision";
    public const string Owner = "owner";
    public const string Author = "author";
    public const string Reviewer = "reviewer";
    public const string Kind = "kind";
    public const string Title = "title";
    public const string Verdict = "verdict";
    public const string Passed = "passed";
    public const string Image = "image";
    public const string Log = "log";

    /// <summary>What stands before the role of a link that has no field of its own.</summary>
    public const string LinkPrefix = "link ";

    /// <summary>What stands before the name of an attribute that no schema declares.</summary>
    public const string AttributePrefix = "x ";

    private static readonly string[] s_roles =
    [
        LinkRole.Implements, LinkRole.Verifies, LinkRole.Executes, LinkRole.ResultOf, LinkRole.Reviews, LinkRole.Against,
        LinkRole.Affects, LinkRole.Mitigates, LinkRole.Assumes, LinkRole.DependsOn,
    ];

    /// <summary>Every field in the order of messages.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Tier, Component, Parents, Derived, Verification, Level, Status, Revision, Owner, Author, Reviewer, Kind, Title,
        Verdict, Passed, Image, Log, .. s_roles,
    ];

    /// <summary>The role of a field that holds links, or null.</summary>
    public static string? RoleOf(string field) =>
        field == Parents ? LinkRole.Satisfies : Array.IndexOf(s_roles, field) is >= 0 and var at ? s_roles[at] : null;

    /// <summary>The field that holds links of a role, or null where it is written as 'link ROLE'.</summary>
    public static string? FieldOf(string role) =>
        role == LinkRole.Satisfies ? Parents : Array.IndexOf(s_roles, role) >= 0 ? role : null;
}
