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
    int Position, Verdict Verdict, int Frame, string Message, string? Panic, byte[] Outputs);
