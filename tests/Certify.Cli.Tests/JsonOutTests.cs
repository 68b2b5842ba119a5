using System.Text;
using System.Text.Json;
using Certify.Cli.Output;
using Xunit;

namespace Certify.Cli.Tests;

public sealed class JsonOutTests
{
    [Theory]
    [InlineData(0, JsonValueKind.Array)]
    [InlineData(1, JsonValueKind.Object)]
    [InlineData(3, JsonValueKind.Array)]
    public void Any_number_of_results_is_one_document(int count, JsonValueKind kind)
    {
        var values = Enumerable.Range(0, count).Select(n => new { n }).ToList();
        using var document = JsonDocument.Parse(JsonOut.Bytes(values));
        Assert.Equal(kind, document.RootElement.ValueKind);
    }

    [Fact]
    public void Several_sarif_logs_become_one_with_all_runs()
    {
        byte[] Log(string name) => Encoding.UTF8.GetBytes($$"""{"version":"2.1.0","runs":[{"name":"{{name}}"}]}""");
        using var document = JsonDocument.Parse(JsonOut.MergeSarif([Log("a"), Log("b")]));
        Assert.Equal(["a", "b"], document.RootElement.GetProperty("runs").EnumerateArray().Select(r => r.GetProperty("name").GetString()));
    }
}
