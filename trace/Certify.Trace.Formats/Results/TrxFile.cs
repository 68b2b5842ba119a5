using System.Globalization;
using System.Xml;
using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.Results;

/// <summary>Reads one TRX report. Definitions of tests stand behind the results, so results are kept until the end.</summary>
// @llr CFY-LLR-363
internal sealed class TrxFile(XmlReader xml, string path, ItemSink sink, ReadLog log)
{
    private readonly RunItems _runs = new(path, sink, log);
    private readonly List<(ItemDraft Run, string Test, string Name, string Verdict)> _results = [];
    private readonly Dictionary<string, string> _tests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _requirements = new(StringComparer.Ordinal);
    private string _test = "";
    private string _key = "";

    /// <summary>Reads the report to its end; what was read up to a break is given too.</summary>
    public void Read()
    {
        try
        {
            while (xml.Next())
            {
                if (xml.NodeType == XmlNodeType.Element) Take();
            }
        }
        finally
        {
            foreach (var (run, test, name, verdict) in _results)
                _runs.Add(run, _tests.GetValueOrDefault(test, name), name, verdict, _requirements.GetValueOrDefault(test, []));
        }
    }

    private void Take()
    {
        switch (xml.LocalName)
        {
            case "UnitTestResult":
                var run = new ItemDraft(xml.PlaceOf(path));
                if (xml.GetAttribute("duration") is { Length: > 0 } time) run.Attribute("time", time);
                _results.Add((run, xml.GetAttribute("testId") ?? "", xml.GetAttribute("testName") ?? "", Verdict(xml.GetAttribute("outcome"))));
                log.Lose("computer names and times of day", xml.PlaceOf(path));
                break;
            case "Message" or "StackTrace" when _results.Count > 0 && _test.Length == 0:
                Detail(xml.LocalName == "Message" ? "message" : "details");
                break;
            case "StdOut" or "StdErr" or "DebugTrace" or "ResultFile":
                log.Lose("output of tests", xml.PlaceOf(path));
                break;
            case "UnitTest":
                _test = xml.GetAttribute("id") ?? "";
                break;
            case "TestMethod" when _test.Length > 0:
                var type = xml.GetAttribute("className") ?? "";
                if (type.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma) type = type[..comma];
                _tests.TryAdd(_test, $"{type}.{xml.GetAttribute("name")}");
                break;
            case "Key":
                _key = xml.InnerText();
                break;
            case "Value" when RunItems.NamesRequirements(_key) && _test.Length > 0:
                if (!_requirements.TryGetValue(_test, out var ids)) _requirements.Add(_test, ids = []);
                ids.Add(xml.InnerText());
                break;
            case "TestCategoryItem":
                log.Lose("categories of tests", xml.PlaceOf(path));
                break;
            case "ResultSummary":
                _test = "summary";
                if (xml.GetAttribute("outcome") is { } outcome && outcome is not ("Passed" or "Completed" or "Failed"))
                    log.Add("TRC-016", xml.PlaceOf(path), $"the run ended as {SourceText.Quote(outcome)}; hint: run the tests again");
                break;
            case "Counters":
                if (int.TryParse(xml.GetAttribute("total"), NumberStyles.None, CultureInfo.InvariantCulture, out var total) && total > _results.Count)
                    log.Add("TRC-016", xml.PlaceOf(path), string.Create(CultureInfo.InvariantCulture, $"the run counts {total} tests and the report holds {_results.Count}; hint: run the tests again"));
                break;
        }
    }

    private void Detail(string name)
    {
        if (xml.InnerText().Trim() is { Length: > 0 } text) _results[^1].Run.Attribute(name, SourceText.Lines(text));
    }

    private static string Verdict(string? outcome) => outcome switch
    {
        "Passed" => "passed",
        "Failed" => "failed",
        "NotExecuted" or "NotRunnable" or "Inconclusive" or "Pending" => "skipped",
        _ => "error",
    };
}
