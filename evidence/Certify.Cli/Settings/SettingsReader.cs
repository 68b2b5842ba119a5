using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Certify.Cli.Settings;

/// <summary>Reads a certify.yaml. Everything wrong in it is said with file and line.</summary>
// @llr CFY-LLR-063
internal static class SettingsReader
{
    /// <summary>Reads one settings file.</summary>
    /// <exception cref="CommandException">It is empty, no YAML, or holds an unknown key or a key without value (exit code 2).</exception>
    public static CertifyYaml Read(string file)
    {
        try
        {
            var text = File.ReadAllText(file);
            RefuseNothing(file, text);
            var reader = new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .WithDuplicateKeyChecking()
                .Build();
            return reader.Deserialize<CertifyYaml>(text) ?? throw CommandException.BadInput($"{file}: is empty");
        }
        catch (YamlException e)
        {
            throw CommandException.BadInput(
                $"{file}:{e.Start.Line}:{e.Start.Column}: {e.InnerException?.Message ?? e.Message}",
                "the README lists the keys of certify.yaml");
        }
    }

    // YAML reads 'apps:' without a value as null, which no key of the settings can be.
    private static void RefuseNothing(string file, string text)
    {
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext())
        {
            if (parser.Current is Scalar { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" } scalar)
                throw CommandException.BadInput(
                    $"{file}:{scalar.Start.Line}:{scalar.Start.Column}: a value is missing", "give one, or leave the key out");
        }
    }
}
