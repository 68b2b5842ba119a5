using System;

namespace Certify.Analyzers.Settings.Deviations;

/// <summary>One deviation record as it is written.</summary>
// @llr CFY-LLR-250
public sealed class Deviation
{
    internal Deviation(
        string id, string title, string ruleId, string path, string member, string approver, DateTime expires, string revision,
        string rationale, string file, int line)
    {
        Id = id;
        Title = title;
        RuleId = ruleId;
        Path = path;
        Member = member;
        Approver = approver;
        Expires = expires;
        Revision = revision;
        Rationale = rationale;
        File = file;
        Line = line;
    }

    /// <summary>Id, for example DEV-001.</summary>
    public string Id { get; }

    /// <summary>The heading after the id.</summary>
    public string Title { get; }

    /// <summary>The rule deviated from, CFY####.</summary>
    public string RuleId { get; }

    /// <summary>The file it covers: absolute, with '/' separators.</summary>
    public string Path { get; }

    /// <summary>The member it covers, with namespace and types, or empty for the whole file.</summary>
    public string Member { get; }

    /// <summary>Who approved it.</summary>
    public string Approver { get; }

    /// <summary>The last day on which it holds.</summary>
    public DateTime Expires { get; }

    /// <summary>SHA-256, in lower-case hex, of the scope's text when it was approved.</summary>
    public string Revision { get; }

    /// <summary>Why the deviation is right, and what takes the rule's place.</summary>
    public string Rationale { get; }

    /// <summary>The record's own file: absolute, with '/' separators.</summary>
    public string File { get; }

    /// <summary>1-based line of the record's heading.</summary>
    public int Line { get; }
}

/// <summary>Something wrong with a record or its file.</summary>
public sealed class DeviationFault
{
    internal DeviationFault(string id, string file, int line, string what, string remedy)
    {
        Id = id;
        File = file;
        Line = line;
        What = what;
        Remedy = remedy;
    }

    /// <summary>The record's id, or empty where none can be read.</summary>
    public string Id { get; }

    /// <summary>The file: absolute, with '/' separators.</summary>
    public string File { get; }

    /// <summary>1-based line.</summary>
    public int Line { get; }

    /// <summary>What is wrong, for a sentence that starts with the record's name.</summary>
    public string What { get; }

    /// <summary>What to do, a sentence.</summary>
    public string Remedy { get; }
}
