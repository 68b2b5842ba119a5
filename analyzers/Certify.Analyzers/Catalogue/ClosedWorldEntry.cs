namespace Certify.Analyzers.Catalogue;

/// <summary>One line of the table of kinds.</summary>
public sealed class ClosedWorldEntry
{
    internal ClosedWorldEntry(string space, string kind, string verdict, string rule, string condition, string form, string example)
    {
        Space = space;
        Kind = kind;
        Verdict = verdict;
        Rule = rule;
        Condition = condition;
        Form = form;
        Example = example;
    }

    /// <summary>"syntax" or "operation".</summary>
    public string Space { get; }

    /// <summary>Name of the kind in the compiler's enumeration.</summary>
    public string Kind { get; }

    /// <summary>"allowed", "forbidden", "conditional", "refused" (by the compiler) or "absent" (from C#).</summary>
    public string Verdict { get; }

    /// <summary>The rule that reports the kind, or empty.</summary>
    public string Rule { get; }

    /// <summary>When the kind is allowed after all, or why nothing needs to report it.</summary>
    public string Condition { get; }

    /// <summary>What stands around the example: s, m, p, f or t.</summary>
    public string Form { get; }

    /// <summary>Code with the kind, which the rule reports or the compiler refuses.</summary>
    public string Example { get; }
}
