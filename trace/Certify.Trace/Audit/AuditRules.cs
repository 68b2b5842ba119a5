using Certify.Facts;
using static Certify.Facts.FindingSeverity;

namespace Certify.Trace.Audit;

/// <summary>
/// Every rule, in order of code. Levels follow what DO-178C asks at each level, in outline: low-level requirements
/// and code traces are not asked at D, and nothing but a well-formed set is at E.
/// </summary>
// @llr CFY-LLR-010
public static class AuditRules
{
    private const string Abc = "ABC";
    private const string Abcd = "ABCD";
    private const string Every = "ABCDE";

    /// <summary>The code of the one rule that stops the run: no requirement was found.</summary>
    public const string NoRequirements = "TRC-001";

    /// <summary>All rules in ordinal order of code.</summary>
    public static IReadOnlyList<AuditRule> All { get; } =
        [.. Reading, .. Links, .. Coverage, .. Wording, .. Results];

    private static readonly Dictionary<string, AuditRule> s_byCode = All.ToDictionary(r => r.Code, StringComparer.Ordinal);

    /// <summary>Gives the rule with this code.</summary>
    /// <exception cref="KeyNotFoundException">There is no such rule.</exception>
    public static AuditRule Get(string code) => s_byCode[code];

    private static AuditRule[] Reading =>
    [
        new(NoRequirements, Error, Every, "No requirements found",
            "The given files hold no requirement item. An empty set would pass every other rule, so the run stops with exit code 2.",
            "Give the folder that holds the requirement files."),
        new("TRC-002", Error, Every, "File is not plain UTF-8 text",
            "The bytes are not UTF-8, or hold NUL, control or text-direction characters, which can show a reader other text than the tool reads.",
            "Save the file as UTF-8 and remove the character at the place named."),
        new("TRC-003", Error, Every, "Heading that is not an item",
            "A heading in a requirement file that is neither the title nor '## ID Title': the item under it would be lost.",
            "Write '## ID Title', or make it plain text."),
        new("TRC-004", Error, Every, "Item without fields",
            "An item heading is not followed by its list of fields.",
            "Put '- tier: HLR' and the other fields right under the heading."),
        new("TRC-005", Error, Every, "Unknown field",
            "A field name that the format does not have; often a slip that would lose the field's text.",
            "Use a field name from the message."),
        new("TRC-006", Error, Every, "Field given twice",
            "The same field appears more than once in an item; which one holds would be a guess.",
            "Remove one of them."),
        new("TRC-007", Error, Every, "Missing field",
            "A field that every item of this tier must have is not there.",
            "Add the field."),
        new("TRC-008", Error, Every, "Malformed field value",
            "The value of a field is not one that the field can have.",
            "Write one of the values in the message."),
        new("TRC-009", Error, Every, "Field in the wrong place",
            "A field below the normative text, or one that items of this tier do not have.",
            "Move it into the list under the heading, or remove it."),
        new("TRC-010", Error, Every, "Item without text",
            "There is no normative text between the fields and the first bold field.",
            "Write what shall hold."),
        new("TRC-011", Error, Every, "Markup that hides text",
            "An HTML comment or an unclosed code fence: a reader on a forge sees something else than the tool reads.",
            "Remove the comment, or close the fence."),
        new("TRC-012", Warning, Every, "File without items",
            "A file in a requirements folder holds no item.",
            "Move prose elsewhere, or write its items as '## ID Title'."),
        new("TRC-013", Error, Every, "Source does not parse",
            "A C# source has syntax errors, so tags in it could be missed.",
            "Make the source compile, or give the right #if symbols."),
        new("TRC-014", Error, Every, "Tag that belongs to nothing",
            "A requirement tag that is malformed, or does not stand on a member, label or test: the link it means is not made.",
            "Put the tag right above the member, label or test, with a literal id."),
        new("TRC-015", Error, Every, "Malformed id",
            "An item's id is not made of upper-case prefix, hyphens and a number.",
            "Write an id such as 'FM-HLR-001'."),
        new("TRC-016", Error, Every, "File cannot be read as its format",
            "A file of another tool, or a part of it, does not have the form that its format asks for: what it says there is not in the set.",
            "Export it again, or give the right format with '--from'."),
        new("TRC-017", Warning, Every, "Content lost on reading",
            "The file says something that an item cannot represent.",
            "Map it with '--mapping', or accept the loss knowingly."),
        new("TRC-018", Error, Every, "Item without id",
            "A row or object has no id, an id longer than 256 characters, or control characters in it: nothing can be traced to it.",
            "Give it an id, or map the column that holds it."),
        new("TRC-019", Error, Every, "Limit exceeded",
            "A file is larger, nested deeper, or unpacks to more than the reader takes: reading on could exhaust the machine.",
            "Split the file, or check where it comes from."),
    ];

