using System.Xml;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.ReqIf;

namespace Certify.Trace.Formats.Tests.ReqIf;

public sealed class XhtmlTextTests
{
    // @verifies CFY-LLR-367
    [Theory]
    [InlineData("<div>a  b\n c</div>", "a b c")]
    [InlineData("<div>a<br/>b<br/><br/>c</div>", "a\nb\n\nc")]
    [InlineData("<p>a</p><p>b</p>", "a\n\nb")]
    [InlineData("<div>x</div><div>y</div>", "x\ny")]
    [InlineData("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c")]
    [InlineData("<ol><li>a</li><li>b</li></ol>t", "1. a\n2. b\nt")]
    [InlineData("<table><tr><th>a</th><th>b</th></tr><tr><td><p>1</p></td><td>2</td></tr></table>", "a | b\n1 | 2")]
    [InlineData("<table><tr><td></td><td>2</td></tr></table>", "| 2")]
    [InlineData("x<sup>2</sup> a<sub>i</sub>", "x^(2) a_(i)")]
    [InlineData("<del>old</del> new", "~~old~~ new")]
    [InlineData("<a href='http://x/y'>see</a>", "see (http://x/y)")]
    [InlineData("<pre>a\n  b </pre>", "a\n  b ")]
    [InlineData("a <b>bold</b> <i>word</i>", "a bold word")]
    [InlineData("<object data='p.png' type='image/png'>alt</object> t", "[object: p.png] t")]
    [InlineData("a &lt;script&gt;", "a <script>")]
    [InlineData("", "")]
    public void Structure_becomes_plain_text(string xhtml, string text) => Assert.Equal(text, Of(xhtml, new ReadLog()));

    // @verifies CFY-LLR-367
    [Fact]
    public void Pictures_and_objects_are_listed()
    {
        var log = new ReadLog();
        Of("<p><img src='a.png'/><object data='b.ole'><object data='b.png'>alt</object></object><script>x()</script></p>", log);
        Assert.Equal(["image 'a.png' inside of a value", "object 'b.ole' inside of a value", "script '' inside of a value"], log.Finish([]).Losses.Select(l => l.What).Order(StringComparer.Ordinal));
    }

    private static string Of(string xhtml, ReadLog log)
    {
        using var reader = XmlReader.Create(new StringReader($"<v>{xhtml}</v>"));
        reader.Read();
        return new XhtmlText(log, "in").Read(reader, "o", ReqIfParser.DepthMax)!;
    }
}
