using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Certify.Trace.Tests.Web;

/// <summary>A headless Chromium with an empty profile, spoken to over its debugging protocol on the loopback address.</summary>
public sealed class Browser : IAsyncLifetime
{
    public const string Missing = "chromium is not installed: apt-get install chromium";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _answers = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private Process? _process;
    private int _last;

    /// <summary>The program, or null where none is on the path.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => ((string[])["chromium", "chromium-browser", "google-chrome"]).Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Folder for profile and pages; removed in the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("trace-site-").FullName;

    /// <summary>Events: session, method, parameters.</summary>
    public event Action<string, string, JsonElement>? Received;

    public async Task InitializeAsync()
    {
        if (Program is null) return;
        var profile = Path.Combine(Folder, "profile");
        var info = new ProcessStartInfo(Program) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var option in (string[])
            ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
             "--disable-sync", "--disable-extensions", "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank"])
            info.ArgumentList.Add(option);
        _process = Process.Start(info)!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();

        var file = Path.Combine(profile, "DevToolsActivePort");
        var until = Stopwatch.StartNew();
        string[] lines = [];
        while (lines.Length < 2)
        {
            Assert.True(until.Elapsed < s_patience && !_process.HasExited, "chromium did not start");
            await Task.Delay(50);
            if (File.Exists(file)) lines = (await File.ReadAllTextAsync(file)).Split('\n');
        }
        await _socket.ConnectAsync(new Uri($"ws://127.0.0.1:{lines[0]}{lines[1]}"), CancellationToken.None);
        _ = Task.Run(Listen);
    }

    /// <summary>Opens a page of the given bytes.</summary>
    public async Task<BrowserPage> Open(byte[] page, string hash = "", int width = 1280, int height = 900, bool dark = false, bool scripts = true)
    {
        var file = Path.Combine(Folder, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(page))[..16] + ".html");
        if (!File.Exists(file)) await File.WriteAllBytesAsync(file, page);
        var target = (await Call(null, "Target.createTarget", new JsonObject { ["url"] = "about:blank" })).GetProperty("targetId").GetString()!;
        var session = (await Call(null, "Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true })).GetProperty("sessionId").GetString()!;
        var opened = new BrowserPage(this, session, target);
        await opened.Start(new Uri(file).AbsoluteUri + hash, width, height, dark, scripts);
        return opened;
    }

    /// <summary>Calls a method of the protocol.</summary>
    internal async Task<JsonElement> Call(string? session, string method, JsonObject? parameters = null)
    {
        var id = Interlocked.Increment(ref _last);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null) message["sessionId"] = session;
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _answers[id] = answer;
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
        return await answer.Task.WaitAsync(s_patience);
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            try
            {
                await Call(null, "Browser.close");
                await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
            }
            catch (Exception e) when (e is TimeoutException or WebSocketException or IOException)
            {
                _process.Kill(entireProcessTree: true);
            }
            _process.Dispose();
        }
        _socket.Dispose();
        _sending.Dispose();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser may still hold its profile; the folder is a temporary one.
        }
    }

    private async Task Listen()
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (_socket.State == WebSocketState.Open)
            {
                using var message = new MemoryStream();
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Text) Take(JsonDocument.Parse(message.ToArray()).RootElement);
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            foreach (var answer in _answers.Values) answer.TrySetException(e);
        }
    }

    private void Take(JsonElement message)
    {
        if (!message.TryGetProperty("id", out var id))
        {
            var session = message.TryGetProperty("sessionId", out var s) ? s.GetString()! : "";
            Received?.Invoke(session, message.GetProperty("method").GetString()!, message.GetProperty("params"));
        }
        else if (_answers.TryRemove(id.GetInt32(), out var answer))
        {
            if (message.TryGetProperty("error", out var error)) answer.SetException(new InvalidOperationException(error.ToString()));
            else answer.SetResult(message.GetProperty("result"));
        }
    }
}
