namespace Certify.Trace.Formats.Fret;

/// <summary>Names of attributes that hold what FRET says beyond the model.</summary>
internal static class FretNames
{
    /// <summary>In front of every property kept; fields of "semantics" follow <see cref="Semantics"/>.</summary>
    public const string Prefix = "fret.";

    /// <summary>In front of the fields of "semantics".</summary>
    public const string Semantics = "fret.semantics.";

    /// <summary>At the end of a name whose value is JSON and not the text of a string.</summary>
    public const string JsonMark = "#json";

    /// <summary>Names of properties of the model's fields that are there and empty, one per line.</summary>
    public const string Empty = "fret.empty";

    /// <summary>Variables of the file, one per line: position among all variables, blank, JSON.</summary>
    public const string Variables = "fret.variables";

    /// <summary>In front of properties of the file beside requirements and variables, at its first item.</summary>
    public const string Root = "fret.root.";

    /// <summary>At the first item of a file that is a plain list of requirements.</summary>
    public const string PlainList = "fret.root#json";
}
