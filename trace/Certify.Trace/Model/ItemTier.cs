namespace Certify.Trace.Model;

/// <summary>What an item of a trace is: the steps of a thread from the system down to a result, and the records beside it.</summary>
public enum ItemTier
{
    /// <summary>Requirement allocated to software from the system.</summary>
    System,
    /// <summary>High-level requirement.</summary>
    Hlr,
    /// <summary>Low-level requirement.</summary>
    Llr,
    /// <summary>Element of the software architecture.</summary>
    Design,
    /// <summary>Code: a symbol, a function, a label.</summary>
    Code,
    /// <summary>Test case.</summary>
    TestCase,
    /// <summary>Test procedure, which runs test cases.</summary>
    TestProcedure,
    /// <summary>Result of a run.</summary>
    Result,
    /// <summary>Record that somebody reviewed an item.</summary>
    Review,
    /// <summary>Problem report.</summary>
    ProblemReport,
    /// <summary>Hazard or failure condition of the system safety assessment.</summary>
    Hazard,
    /// <summary>Assumption that requirements rest on.</summary>
    Assumption,
}
