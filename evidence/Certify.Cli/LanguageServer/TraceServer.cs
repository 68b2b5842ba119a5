using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Certify.Cli.LanguageServer;

/// <summary>
/// The language server: squiggles with codes, what an id means, where it is written, and ids to choose from. One message after the other; the
/// set is read again when all messages that are waiting have been taken, so that fast typing does not pile up work. It writes no file.
/// </summary>
/// <remarks>Source: Language Server Protocol 3.17.</remarks>
// @llr CFY-LLR-391
internal sealed class TraceServer
{
    private const int WaitingMax = 1024;
    private readonly MessageReader _reader;
    private readonly MessageWriter _writer;
    private readonly Func<string, IReadOnlyDictionary<string, byte[]>, bool, ServerView> _audit;
    private readonly Action<string> _log;
    private readonly Dictionary<string, string> _open = new(StringComparer.Ordinal);
    private readonly Diagnostics _diagnostics;
    private ServerView _view = ServerView.Empty;
    private string? _root;
    private bool _initialized, _stale, _saved = true, _shutdown;

    /// <summary>Creates the server.</summary>
    /// <param name="input">What the editor writes.</param>
    /// <param name="output">What the editor reads.</param>
    /// <param name="root">Folder to audit, or null: the one that the editor names.</param>
    /// <param name="helpOf">URI of a rule's page by its code, or null where there is none.</param>
    /// <param name="audit">
    /// Audits a folder, with the documents that are open (absolute path, bytes) in place of the files; true when files were saved since the last
    /// time, false while somebody types.
    /// </param>
    /// <param name="log">Told what went wrong; never the protocol's stream.</param>
    public TraceServer(
        Stream input, Stream output, string? root, Func<string, string?> helpOf,
        Func<string, IReadOnlyDictionary<string, byte[]>, bool, ServerView> audit, Action<string> log)
    {
        _reader = new MessageReader(input);
        _writer = new MessageWriter(output);
        _root = root;
        _audit = audit;
        _log = log;
        _diagnostics = new Diagnostics(_writer, helpOf);
    }

    /// <summary>Serves until the editor says goodbye or closes the stream.</summary>
    /// <returns>0 after an orderly end, 1 otherwise, as the protocol asks.</returns>
    public int Run()
    {
        using var waiting = new BlockingCollection<IncomingMessage>(WaitingMax);
        new Thread(() => Receive(waiting)) { IsBackground = true }.Start();
        while (waiting.TryTake(out var message, Timeout.Infinite))
        {
            if (message.Fault is { } fault)
            {
                _log(fault);
                _writer.Error(default, MessageWriter.ParseError, fault);
            }
            else if (!Take(message.Json))
            {
                return _shutdown ? 0 : 1;
            }

            if (_stale && waiting.Count == 0) Refresh();
        }
        return _shutdown ? 0 : 1;
    }

    private void Receive(BlockingCollection<IncomingMessage> waiting)
    {
        try
        {
            while (_reader.Next() is { } message) waiting.Add(message);
            waiting.CompleteAdding();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            _log(e.Message);
            if (e is IOException) waiting.CompleteAdding();
        }
    }

    /// <summary>Takes one message; false when the server has to end.</summary>
    private bool Take(JsonElement message)
    {
        var method = message.Member("method").Text();
        var id = message.Member("id");
        var isRequest = id.ValueKind is JsonValueKind.String or JsonValueKind.Number;
        if (method is null)
        {
            // An answer to nothing that was asked is no request either.
            if (message.Member("result").ValueKind == JsonValueKind.Undefined && message.Member("error").ValueKind == JsonValueKind.Undefined)
                _writer.Error(id, MessageWriter.InvalidRequest, "no method");
            return true;
        }

        if (method == "exit") return false;
        if (!_initialized && method != "initialize")
        {
            if (isRequest) _writer.Error(id, MessageWriter.NotInitialized, "the first request has to be 'initialize'");
            return true;
        }

        if (isRequest) Request(method, id, message.Member("params"));
        else Notification(method, message.Member("params"));
        return true;
    }

    private void Request(string method, JsonElement id, JsonElement parameters)
    {
        if (_shutdown)
        {
            _writer.Error(id, MessageWriter.InvalidRequest, "after 'shutdown' only 'exit' is taken");
            return;
        }

        switch (method)
        {
            case "initialize":
                Initialize(id, parameters);
                break;
            case "shutdown":
                _shutdown = true;
                _writer.Result(id, null);
                break;
            case "textDocument/hover" or "textDocument/definition" or "textDocument/completion":
                Ask(method, id, parameters);
                break;
            default:
                _writer.Error(id, MessageWriter.MethodNotFound, $"'{method}' is not served");
                break;
        }
    }

    private void Initialize(JsonElement id, JsonElement parameters)
    {
        _root ??= DocumentUris.ToPath(parameters.Member("workspaceFolders").First().Member("uri").Text())
            ?? DocumentUris.ToPath(parameters.Member("rootUri").Text()) ?? parameters.Member("rootPath").Text();
        _initialized = _stale = true;
        _writer.Result(id, Capabilities.Write);
    }

    private void Ask(string method, JsonElement id, JsonElement parameters)
    {
        var path = DocumentUris.ToPath(parameters.Member("textDocument").Member("uri").Text());
        var line = parameters.Member("position").Member("line").Number();
        var character = parameters.Member("position").Member("character").Number();
        if (path is null || line is null || character is null)
        {
            _writer.Error(id, MessageWriter.InvalidParams, "a document and a position are needed");
            return;
        }

        if (_stale) Refresh();
        var text = _open.TryGetValue(path, out var document) ? TextAt.Line(document, line.Value) : null;
        _writer.Result(id, text is null ? null : method switch
        {
            "textDocument/hover" => Answers.Hover(text, line.Value, character.Value, _view),
            "textDocument/definition" => Answers.Definition(text, character.Value, _view),
            _ => Answers.Completion(text, character.Value, _view),
        });
    }

    private void Notification(string method, JsonElement parameters)
    {
        var document = parameters.Member("textDocument");
        var path = DocumentUris.ToPath(document.Member("uri").Text());
        switch (method)
        {
            case "textDocument/didOpen" when path is not null && document.Member("text").Text() is { } text:
                _open[path] = text;
                _stale = true;
                break;
            case "textDocument/didChange" when path is not null && parameters.Member("contentChanges").Last().Member("text").Text() is { } text:
                _open[path] = text;
                _stale = true;
                break;
            case "textDocument/didClose" when path is not null:
                _open.Remove(path);
                _stale = true;
                break;
            case "textDocument/didSave" or "workspace/didChangeWatchedFiles":
                _stale = _saved = true;
                break;
        }
    }

    private void Refresh()
    {
        _stale = false;
        if (_root is null) return;
        try
        {
            _view = _audit(_root, _open.ToDictionary(o => o.Key, o => Encoding.UTF8.GetBytes(o.Value), StringComparer.Ordinal), _saved);
            _saved = false;
            _diagnostics.Publish(_view, _open);
        }
        catch (Exception e) when (e is CommandException or IOException or UnauthorizedAccessException)
        {
            // An empty or half-written set is no reason to leave the editor alone; the last view stays.
            _log(e.Message);
            _writer.Notify("window/logMessage", json =>
            {
                json.WriteStartObject();
                json.WriteNumber("type", 2);
                json.WriteString("message", "certify: " + e.Message);
                json.WriteEndObject();
            });
        }
    }
}
