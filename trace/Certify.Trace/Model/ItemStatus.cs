namespace Certify.Trace.Model;

/// <summary>What a status word means to the audit.</summary>
public static class ItemStatus
{
    private static readonly string[] s_gone = ["deleted", "rejected", "obsolete", "withdrawn", "removed"];

    /// <summary>True for an item that is kept for the record only: deleted, rejected, obsolete, withdrawn, removed (in any case).</summary>
    public static bool IsGone(string? status)
    {
        if (status is null) return false;
        foreach (var word in s_gone)
        {
            if (status.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
