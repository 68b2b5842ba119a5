using System.Globalization;
using System.Xml;
using Certify.Facts;
using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.Results;

/// <summary>Reads one JUnit report.</summary>
// @llr CFY-LLR-363
internal sealed class JunitFile(XmlReader xml, string path, ItemSink sink, ReadLog log)
{
    private readonly RunItems _runs = new(path, sink, log);
    private readonly List<(string Name, int Said, int CountBefore, SourcePlace Place)> _suites = [];

    /// <summary>Reads the report to its end.</summary>
    public void Read()
    {
        while (xml.Next())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "testsuite" && _suites.Count > 0) CloseSuite();
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "testsuite":
                    OpenSuite();
                    break;
                case "testcase":
                    ReadCase();
                    break;
                case "testsuites" or "properties":
                    break;
                case "property":
                    log.Lose("properties of suites", xml.PlaceOf(path));
                    break;
                case "system-out" or "system-err":
                    log.Lose("output of tests", xml.PlaceOf(path));
                    break;
                case "failure" or "error":
                    log.Add("TRC-016", xml.PlaceOf(path), $"a suite reports '{xml.LocalName}' outside of any test case; hint: see the report, tests may not have run");
                    break;
                default:
                    log.Lose($"element {SourceText.Quote(xml.LocalName)}", xml.PlaceOf(path));
                    break;
            }
        }
    }

    private void OpenSuite()
    {
        var said = int.TryParse(xml.GetAttribute("tests"), NumberStyles.None, CultureInfo.InvariantCulture, out var tests) ? tests : 0;
        _suites.Add((xml.GetAttribute("name") ?? "", said, _runs.Count, xml.PlaceOf(path)));
        if (xml.IsEmptyElement) CloseSuite();
    }

    private void CloseSuite()
    {
        var (name, said, before, place) = _suites[^1];
        _suites.RemoveAt(_suites.Count - 1);
        if (_runs.Count - before >= said) return;
        log.Add("TRC-016", place, string.Create(CultureInfo.InvariantCulture,
            $"suite {SourceText.Quote(name)} says it has {said} tests and holds {_runs.Count - before}; hint: the run may have been cut off"));
    }

    private void ReadCase()
    {
        var run = new ItemDraft(xml.PlaceOf(path));
        var (name, type, verdict) = ("", "", "passed");
        var requirements = new List<string>();
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            switch (xml.LocalName)
            {
                case "name":
                    name = xml.Value;
                    break;
                case "classname" or "class":
                    type = xml.Value;
                    break;
                case "status" or "result" when xml.Value is "notrun" or "disabled" or "skipped" or "suppressed" or "Skipped" or "NotExecuted":
                    verdict = Worse(verdict, "skipped");
                    break;
                case "status" or "result" when xml.Value is "fail" or "failed" or "Failed" or "error":
                    verdict = Worse(verdict, "failed");
                    break;
                case "status" or "result":
                    break;
                default:
                    if (RunItems.NamesRequirements(xml.LocalName)) requirements.Add(xml.Value);
                    else if (xml.Value.Length > 0 && xml.Prefix != "xmlns") run.Attribute(xml.LocalName, SourceText.Lines(xml.Value));
                    break;
            }
        }
        xml.MoveToElement();
        if (!xml.IsEmptyElement) verdict = ReadBody(run, verdict, requirements);
        if (type.Length == 0 && _suites.Count > 0) type = _suites[^1].Name;
        var test = type.Length == 0 || type == name || name.StartsWith(type + ".", StringComparison.Ordinal) ? name : $"{type}.{name}";
        _runs.Add(run, name.Length == 0 ? "" : test, test, verdict, requirements);
    }

    private string ReadBody(ItemDraft run, string verdict, List<string> requirements)
    {
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "failure" or "rerunFailure":
                    verdict = Worse(verdict, "failed");
                    ReadMessage(run);
                    break;
                case "error" or "rerunError":
                    verdict = Worse(verdict, "error");
                    ReadMessage(run);
                    break;
                case "skipped":
                    verdict = Worse(verdict, "skipped");
                    ReadMessage(run);
                    break;
                case "flakyFailure" or "flakyError":
                    run.Attribute("flaky", xml.GetAttribute("message") is { Length: > 0 } message ? SourceText.Lines(message) : xml.LocalName);
                    break;
                case "property":
                    ReadProperty(run, requirements);
                    break;
                case "system-out" or "system-err":
                    log.Lose("output of tests", xml.PlaceOf(path));
                    break;
                case "properties" or "stackTrace":
                    break;
                default:
                    log.Lose($"element {SourceText.Quote(xml.LocalName)}", xml.PlaceOf(path));
                    break;
            }
        }
        return verdict;
    }

    private void ReadMessage(ItemDraft run)
    {
        if (xml.GetAttribute("message") is { Length: > 0 } message) run.Attribute("message", SourceText.Lines(message));
        if (xml.InnerText().Trim() is { Length: > 0 } details) run.Attribute("details", SourceText.Lines(details));
    }

    private void ReadProperty(ItemDraft run, List<string> requirements)
    {
        var name = xml.GetAttribute("name") ?? "";
        var value = xml.GetAttribute("value") ?? xml.InnerText();
        if (RunItems.NamesRequirements(name)) requirements.Add(value);
        else if (name.Length > 0 && value.Length > 0) run.Attribute(name, SourceText.Lines(value));
    }

    private static string Worse(string one, string other)
    {
        ReadOnlySpan<string> order = ["passed", "skipped", "failed", "error"];
        return order.IndexOf(one) > order.IndexOf(other) ? one : other;
    }
}
