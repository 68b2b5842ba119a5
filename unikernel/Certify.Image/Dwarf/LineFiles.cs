namespace Certify.Image.Dwarf;

/// <summary>The directory and file tables in a line program's header, as joined paths by file number.</summary>
internal static class LineFiles
{
    /// <summary>Versions 2 to 4: file numbers start at 1; 0 is left empty.</summary>
    public static List<string> Read4(ref ByteCursor cursor, string unitFolder)
    {
        var directories = new List<string> { unitFolder };
        for (var text = cursor.Text(); text.Length > 0; text = cursor.Text()) directories.Add(Join(unitFolder, text));
        var files = new List<string> { "" };
        for (var text = cursor.Text(); text.Length > 0; text = cursor.Text())
        {
            var directory = cursor.Uleb();
            cursor.Uleb();
            cursor.Uleb();
            files.Add(Join(directory < (ulong)directories.Count ? directories[(int)directory] : "", text));
        }
        return files;
    }

    /// <summary>Version 5: file numbers start at 0.</summary>
    public static List<string> Read5(ref ByteCursor cursor, LineSections sections)
    {
        var directories = ReadTable(ref cursor, sections).ConvertAll(entry => entry.Path);
        return ReadTable(ref cursor, sections).ConvertAll(entry =>
            Join(entry.Directory < (ulong)directories.Count ? directories[(int)entry.Directory] : "", entry.Path));
    }

    private static List<(string Path, ulong Directory)> ReadTable(ref ByteCursor cursor, LineSections sections)
    {
        var formats = new List<(ulong Content, ulong Form)>();
        for (var left = (int)cursor.U8(); left > 0; left--) formats.Add((cursor.Uleb(), cursor.Uleb()));
        var entries = new List<(string, ulong)>();
        var count = cursor.Uleb();
        if (count > (ulong)cursor.Left) throw cursor.Error($"{count} files in {cursor.Left} bytes");
        if (formats.Count == 0) return entries;
        for (ulong i = 0; i < count; i++)
        {
            var (path, directory) = ("", 0ul);
            foreach (var (content, form) in formats)
            {
                if (content == 1) path = ReadText(ref cursor, form, sections);
                else if (content == 2) directory = ReadNumber(ref cursor, form);
                else SkipForm(ref cursor, form);
            }
            entries.Add((path, directory));
        }
        return entries;
    }

    private static string ReadText(ref ByteCursor cursor, ulong form, LineSections sections) => form switch
    {
        0x08 => cursor.Text(),
        0x0E => TextAt(sections.Strings, cursor.U32(), $"{sections.Name}: .debug_str"),
        0x1F => TextAt(sections.LineStrings, cursor.U32(), $"{sections.Name}: .debug_line_str"),
        _ => throw cursor.Error($"file name of form 0x{form:x}"),
    };

    private static ulong ReadNumber(ref ByteCursor cursor, ulong form) => form switch
    {
        0x0B => cursor.U8(),
        0x05 => cursor.U16(),
        0x06 => cursor.U32(),
        0x07 => cursor.U64(),
        0x0F => cursor.Uleb(),
        _ => throw cursor.Error($"directory number of form 0x{form:x}"),
    };

    private static void SkipForm(ref ByteCursor cursor, ulong form)
    {
        switch (form)
        {
            case 0x1E: cursor.Skip(16); break;
            case 0x09: cursor.Skip(cursor.Uleb()); break;
            case 0x08: cursor.Text(); break;
            case 0x0E or 0x1F: cursor.Skip(4); break;
            default: ReadNumber(ref cursor, form); break;
        }
    }

    private static string TextAt(ReadOnlyMemory<byte> strings, uint offset, string what) =>
        new ByteCursor(strings.Span, what, offset).Text();

    private static string Join(string directory, string file)
    {
        var clean = file.Replace('\\', '/');
        if (directory.Length == 0 || clean.StartsWith('/')) return clean;
        return directory.Replace('\\', '/').TrimEnd('/') + "/" + clean;
    }
}
