using static Certify.Facts.FindingSeverity;

namespace Certify.Trace.Audit;

public static partial class AuditRules
{
    private static AuditRule[] Wording =>
    [
        new("TRC-301", Error, Abcd, "No 'shall'",
            "The normative text demands nothing.",
            "State the demand with 'shall'."),
        new("TRC-302", Error, Abcd, "More than one 'shall'",
            "The normative text makes several demands, which cannot be traced and tested one by one.",
            "Split the item."),
        new("TRC-303", Warning, Abcd, "'shall' outside the normative text",
            "A rationale, feedback or source uses 'shall': a demand that no test will be linked to.",
            "Move the demand into an item of its own, or reword."),
        new("TRC-304", Warning, Abcd, "Placeholder",
            "The item holds TBD, TBC, TODO, FIXME or '???'.",
            "Settle it."),
        new("TRC-305", Warning, Abcd, "Ambiguous word",
            "The normative text has a word that two readers can take differently.",
            "Say it with a figure, a condition or a name."),
        new("TRC-306", Error, Abcd, "Same text as another item",
            "Two items demand the same thing in the same words.",
            "Remove one, or say what differs."),
        new("TRC-307", Warning, Abcd, "Demand without 'shall'",
            "The text of an item from another tool demands with 'must', 'will' or 'should'; where own Markdown does so, TRC-301 says it.",
            "Say 'shall', or switch the rule off with the reason that the project's word for a demand is another one."),
    ];
}
