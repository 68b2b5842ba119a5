using static Certify.Facts.FindingSeverity;

namespace Certify.Trace.Audit;

public static partial class AuditRules
{
    private static AuditRule[] Justifications =>
    [
        new("TRC-601", Error, Every, "Justification expired",
            "The last day of a justification has passed; the finding that it covered is back.",
            "Settle the finding, or have the justification approved anew."),
        new("TRC-602", Warning, Every, "Justification unused",
            "A justification covers no finding.",
            "Remove it."),
        new("TRC-603", Error, Every, "Justification stale",
            "An item has another fingerprint than the one that the justification was approved for; the finding that it covered is back.",
            "Have it approved for the item of now, or remove it."),
        new("TRC-604", Error, Every, "Justification malformed",
            "A justification has no id, rule, items, rationale, approver or last day, or one that cannot be read. It covers nothing.",
            "Give what the message names."),
        new("TRC-605", Error, Every, "Justification too wide",
            "A justification names a pattern, or more items than a person approves one by one (20). It covers nothing.",
            "Name the items, and write a justification for each reason."),
    ];
}