    private static AuditRule[] Links =>
    [
        new("TRC-101", Error, Every, "Duplicate id",
            "Two items have the same id; every link to it is ambiguous. Only the first one is used further.",
            "Give one of them a new id."),
        new("TRC-102", Error, Every, "Parent does not exist",
            "An item names a parent that is not in the set.",
            "Correct the parent's id, or restore the parent."),
        new("TRC-103", Error, Every, "Code tag names no requirement",
            "A tag in code names an id that is not in the set.",
            "Correct the tag, or restore the requirement."),
        new("TRC-104", Error, Every, "Test names no requirement",
            "A test verifies an id that is not in the set.",
            "Correct the tag, or restore the requirement."),
        new("TRC-105", Error, Every, "Cycle of parents",
            "Following parents from an item leads back to it; no item of the cycle traces to the system.",
            "Remove one link of the cycle that the message prints."),
        new("TRC-106", Error, Every, "Parent of the wrong tier",
            "The parents of an HLR are system items, those of an LLR are HLRs, and system items have none.",
            "Link to an item of the tier above."),
        new("TRC-107", Error, Every, "Id does not fit the tier",
            "The id says SYS, HLR or LLR and the tier field says another.",
            "Correct the field or the id."),
        new("TRC-108", Error, Every, "Code tag names no LLR",
            "A tag in code names a system item or an HLR; code is traced to low-level requirements.",
            "Tag it with the LLR it implements."),
        new("TRC-109", Error, Every, "Test verifies a system item",
            "Software tests verify HLRs and LLRs; a system item is verified at system level.",
            "Link the test to the HLR that came from it."),
        new("TRC-110", Error, Abcd, "Link to a deleted item",
            "An item links to one whose status is deleted, rejected, obsolete, withdrawn or removed.",
            "Link to what replaces it, or remove the link."),
        new("TRC-117", Error, Every, "Link given twice",
            "An item names the same item twice in the same role.",
            "Remove one of them."),
        new("TRC-118", Error, Every, "Link to itself",
            "An item names itself; nothing follows from it.",
            "Remove the link, or name the item that is meant."),
    ];

    private static AuditRule[] Coverage =>
    [
        new("TRC-201", Error, Abcd, "Requirement without parent",
            "An HLR or LLR has no parent and is not derived.",
            "Name its parents, or mark it derived with rationale and safety feedback."),
        new("TRC-202", Error, Abcd, "System item without HLR",
            "No high-level requirement has it as parent.",
            "Write the HLR, or take the item out of the software's allocation."),
        new("TRC-203", Error, Abc, "HLR without LLR",
            "No low-level requirement has it as parent.",
            "Write the LLR that refines it."),
        new("TRC-204", Error, Abc, "LLR without code",
            "No code symbol is tagged with it.",
            "Tag the code that implements it, or remove the requirement."),
        new("TRC-205", Error, Abcd, "HLR without test",
            "An HLR with verification 'test' has no test.",
            "Write a test for it, or choose analysis or review."),
        new("TRC-206", Error, Abc, "LLR without test",
            "An LLR with verification 'test' has no test.",
            "Write a test for it, or choose analysis or review."),
        new("TRC-207", Error, Abcd, "HLR without normal-range test",
            "All tests of the HLR are robustness tests.",
            "Add a test with inputs in their normal range."),
        new("TRC-208", Error, Abc, "LLR without normal-range test",
            "All tests of the LLR are robustness tests.",
            "Add a test with inputs in their normal range."),
        new("TRC-209", Error, Abc, "Code without requirement",
            "A type, method, property or label carries no tag and inherits none: nothing says why it is there.",
            "Tag it with the LLR it implements, or delete it."),
        new("TRC-210", Error, Abcd, "Test without requirement",
            "A test verifies nothing.",
            "Add the id of the requirement it verifies."),
        new("TRC-211", Error, Abcd, "Derived without rationale",
            "A derived requirement does not say why it exists.",
            "Add '**Rationale:**'."),
        new("TRC-212", Error, Abcd, "Derived without safety feedback",
            "A derived requirement does not say what the system safety process is told about it.",
            "Add '**Safety feedback:**'."),
        new("TRC-213", Error, Abcd, "Derived with parent",
            "A requirement is marked derived and names parents; it is one or the other.",
            "Set 'derived: no' or 'parents: none'."),
        new("TRC-214", Error, Abcd, "System item without source",
            "A system item does not say which published document and id it comes from.",
            "Add '**Source:**'."),
    ];

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

    private static AuditRule[] Results =>
    [
        new("TRC-401", Error, Abcd, "Test without result",
            "The given results have no run of a property that is linked to a requirement. xunit tests are judged as soon as the results hold any xunit test.",
            "Run the test."),
        new("TRC-402", Error, Abcd, "Test failed",
            "A result is not a pass, or ran no case.",
            "Correct the code, the test or the requirement; record a problem report."),
        new("TRC-403", Error, Abcd, "Result of an unknown test",
            "A result names a test that is not in the sources: it is stale, or the test was not scanned.",
            "Run the tests again."),
        new("TRC-404", Error, Abcd, "No result on the target",
            "A property ran on the host only; host results never stand in for target results.",
            "Run it on the target."),
        new("TRC-405", Error, Abcd, "Results of another image",
            "The results are of an image with another digest than the one given.",
            "Run the tests on this image."),
    ];
}
