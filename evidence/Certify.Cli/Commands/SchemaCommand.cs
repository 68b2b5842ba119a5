using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Certify.Cli.Settings;
using Certify.Facts;

namespace Certify.Cli.Commands;

/// <summary>certify schema: the JSON schemas of the files that people and tools write for Certify and read from it.</summary>
// @llr CFY-LLR-289
internal static class SchemaCommand
{
    /// <summary>Name of the settings file's schema.</summary>
    public const string SettingsName = "certify.yaml";

    private static readonly JsonSerializerOptions s_settings = new(FactJson.Options)
    {
        // Every key of the file may be left out, and one that is there has a value.
        RespectRequiredConstructorParameters = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var name = new Argument<string?>("NAME") { Description = "Which one; left out: lists the names.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("schema", "Prints the JSON schema of a fact file or of certify.yaml.") { name };
        command.SetAction(parse =>
        {
            var asked = parse.GetValue(name);
            Console.Out.Write(asked is null ? string.Concat(Names().Select(known => known + "\n")) : Of(asked));
            return ExitCodes.Clean;
        });
        return command;
    }

    /// <summary>The names that have a schema, in ordinal order.</summary>
    public static IReadOnlyList<string> Names() => [.. FactSchema.All.Select(kind => kind.Name).Append(SettingsName).Order(StringComparer.Ordinal)];

    /// <summary>The text of a schema, ending in a newline.</summary>
    /// <exception cref="CommandException">The name has none (exit code 2).</exception>
    public static string Of(string name) =>
        (name == SettingsName ? FactSchema.Text(FactSchema.Of(typeof(CertifyYaml), s_settings, "certify/settings/1")) : FactSchema.Of(name))
        ?? throw CommandException.BadInput($"schema: '{name}' has none", "names: " + string.Join(", ", Names()));
}
