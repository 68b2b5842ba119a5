using Certify.Cli.Commands;
using NJsonSchema;
using Xunit;
using YamlDotNet.Serialization;

namespace Certify.Cli.Tests;

public class SchemaCommandTests
{
    // @verifies CFY-LLR-289
    [Theory]
    [InlineData("certify.yaml")]
    [InlineData("unikernel/Apps/FlightMonitor/certify.yaml")]
    public async Task Settings_of_this_repository_are_valid_and_an_unknown_key_is_not(string file)
    {
        var schema = await JsonSchema.FromJsonAsync(SchemaCommand.Of("certify.yaml"));
        var text = await File.ReadAllTextAsync(Path.Combine(Root, file));
        Assert.Empty(schema.Validate(Json(text)).Select(error => error.ToString()));
        Assert.NotEmpty(schema.Validate(Json(text + "\nunknown: 1\n")));
        Assert.NotEmpty(schema.Validate("""{ "budgets": "none" }"""));
    }

    // @verifies CFY-LLR-289
    [Fact]
    public void Names_are_listed_and_each_has_a_schema()
    {
        Assert.Contains("certify.yaml", SchemaCommand.Names());
        Assert.Contains("analysis", SchemaCommand.Names());
        Assert.All(SchemaCommand.Names(), name => Assert.Contains("\"$schema\"", SchemaCommand.Of(name), StringComparison.Ordinal));
        var fault = Assert.Throws<CommandException>(() => SchemaCommand.Of("nothing"));
        Assert.Equal(ExitCodes.BadInput, fault.ExitCode);
    }

    private static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Certify.sln"))) folder = Path.GetDirectoryName(folder)!;
            return folder;
        }
    }

    private static string Json(string text)
    {
        var reader = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
        return new SerializerBuilder().JsonCompatible().Build().Serialize(reader.Deserialize<object>(text));
    }
}
