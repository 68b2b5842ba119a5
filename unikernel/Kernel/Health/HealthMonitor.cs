namespace Certify.Kernel.Health;

using Certify;
using Internal.Runtime.CompilerHelpers;

/// <summary>Checks what the kernel relies on. There is one reaction: the machine ends with a panic record.</summary>
[Requirement("KRN-LLR-049")]
internal static class HealthMonitor
{
    /// <summary>Goes on when <paramref name="holds"/>; otherwise trap 36 at the caller's place.</summary>
    public static void Require(bool holds)
    {
        if (!holds)
        {
            ThrowHelpers.ThrowInvalidOperationException();
        }
    }
}
