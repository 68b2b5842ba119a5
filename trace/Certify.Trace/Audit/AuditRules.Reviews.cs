using static Certify.Facts.FindingSeverity;

namespace Certify.Trace.Audit;

public static partial class AuditRules
{
    private static AuditRule[] Reviews =>
    [
        new("TRC-501", Error, Abcd, "Item never reviewed",
            "Reviews are given, and none is of this item, though the level asks for one (HLR from D up, LLR from C up, unless the project's settings say otherwise).",
            "Review it, and record that with 'certify trace review'."),
        new("TRC-502", Error, Abcd, "Review older than the item",
            "Every review of the item saw another fingerprint: what it demands has changed since.",
            "Review it again."),
        new("TRC-503", Error, Abcd, "Reviewer is the author",
            "The level asks for independence (HLR and LLR at A and B, unless the project's settings say otherwise), and the item's last review is by its author.",
            "Have somebody else review it."),
        new("TRC-504", Error, Abcd, "Review not passed",
            "The last review of the item did not end as 'passed'.",
            "Settle what the review found, then review again."),
        new("TRC-505", Error, Every, "Review without reviewer or date",
            "A record of a review does not say who reviewed, or when.",
            "Add '- author: NAME' and '- date: YYYY-MM-DD'."),
    ];
}
