using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Certify.Trace.Tests.Web;

/// <summary>One page in the browser: reads, types, clicks, and keeps what went wrong in it.</summary>
public sealed class BrowserPage(Browser browser, string session, string target) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _requests = new();

    /// <summary>Errors of the script and of the console.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Addresses asked for, the page's own included.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>From the start of loading to the first view, in milliseconds.</summary>
    public double LoadMs { get; private set; }

    internal async Task Start(string address, int width, int height, bool dark, bool scripts)
    {
        browser.Received += Note;
        foreach (var domain in (string[])["Page", "Runtime", "Log", "Network"]) await Call(domain + ".enable");
        await Call("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 500 });
        await Media(dark, "");
        if (!scripts) await Call("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
        var watch = Stopwatch.StartNew();
        await Call("Page.navigate", new() { ["url"] = address });
        if (!scripts)
        {
            await Task.Delay(500);
            return;
        }
        await Until("document.documentElement && document.documentElement.dataset.ready");
        LoadMs = watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Light or dark; "print" for paper.</summary>
    public Task Media(bool dark, string media) => Call("Emulation.setEmulatedMedia", new()
    {
        ["media"] = media, ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }),
    });

    /// <summary>The value of an expression.</summary>
    public async Task<JsonElement> Value(string expression)
    {
        var result = await Call("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        Assert.False(result.TryGetProperty("exceptionDetails", out var error), expression + ": " + error);
        return result.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>The text of an expression.</summary>
    public async Task<string> Text(string expression) => (await Value($"String({expression})")).GetString()!;

    /// <summary>The number of an expression.</summary>
    public async Task<double> Number(string expression) => (await Value($"Number({expression})")).GetDouble();

    /// <summary>The text that a reader sees in the first element of a selector.</summary>
    public Task<string> Seen(string selector = "#app") => Text($"(document.querySelector({JsonSerializer.Serialize(selector)}) || {{innerText: 'nothing'}}).innerText");

    /// <summary>Waits until an expression holds; fails with what the page shows.</summary>
    public async Task Until(string expression)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(15))
        {
            if ((await Value($"!!({expression})")).GetBoolean()) return;
        }
        Assert.Fail($"not within 60 s: {expression}; errors: {string.Join("; ", _errors)}; shown: {await Seen("body")}");
    }

    /// <summary>Goes to an address within the page and waits until it is drawn.</summary>
    public async Task Go(string hash)
    {
        await Value($"location.hash = {JsonSerializer.Serialize(hash)}");
        await Settle();
    }

    /// <summary>Waits for the frames that scrolling and drawing take.</summary>
    public Task Settle() => Value("new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done(1))), 0))");

    /// <summary>Types text into what has the focus.</summary>
    public async Task Type(string text)
    {
        foreach (var c in text)
        {
            await Call("Input.dispatchKeyEvent", new() { ["type"] = "keyDown", ["key"] = c.ToString(), ["text"] = c.ToString() });
            await Call("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = c.ToString() });
        }
        await Settle();
    }

    /// <summary>Presses a key by its name, such as "ArrowDown".</summary>
    public async Task Press(string key)
    {
        var code = key switch { "Enter" => 13, "Escape" => 27, "End" => 35, "Home" => 36, "ArrowUp" => 38, "ArrowDown" => 40, "PageDown" => 34, "ArrowLeft" => 37, "ArrowRight" => 39, _ => 9 };
        var down = new JsonObject { ["type"] = "keyDown", ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code };
        if (key == "Enter") down["text"] = "\r";
        await Call("Input.dispatchKeyEvent", down);
        await Call("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code });
        await Settle();
    }

    /// <summary>Clicks in the middle of the first element of a selector.</summary>
    public async Task Click(string selector)
    {
        var at = await Value($"(() => {{ const r = document.querySelector({JsonSerializer.Serialize(selector)}).getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; }})()");
        foreach (var type in (string[])["mousePressed", "mouseReleased"])
            await Call("Input.dispatchMouseEvent", new() { ["type"] = type, ["x"] = at[0].GetDouble(), ["y"] = at[1].GetDouble(), ["button"] = "left", ["clickCount"] = 1 });
        await Settle();
    }

    /// <summary>The page as PNG.</summary>
    public async Task<byte[]> Picture() => (await Call("Page.captureScreenshot")).GetProperty("data").GetBytesFromBase64();

    public async ValueTask DisposeAsync()
    {
        browser.Received -= Note;
        await browser.Call(null, "Target.closeTarget", new() { ["targetId"] = target });
    }

    private Task<JsonElement> Call(string method, JsonObject? parameters = null) => browser.Call(session, method, parameters);

    private void Note(string from, string method, JsonElement parameters)
    {
        if (from != session) return;
        if (method == "Network.requestWillBeSent") _requests.Enqueue(parameters.GetProperty("request").GetProperty("url").GetString()!);
        if (method is "Runtime.exceptionThrown") _errors.Enqueue(parameters.GetProperty("exceptionDetails").ToString());
        if (method is "Log.entryAdded" && parameters.GetProperty("entry").GetProperty("level").GetString() is "error" or "warning") _errors.Enqueue(parameters.GetProperty("entry").ToString());
        if (method is "Runtime.consoleAPICalled") _errors.Enqueue(parameters.ToString());
    }
}
