namespace Certify.Cli.Settings;

/// <summary>A certify.yaml: either a repository that lists apps and solutions, or one application.</summary>
internal sealed class CertifyYaml
{
    /// <summary>Repository: folders of its applications, the first is what `package` works on.</summary>
    public List<string> Apps { get; set; } = [];

    /// <summary>Repository: solutions whose tests `certify test` runs.</summary>
    public List<string> Solutions { get; set; } = [];

    /// <summary>Repository: requirement sets of its own that `trace audit` judges beside the applications'.</summary>
    public List<TraceSetYaml> Traces { get; set; } = [];

    /// <summary>Application: product name.</summary>
    public string? Name { get; set; }

    /// <summary>Application: project file, relative to this file.</summary>
    public string? Project { get; set; }

    /// <summary>Application: software level A to E.</summary>
    public string Level { get; set; } = "A";

    /// <summary>Application: profile of the rules, where the project file names none.</summary>
    public string? Profile { get; set; }

    /// <summary>Application: part number.</summary>
    public string? PartNumber { get; set; }

    /// <summary>Application: organisation.</summary>
    public string? Organisation { get; set; }

    /// <summary>Application: what the software does.</summary>
    public string Description { get; set; } = "";

    /// <summary>Application: prefix of its document ids, for example FM.</summary>
    public string? DocumentPrefix { get; set; }

    /// <summary>Application: its components.</summary>
    public List<ComponentYaml> Components { get; set; } = [];

    /// <summary>Application: folders of requirement files.</summary>
    public List<string> Requirements { get; set; } = ["requirements"];

    /// <summary>Application: the project that holds its properties.</summary>
    public string? Properties { get; set; }

    /// <summary>Application: folder of coverage justifications.</summary>
    public string? Justifications { get; set; }

    /// <summary>Application: folder of problem reports.</summary>
    public string? ProblemReports { get; set; }

    /// <summary>Application: targets of its indirect calls, by the function they are in.</summary>
    public List<IndirectCallYaml> IndirectCalls { get; set; } = [];

    /// <summary>Application: static budgets.</summary>
    public List<BudgetYaml> Budgets { get; set; } = [];
}

/// <summary>A component of an application.</summary>
internal sealed class ComponentYaml
{
    /// <summary>Name, as requirements name it.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it does.</summary>
    public string Text { get; set; } = "";

    /// <summary>Globs of its sources relative to the certify.yaml.</summary>
    public List<string> Sources { get; set; } = [];
}

/// <summary>A static budget.</summary>
internal sealed class BudgetYaml
{
    /// <summary>What fills in the figure: image-bytes, boot-instructions, memory-mib, stack-bytes or static-bytes; nothing for a budget without one.</summary>
    public string? Measure { get; set; }

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Greatest value allowed.</summary>
    public long Limit { get; set; }

    /// <summary>Unit.</summary>
    public string Unit { get; set; } = "";

    /// <summary>Why this limit.</summary>
    public string Reason { get; set; } = "";
}

/// <summary>The functions that an indirect call can lead to.</summary>
internal sealed class IndirectCallYaml
{
    /// <summary>C# name of the function that calls, "Namespace.Type.Method".</summary>
    public string From { get; set; } = "";

    /// <summary>C# names of all functions it can call.</summary>
    public List<string> To { get; set; } = [];

    /// <summary>Why there are no others.</summary>
    public string Reason { get; set; } = "";
}

/// <summary>A requirement set that is not an application: the toolkit's own.</summary>
internal sealed class TraceSetYaml
{
    /// <summary>Name for messages.</summary>
    public string Name { get; set; } = "";

    /// <summary>Requirement folders.</summary>
    public List<string> Requirements { get; set; } = [];

    /// <summary>Folders of the sources traced to them.</summary>
    public List<string> Sources { get; set; } = [];

    /// <summary>Folders of the tests traced to them.</summary>
    public List<string> Tests { get; set; } = [];

    /// <summary>Software level whose rules apply.</summary>
    public string Level { get; set; } = "A";
}
