using Certify.Facts;

namespace Certify.Trace.Model;

/// <summary>Something that a reader could not take over from a format, or a writer not put into one. Listed, never dropped silently.</summary>
/// <param name="Subject">Id of the item, or the path of the file where it concerns no single item.</param>
/// <param name="What">What is lost, for example "attribute 'Colour' (enumeration with colours)".</param>
/// <param name="Place">Where it stands in the input; for a writer, where the item was read.</param>
/// <param name="Count">How often the same loss occurs, at least 1; <paramref name="Place"/> is that of the first.</param>
public sealed record Loss(string Subject, string What, SourcePlace Place, int Count = 1);
