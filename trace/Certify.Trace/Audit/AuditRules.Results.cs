using static Certify.Facts.FindingSeverity;

namespace Certify.Trace.Audit;

public static partial class AuditRules
{
    private static AuditRule[] Results =>
    [
        new("TRC-401", Error, Abcd, "Test without result",
            "The given results have no run of a property that is linked to a requirement. xunit tests are judged as soon as the results hold any xunit test.",
            "Run the test."),
        new("TRC-402", Error, Abcd, "Test failed",
            "A result is not a pass, or ran no case.",
            "Correct the code, the test or the requirement; record a problem report."),
        new("TRC-403", Error, Abcd, "Result of an unknown test",
            "A result names a test that is not in the sources: it is stale, or the test was not scanned.",
            "Run the tests again."),
        new("TRC-404", Error, Abcd, "No result on the target",
            "A property ran on the host only; host results never stand in for target results.",
            "Run it on the target."),
        new("TRC-405", Error, Abcd, "Results of another image",
            "The results are of an image with another digest than the one given.",
            "Run the tests on this image."),
        new("TRC-406", Error, Abcd, "Result older than the requirement",
            "A result was recorded for a requirement with another fingerprint: the demand has changed since the run.",
            "Run the test again."),
        new("TRC-407", Error, Abcd, "Result older than the test",
            "A result was recorded for a test with another fingerprint: the test has changed since the run.",
            "Run the test again."),
        new("TRC-408", Error, Abcd, "Result of another image",
            "A result names an image with another digest than the one given.",
            "Run the test on this image."),
        new("TRC-409", Error, Abcd, "Log of a result is missing",
            "A result names a log by its digest, and none of the logs given has it: the log is lost, or was changed.",
            "Give the log of the run, or run the test again."),
        new("TRC-410", Error, Abcd, "Test skipped",
            "A result says that the test was not run; that is no pass.",
            "Run it, or justify why it cannot be run."),
    ];
}
