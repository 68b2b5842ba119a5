using System.Xml;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Results;

/// <summary>
/// Reads TRX, the report of VSTest. The test is "class.method" by the report's definitions. A run that ended before its end, or holds fewer results than its
/// counters say, is an error. Times, computer names and output are losses.
/// </summary>
// @llr CFY-LLR-363
public sealed class TrxReader : IItemReader
{
    /// <inheritdoc/>
    public string Name => "trx";

    /// <inheritdoc/>
    public string Description => "test results of VSTest (dotnet test --logger trx)";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) =>
        (path.EndsWith(".trx", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) && SafeXml.RootOf(head) == "TestRun";

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default) =>
        XmlRuns.Read(files, options, static (xml, path, sink, log) => new TrxFile(xml, path, sink, log).Read(), cancel);
}
