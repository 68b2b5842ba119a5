namespace Certify.Analyzers.Catalogue;

/// <summary>Ids of the rules that have an analyzer. An id is never reused; <c>rules.csv</c> holds all of them.</summary>
public static class RuleIds
{
    /// <summary>Objects are not created on a heap.</summary>
    public const string HeapObject = "CFY1001";

    /// <summary>Values are not boxed.</summary>
    public const string Boxing = "CFY1003";

    /// <summary>Delegates, lambdas and events are not used.</summary>
    public const string Delegate = "CFY1004";

    /// <summary>Unsafe code stands in declared hardware types only.</summary>
    public const string Unsafe = "CFY1012";

    /// <summary>goto is not used.</summary>
    public const string Goto = "CFY1101";

    /// <summary>A switch handles every value.</summary>
    public const string Switch = "CFY1102";

    /// <summary>throw is not used.</summary>
    public const string Throw = "CFY1701";

    /// <summary>try, using and lock are not used.</summary>
    public const string Try = "CFY1702";

    /// <summary>Library members are on the allow list.</summary>
    public const string AllowList = "CFY1804";

    /// <summary>A loop has a bound.</summary>
    public const string LoopBound = "CFY1901";

    /// <summary>Calls form no cycle.</summary>
    public const string Recursion = "CFY1902";

    /// <summary>A member names the requirement it implements.</summary>
    public const string RequirementTag = "CFY2001";
}
