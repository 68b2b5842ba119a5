namespace Certify.Analyzers.ControlFlow;

/// <summary>How large a method may be. The rule's page gives the same numbers.</summary>
internal static class ComplexityLimits
{
    /// <summary>Greatest number of independent paths (McCabe).</summary>
    public const int Paths = 10;

    /// <summary>Greatest depth of statements within statements.</summary>
    public const int Nesting = 4;

    /// <summary>Greatest number of lines from the first line of the declaration to the last.</summary>
    public const int Lines = 60;

    /// <summary>Greatest number of parameters.</summary>
    public const int Parameters = 6;

    /// <summary>Greatest number of conditions in a decision.</summary>
    public const int Conditions = 4;
}
