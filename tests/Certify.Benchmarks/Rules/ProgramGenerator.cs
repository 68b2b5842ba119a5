using System.Globalization;
using System.Text;

namespace Certify.Benchmarks.Rules;

/// <summary>
/// Writes a program of the application subset, of a given size: monitors with filters, state machines, tables and counted
/// loops, grouped into one cyclic application. The same number of lines gives the same text.
/// </summary>
internal sealed class ProgramGenerator
{
    private const int GroupSize = 8;
    private readonly List<(string Name, string Text)> _files = [];
    private ulong _state = 0x9E3779B97F4A7C15;
    private int _lines;

    /// <summary>The program: file name and text, with at least this many lines.</summary>
    public static IReadOnlyList<(string Name, string Text)> Write(int lines)
    {
        var generator = new ProgramGenerator();
        generator.Build(lines);
        return generator._files;
    }

    /// <summary>Lines of a program.</summary>
    public static int Lines(IEnumerable<(string Name, string Text)> files) => files.Sum(file => file.Text.Count(c => c == '\n'));

    private void Build(int lines)
    {
        var members = new List<string>();
        while (_lines < lines) members.Add(Unit(members.Count));
        for (var level = 1; members.Count > 1; level++)
        {
            var groups = new List<string>();
            foreach (var chunk in members.Chunk(GroupSize)) groups.Add(Group($"Level{level}Group{groups.Count:0000}", chunk));
            members = groups;
        }

        Add("BenchApplication", UnitText.Application(members[0]));
    }

    private string Unit(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Unit{number:0000}");
        var shape = new UnitShape(
            name, string.Create(CultureInfo.InvariantCulture, $"BM-LLR-{number % 900 + 1:000}"),
            Next(3, 6), Next(4, 8), Next(50, 5000), Next(2, 40), Next(3, 5));
        foreach (var (suffix, text) in UnitText.Files(shape)) Add(name + suffix, text);
        return name;
    }

    private string Group(string name, IReadOnlyList<string> members)
    {
        foreach (var (suffix, text) in UnitText.Group(name, members)) Add(name + suffix, text);
        return name;
    }

    private void Add(string name, string text)
    {
        var clean = text.ReplaceLineEndings("\n") + "\n";
        _lines += clean.Count(c => c == '\n');
        _files.Add((name + ".cs", clean));
    }

    /// <summary>xorshift: no library's generator, so that the text never changes.</summary>
    private int Next(int least, int most)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return least + (int)(_state % (ulong)(most - least + 1));
    }
}

/// <summary>What varies from unit to unit.</summary>
/// <param name="Name">Name of the unit.</param>
/// <param name="Requirement">Requirement its members carry.</param>
/// <param name="Modes">States of its machine.</param>
/// <param name="Points">Entries of its table.</param>
/// <param name="Limit">Greatest magnitude of its signal.</param>
/// <param name="Frames">Frames until it latches.</param>
/// <param name="Channels">Redundant channels.</param>
internal sealed record UnitShape(string Name, string Requirement, int Modes, int Points, int Limit, int Frames, int Channels);
