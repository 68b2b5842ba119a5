using System.Xml;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Results;

/// <summary>
/// Reads JUnit XML as GoogleTest, pytest, Surefire, CTest and the JUnit loggers of .NET write it. The test is "classname.name". A report without test cases, or with
/// fewer than a suite says it has, is an error. Output of tests is a loss.
/// </summary>
// @llr CFY-LLR-363
public sealed class JunitReader : IItemReader
{
    /// <inheritdoc/>
    public string Name => "junit";

    /// <inheritdoc/>
    public string Description => "test results as JUnit XML (GoogleTest, pytest, Surefire, CTest, ...)";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) =>
        path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && SafeXml.RootOf(head) is "testsuites" or "testsuite";

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default) =>
        XmlRuns.Read(files, options, static (xml, path, sink, log) => new JunitFile(xml, path, sink, log).Read(), cancel);
}
