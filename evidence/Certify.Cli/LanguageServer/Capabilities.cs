using System.Text.Json;
using Certify.Cli.Stages;

namespace Certify.Cli.LanguageServer;

/// <summary>What the server tells the editor about itself.</summary>
internal static class Capabilities
{
    private const int FullText = 1; // TextDocumentSyncKind.Full

    /// <summary>Writes the result of "initialize".</summary>
    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("capabilities");
        json.WriteString("positionEncoding", "utf-16");
        json.WriteStartObject("textDocumentSync");
        json.WriteBoolean("openClose", true);
        json.WriteNumber("change", FullText);
        json.WriteBoolean("save", true);
        json.WriteEndObject();
        json.WriteBoolean("hoverProvider", true);
        json.WriteBoolean("definitionProvider", true);
        json.WriteStartObject("completionProvider");
        json.WriteStartArray("triggerCharacters");
        json.WriteStringValue(" ");
        json.WriteStringValue(",");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("serverInfo");
        json.WriteString("name", "certify");
        json.WriteString("version", Workspace.ToolVersion);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
