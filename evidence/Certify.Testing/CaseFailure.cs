using Certify.Facts;

namespace Certify.Testing;

/// <summary>How one case failed.</summary>
/// <param name="Position">Position of the case in its batch.</param>
/// <param name="Verdict">Anything but passed.</param>
/// <param name="Frame">0-based frame in the case.</param>
/// <param name="Message">What was expected and what was seen.</param>
/// <param name="Panic">The guest's last words, or null.</param>
/// <param name="Outputs">The side's outputs up to that frame.</param>
internal sealed record CaseFailure(
    int Position, Verdict Verdict, int Frame, string Message, string? Panic, byte[] Outputs)
{
    /// <summary>True for a failure of the same kind; of two faults, when kind and place are the same.</summary>
    public bool IsLike(CaseFailure other) => Verdict == other.Verdict && Fault(Panic) == Fault(other.Panic);

    /// <summary>First words of the record, and its first line with a place ("in ..." or "at ..."); no addresses, no values.</summary>
    private static string Fault(string? panic)
    {
        string[] lines = (panic ?? "").Split('\n');
        string kind = string.Join(' ', lines[0].Split(' ').Take(3));
        string? place = lines.Select(line => line.TrimStart())
            .FirstOrDefault(line => line.StartsWith("in ", StringComparison.Ordinal) || line.StartsWith("at ", StringComparison.Ordinal));
        return kind + "\n" + place;
    }
}
