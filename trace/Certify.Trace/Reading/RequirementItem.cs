using Certify.Facts;

namespace Certify.Trace.Reading;

/// <summary>A requirement as read, with what is known to be broken in it, so that one slip gives one finding.</summary>
/// <param name="Fact">The requirement; broken fields have their neutral value.</param>
/// <param name="ParentPlaces">Line of the 'parents' field, or of the heading.</param>
/// <param name="Broken">Names of fields that reading has reported.</param>
internal sealed record RequirementItem(RequirementFact Fact, SourcePlace ParentPlaces, IReadOnlySet<string> Broken)
{
    /// <summary>True when reading has reported any of these fields.</summary>
    public bool IsBroken(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (Broken.Contains(field) || Broken.Contains("fields")) return true;
        }
        return false;
    }
}
