using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>Lists fields of an item that a format has no place for.</summary>
internal static class ItemLosses
{
    /// <summary>Lists every plain field that is set and not among those kept. Component, links and attributes are for the caller.</summary>
    public static void AllBut(TraceItem item, List<Loss> losses, params ReadOnlySpan<ItemField> kept)
    {
        Add(ItemField.Title, item.Title.Length > 0, kept);
        Add(ItemField.Text, item.Text.Length > 0, kept);
        Add(ItemField.Rationale, item.Rationale is not null, kept);
        Add(ItemField.Derived, item.Derived, kept);
        Add(ItemField.SafetyFeedback, item.SafetyFeedback is not null, kept);
        Add(ItemField.Source, item.Source is not null, kept);
        Add(ItemField.Level, item.Level is not null, kept);
        Add(ItemField.Verification, item.Verification.Count > 0, kept);
        Add(ItemField.TestKind, item.TestKind is not null, kept);
        Add(ItemField.Status, item.Status is not null, kept);
        Add(ItemField.Revision, item.Revision is not null, kept);
        Add(ItemField.Owner, item.Owner is not null, kept);
        Add(ItemField.Author, item.Author is not null, kept);
        Add(ItemField.Reviewer, item.Reviewer is not null, kept);
        Add(ItemField.Verdict, item.Outcome is not null, kept);
        if (item.Tier != ItemTier.Hlr && !kept.Contains(ItemField.Tier)) losses.Add(new Loss(item.Id, $"tier '{TierName.Of(item.Tier)}': reads back as the default", item.Place));

        void Add(ItemField field, bool isSet, ReadOnlySpan<ItemField> held)
        {
            if (isSet && !held.Contains(field)) losses.Add(new Loss(item.Id, $"field '{FieldTarget.Names[(int)field]}'", item.Place));
        }
    }

    /// <summary>Lists the revision and the fingerprint of a link's target, where the format has neither.</summary>
    public static void Suspicion(TraceItem item, TraceLink link, List<Loss> losses, bool keepsRevision = false)
    {
        if (link.TargetRevision is not null && !keepsRevision) losses.Add(new Loss(item.Id, $"revision of the link to '{link.Target}'", item.Place));
        if (link.TargetFingerprint is not null) losses.Add(new Loss(item.Id, $"fingerprint of the link to '{link.Target}'", item.Place));
    }
}
