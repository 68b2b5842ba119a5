using System.Reflection;
using Certify.Facts;

namespace Certify.Testing;

/// <summary>One property of an assembly, complete and well formed.</summary>
/// <param name="TestId">Documentation id of the method.</param>
/// <param name="Title">What it claims.</param>
/// <param name="Kind">Normal range or robustness.</param>
/// <param name="Requirements">Requirements it verifies, at least one, ordinal order.</param>
/// <param name="Cases">Sequences to run, at least 1.</param>
/// <param name="Method">The method that makes it.</param>
public sealed record PropertyEntry(
    string TestId, string Title, TestKind Kind, IReadOnlyList<string> Requirements, int Cases, MethodInfo Method)
{
    /// <summary>Makes the property.</summary>
    /// <exception cref="InvalidOperationException">The method threw or gave null.</exception>
    public SequenceProperty Create()
    {
        try
        {
            return (SequenceProperty?)Method.Invoke(null, null)
                ?? throw new InvalidOperationException($"{TestId} gave null instead of a property");
        }
        catch (TargetInvocationException e)
        {
            throw new InvalidOperationException(
                $"{TestId} threw {e.InnerException?.GetType().Name}: {e.InnerException?.Message}", e.InnerException);
        }
    }
}
