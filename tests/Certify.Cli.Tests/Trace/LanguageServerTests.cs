using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Certify.Cli.LanguageServer;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reports.Threads;
using Xunit;

namespace Certify.Cli.Tests.Trace;

/// <summary>A client that plays a script: all it says goes in at once, all answers come back in order.</summary>
public sealed class LanguageServerTests
{
    private const string Initialize = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"rootUri":"file:///r"}}""";
    private const string Shutdown = """{"jsonrpc":"2.0","id":99,"method":"shutdown"}""";
    private const string Exit = """{"jsonrpc":"2.0","method":"exit"}""";

    // @verifies CFY-LLR-391
    // @verifies CFY-HLR-038
    [Fact]
    public void Findings_of_open_documents_are_published_with_code_help_and_range()
    {
        var answers = Play(Initialize, Open("a.md", "## HLR-1 One\n\nno demand here\n"), Ask(2, "textDocument/hover", "a.md", 0, 0), Shutdown, Exit);
        Assert.Equal("certify", (string?)answers[0]["result"]!["serverInfo"]!["name"]);
        var published = answers.Last(a => (string?)a["method"] == "textDocument/publishDiagnostics")["params"]!;
        Assert.Equal("file:///r/a.md", (string?)published["uri"]);
        var one = published["diagnostics"]![0]!;
        Assert.Equal("TRC-301", (string?)one["code"]);
        Assert.Equal("file:///help#TRC-301", (string?)one["codeDescription"]!["href"]);
        Assert.Equal((2, 0, 2, 14), ((int)one["range"]!["start"]!["line"]!, (int)one["range"]!["start"]!["character"]!,
            (int)one["range"]!["end"]!["line"]!, (int)one["range"]!["end"]!["character"]!));
    }

    // @verifies CFY-LLR-391
    [Fact]
    public void A_finding_that_is_mended_goes_away()
    {
        var answers = Play(Initialize, Open("a.md", "no demand"), Ask(2, "textDocument/hover", "a.md", 0, 0), Change("a.md", "it shall"), Ask(3, "textDocument/hover", "a.md", 0, 0), Shutdown, Exit);
        var published = answers.Where(a => (string?)a["method"] == "textDocument/publishDiagnostics").ToList();
        Assert.Single(published[0]["params"]!["diagnostics"]!.AsArray());
        Assert.Empty(published[^1]["params"]!["diagnostics"]!.AsArray());
    }

    // @verifies CFY-LLR-391
    [Fact]
    public void An_id_is_explained_found_and_completed()
    {
        var answers = Play(
            Initialize, Open("a.md", "- parents: HLR-1, HL\nshall"), Ask(2, "textDocument/hover", "a.md", 0, 13), Ask(3, "textDocument/definition", "a.md", 0, 11),
            Ask(4, "textDocument/completion", "a.md", 0, 20), Ask(5, "textDocument/completion", "a.md", 1, 2), Ask(6, "textDocument/hover", "a.md", 1, 2), Shutdown, Exit);
        JsonNode Result(int id) => answers.Single(a => a["id"] is JsonValue v && v.TryGetValue<int>(out var n) && n == id);
        var hover = (string)Result(2)["result"]!["contents"]!["value"]!;
        Assert.Contains("**HLR-1** Title of HLR-1", hover);
        Assert.Contains("The unit shall do HLR-1.", hover);
        Assert.Contains("- system SYS-1 Title of SYS-1", hover);
        Assert.Contains("- LLR LLR-2", hover);
        Assert.Equal("file:///r/reqs/hlr.md", (string?)Result(3)["result"]!["uri"]);
        Assert.Equal(["HLR-1", "HLR-2"], Result(4)["result"]!["items"]!.AsArray().Select(i => (string)i!["label"]!));
        Assert.Null(Result(5)["result"]);
        Assert.Null(Result(6)["result"]);
    }

    // @verifies CFY-LLR-391 robustness
    [Fact]
    public void Broken_messages_are_answered_and_the_next_one_is_served()
    {
        string[] bad =
        [
            "this is no JSON", "[1,2]", "17", """{"jsonrpc":"2.0","id":2}""", """{"jsonrpc":"2.0","id":3,"method":"no/such"}""",
            """{"jsonrpc":"2.0","id":4,"method":"textDocument/hover","params":{"position":{"line":-1}}}""",
            """{"jsonrpc":"2.0","id":5,"method":"textDocument/hover","params":[]}""",
            """{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":7},"contentChanges":{}}}""",
            """{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"http://x/","text":"\ud800"}}}""",
            new string('[', 200) + new string(']', 200),
        ];
        var answers = Play([Initialize, .. bad, Shutdown, Exit]);
        var codes = answers.Where(a => a["error"] is not null).Select(a => (int)a["error"]!["code"]!).ToList();
        Assert.Equal([-32700, -32600, -32600, -32600, -32601, -32602, -32602, -32700], codes);
        Assert.Equal(99, (int)answers[^1]["id"]!);
    }

    // @verifies CFY-LLR-391 robustness
    [Fact]
    public void A_message_that_is_too_long_or_has_no_length_is_passed_over()
    {
        var long_ = MessageReader.BodyBytesMax + 1;
        var stream = new MemoryStream();
        stream.Write(Encoding.ASCII.GetBytes("Content-Length: " + long_.ToString(CultureInfo.InvariantCulture) + "\r\n\r\n"));
        stream.Write(new byte[long_]);
        stream.Write(Encoding.ASCII.GetBytes("Content-Type: x\r\n\r\n" + new string('h', 100_000) + ": y\r\n\r\nContent-Length: -5\r\n\r\n"));
        stream.Write(Frame("{}"));
        stream.Write(Encoding.ASCII.GetBytes("Content-Length: 100\r\n\r\n{"));
        stream.Position = 0;
        var reader = new MessageReader(stream);
        Assert.Contains("is the most", reader.Next()!.Value.Fault);
        for (var i = 0; i < 3; i++) Assert.Equal("a header without Content-Length", reader.Next()!.Value.Fault);
        Assert.Equal(JsonValueKind.Object, reader.Next()!.Value.Json.ValueKind);
        Assert.Equal("the stream ended within a message", reader.Next()!.Value.Fault);
        Assert.Null(reader.Next());
    }

    // @verifies CFY-LLR-391 robustness
    [Fact]
    public void Requests_before_initialize_and_after_shutdown_are_refused_and_an_abrupt_end_is_told()
    {
        var answers = Play(Ask(2, "textDocument/hover", "a.md", 0, 0), Initialize, Shutdown, Ask(3, "textDocument/hover", "a.md", 0, 0), Exit);
        Assert.Equal([-32002, -32600], answers.Where(a => a["error"] is not null).Select(a => (int)a["error"]!["code"]!));
        Assert.Equal(1, Run([Initialize, Exit]).Code);
        Assert.Equal(1, Run([Initialize]).Code);
        Assert.Equal(0, Run([Initialize, Shutdown, Exit]).Code);
    }

    // @verifies CFY-LLR-391 robustness
    [Fact]
    public void A_set_that_cannot_be_read_leaves_the_server_running()
    {
        var answers = Play(Initialize, Open("a.md", "fault"), Ask(2, "textDocument/hover", "a.md", 0, 0), Shutdown, Exit);
        Assert.Contains(answers, a => (string?)a["method"] == "window/logMessage");
        Assert.Equal(99, (int)answers[^1]["id"]!);
    }

    private static IReadOnlyList<JsonNode> Play(params string[] messages)
    {
        var (code, output) = Run(messages);
        Assert.Equal(0, code);
        var answers = new List<JsonNode>();
        var reader = new MessageReader(new MemoryStream(output));
        while (reader.Next() is { } message)
        {
            Assert.Null(message.Fault);
            answers.Add(JsonNode.Parse(message.Json.GetRawText())!);
        }
        return answers;
    }

    private static (int Code, byte[] Output) Run(string[] messages)
    {
        var input = new MemoryStream([.. messages.SelectMany(Frame)]);
        var output = new MemoryStream();
        var code = new TraceServer(input, output, null, c => "file:///help#" + c, Audit, _ => { }).Run();
        return (code, output.ToArray());
    }

    /// <summary>Knows one rule: a document of which a line says "no demand" breaks TRC-301 there.</summary>
    private static ServerView Audit(string root, IReadOnlyDictionary<string, byte[]> open, bool saved)
    {
        var findings = new List<AuditFinding>();
        foreach (var (path, bytes) in open)
        {
            var lines = Encoding.UTF8.GetString(bytes).Split('\n');
            if (lines[0] == "fault") throw CommandException.BadInput("nothing to read");
            var at = Array.FindIndex(lines, l => l.StartsWith("no demand", StringComparison.Ordinal));
            if (at >= 0) findings.Add(new AuditFinding("TRC-301", FindingSeverity.Error, "HLR-1", "has no shall", new SourcePlace(Path.GetRelativePath(root, path), at + 1)));
        }
        return new ServerView(new TraceGraph(Items.Whole(), findings), findings, p => Path.Combine(root, p));
    }

    private static byte[] Frame(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}\r\n\r\n")), .. bytes];
    }

    private static string Open(string file, string text) => Notify("textDocument/didOpen", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = "file:///r/" + file, ["text"] = text } });

    private static string Change(string file, string text) => Notify("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = "file:///r/" + file }, ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }),
    });

    private static string Ask(int id, string method, string file, int line, int character) => new JsonObject
    {
        ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method,
        ["params"] = new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = "file:///r/" + file },
            ["position"] = new JsonObject { ["line"] = line, ["character"] = character },
        },
    }.ToJsonString();

    private static string Notify(string method, JsonObject parameters) =>
        new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters }.ToJsonString();
}
