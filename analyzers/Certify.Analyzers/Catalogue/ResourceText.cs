using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Certify.Analyzers.Catalogue;

/// <summary>Text files inside this assembly.</summary>
internal static class ResourceText
{
    /// <summary>The lines that are neither empty nor comments ('#').</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(ResourceText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"resource '{name}' is missing");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Meaningful(reader.ReadToEnd());
    }

    /// <summary>The lines of a text that are neither empty nor comments ('#').</summary>
    public static IReadOnlyList<string> Meaningful(string text)
    {
        var lines = new List<string>();
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length > 0 && line[0] != '#') lines.Add(line);
        }

        return lines;
    }
}
