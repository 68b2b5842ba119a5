using Certify.Trace.Model;

namespace Certify.Fuzz;

/// <summary>Files to damage for formats that have no writer.</summary>
internal static class FuzzSamples
{
    /// <summary>Samples of a format; for an unknown one a few lines of text, so that a new reader is never left out.</summary>
    public static InputFile[] Of(string format) => format switch
    {
        "junit" => [InputFile.FromText("junit.xml", JUnit)],
        "trx" => [InputFile.FromText("run.trx", Trx)],
        "tags" => [InputFile.FromText("a.c", C), InputFile.FromText("b.adb", Ada), InputFile.FromText("c.rs", Rust), InputFile.FromText("d.py", Python), InputFile.FromText("e.S", Assembly)],
        "results" => [InputFile.FromText("results.json", Results)],
        "coverage" => [InputFile.FromText("coverage.json", Coverage)],
        _ => [InputFile.FromText("sample.txt", "## FZ-HLR-001 Title\n\n- tier: HLR\n\nThe unit shall stop.\n")],
    };

    private const string JUnit = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites tests="3" failures="1"><testsuite name="s" tests="3" failures="1" timestamp="2026-01-01T00:00:00">
        <testcase classname="A" name="one" time="0.1"><properties><property name="requirement" value="FZ-HLR-001"/></properties></testcase>
        <testcase classname="A" name="two"><failure message="no">text &lt;x&gt;</failure></testcase>
        <testcase classname="B" name="three"><skipped/></testcase></testsuite></testsuites>
        """;

    private const string Trx = """
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun id="1" name="n" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
        <UnitTestResult executionId="a" testId="b" testName="N.T.One" outcome="Passed" duration="00:00:01"/>
        <UnitTestResult executionId="c" testId="d" testName="N.T.Two" outcome="Failed"><Output><ErrorInfo><Message>m</Message></ErrorInfo></Output></UnitTestResult>
        </Results><TestDefinitions><UnitTest name="N.T.One" id="b"><TestMethod className="N.T" name="One"/></UnitTest></TestDefinitions></TestRun>
        """;

    private const string C = "/* @llr FZ-LLR-001 */\nint f(void) { return \"// @llr NO\"[0]; }\n// @llr FZ-LLR-002\nstatic void g(char c) { if (c == '\\'') f(); }\n";
    private const string Ada = "-- @llr FZ-LLR-001\nprocedure P is begin Put (\"-- @llr NO\"); end P;\n";
    private const string Rust = "/* a /* nested */ */\n// @llr FZ-LLR-001\nfn f() { let s = r#\"// @llr NO\"#; }\n";
    private const string Python = "# @llr FZ-LLR-001\ndef f():\n    \"\"\"# @llr NO\"\"\"\n    return 1\n";
    private const string Assembly = "# @llr FZ-LLR-001\nstart: mov $1, %eax ; @llr FZ-LLR-002\n";
    private const string Coverage = """
        {"header":{"schema":"certify/coverage/1","toolVersion":"0","commandLine":"c","revision":"r","dirty":false,"inputs":[],"seed":null,"imageSha256":null},
        "flightImageSha256":"00","source":"target","criterion":"masking","statements":[{"id":"M:A.B#s1","component":"K","place":{"path":"a.cs","line":1,"column":0},"tests":["M:T"],"justification":null}],
        "decisions":[],"justifications":[]}
        """;
    private const string Results = """
        {"header":{"schema":"certify/results/1","toolVersion":"0","commandLine":"c","revision":"r","dirty":false,"inputs":[],"seed":1,"imageSha256":null},
        "layoutHash":"00","results":[{"test":"M:A.B","side":"host","verdict":"passed","cases":1,"frames":1,"seed":1,"labels":[],"message":null,"shrunk":null,"replay":null,"panic":null,"inputsSha256":"00","outputsSha256":null}]}
        """;
}
