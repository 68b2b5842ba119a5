using System.Globalization;
using System.Text;
using System.Xml;
using Certify.Facts;

namespace Certify.Testing;

/// <summary>
/// Results as JUnit XML, the common form that build servers read. No times and no host names: equal results
/// give equal bytes. **Source:** the Ant JUnit task's format as build servers accept it.
/// </summary>
public static class JUnitXml
{
    /// <summary>Gives the file's bytes: one suite per side, one case per test.</summary>
    /// <param name="results">Results in any order; written by side, then test id.</param>
    /// <param name="title">Title of a test id, or null to write ids only.</param>
    public static byte[] Write(IReadOnlyList<TestResult> results, Func<string, string>? title = null)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize,
        };
        using (XmlWriter xml = XmlWriter.Create(stream, settings))
        {
            xml.WriteStartElement("testsuites");
            WriteCounts(xml, results);
            foreach (var side in results.GroupBy(r => r.Side).OrderBy(g => g.Key)) WriteSuite(xml, side.Key, [.. side], title);
            xml.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteSuite(XmlWriter xml, TestSide side, TestResult[] results, Func<string, string>? title)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", side.ToString().ToLowerInvariant());
        WriteCounts(xml, results);
        foreach (TestResult result in results.OrderBy(r => r.Test, StringComparer.Ordinal)) WriteCase(xml, result, title);
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<TestResult> results)
    {
        int errors = results.Count(r => r.Verdict == Verdict.Error);
        int failures = results.Count(r => r.Verdict is not (Verdict.Error or Verdict.Passed));
        xml.WriteAttributeString("tests", Number(results.Count));
        xml.WriteAttributeString("failures", Number(failures));
        xml.WriteAttributeString("errors", Number(errors));
    }

    private static void WriteCase(XmlWriter xml, TestResult result, Func<string, string>? title)
    {
        string id = result.Test.StartsWith("M:", StringComparison.Ordinal) ? result.Test[2..] : result.Test;
        int dot = id.LastIndexOf('.');
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean(dot < 0 ? "" : id[..dot]));
        xml.WriteAttributeString("name", Clean(title is null ? id[(dot + 1)..] : $"{id[(dot + 1)..]}: {title(result.Test)}"));
        if (result.Verdict != Verdict.Passed)
        {
            xml.WriteStartElement(result.Verdict == Verdict.Error ? "error" : "failure");
            xml.WriteAttributeString("type", result.Verdict.ToString());
            xml.WriteAttributeString("message", Clean(result.Message ?? ""));
            xml.WriteString(Clean(string.Join("\n", Parts(result))));
            xml.WriteEndElement();
        }

        xml.WriteStartElement("system-out");
        xml.WriteString(Clean(Summary(result)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static IEnumerable<string> Parts(TestResult result)
    {
        if (result.Shrunk is not null) yield return result.Shrunk;
        if (result.Panic is not null) yield return result.Panic;
        if (result.Replay is not null) yield return "replay: " + result.Replay;
    }

    private static string Summary(TestResult result)
    {
        string labels = string.Concat(result.Labels.Select(l => $"\n{l.Count} {l.Label}"));
        return $"{result.Cases} cases, {result.Frames} frames, seed {result.Seed}{labels}";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>XML 1.0 has no form for most control characters and lone surrogates; they become '?'.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text, i++, 2);
            else clean.Append('?');
        }

        return clean.ToString();
    }
}
