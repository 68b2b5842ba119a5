namespace Certify.Testing;

/// <summary>A property does not hold for a case.</summary>
/// <param name="Frame">0-based frame at which it is seen.</param>
/// <param name="Message">What was expected and what was seen.</param>
public sealed record Violation(int Frame, string Message);

/// <summary>Judges one case: the frames given to the application and its answers, of equal length.</summary>
/// <returns>The first violation, or null when the property holds.</returns>
public delegate Violation? SequenceOracle<TIn, TOut>(ReadOnlySpan<TIn> inputs, ReadOnlySpan<TOut> outputs);
