using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>What other tools call the roles of links, and whether their arrow points the other way.</summary>
internal static class RoleWord
{
    private static readonly Dictionary<string, (string Role, bool Turned)> s_words = new(StringComparer.Ordinal)
    {
        ["satisfies"] = (LinkRole.Satisfies, false),
        ["satisfy"] = (LinkRole.Satisfies, false),
        ["satisfaction"] = (LinkRole.Satisfies, false),
        ["satisfiedby"] = (LinkRole.Satisfies, true),
        ["refines"] = (LinkRole.Satisfies, false),
        ["refinement"] = (LinkRole.Satisfies, false),
        ["refinedby"] = (LinkRole.Satisfies, true),
        ["derives"] = (LinkRole.Satisfies, false),
        ["derivesfrom"] = (LinkRole.Satisfies, false),
        ["derivedfrom"] = (LinkRole.Satisfies, false),
        ["parent"] = (LinkRole.Satisfies, false),
        ["hasparent"] = (LinkRole.Satisfies, false),
        ["implements"] = (LinkRole.Implements, false),
        ["implementation"] = (LinkRole.Implements, false),
        ["implementedby"] = (LinkRole.Implements, true),
        ["verifies"] = (LinkRole.Verifies, false),
        ["verification"] = (LinkRole.Verifies, false),
        ["verifiedby"] = (LinkRole.Verifies, true),
        ["validates"] = (LinkRole.Verifies, false),
        ["validatedby"] = (LinkRole.Verifies, true),
        ["tests"] = (LinkRole.Verifies, false),
        ["testedby"] = (LinkRole.Verifies, true),
        ["istestedby"] = (LinkRole.Verifies, true),
        ["executes"] = (LinkRole.Executes, false),
        ["resultof"] = (LinkRole.ResultOf, false),
        ["reviews"] = (LinkRole.Reviews, false),
        ["against"] = (LinkRole.Against, false),
        ["affects"] = (LinkRole.Affects, false),
        ["affectedby"] = (LinkRole.Affects, true),
        ["mitigates"] = (LinkRole.Mitigates, false),
        ["mitigatedby"] = (LinkRole.Mitigates, true),
        ["assumes"] = (LinkRole.Assumes, false),
        ["dependson"] = (LinkRole.DependsOn, false),
        ["depends"] = (LinkRole.DependsOn, false),
    };

    /// <summary>
    /// The role that a word means, and whether the link stands at the other end ("verified by"); null for a word of its own.
    /// Case, blanks and hyphens do not matter.
    /// </summary>
    public static (string Role, bool Turned)? Of(string word)
    {
        var key = string.Concat(word.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return s_words.TryGetValue(key, out var role) ? role : null;
    }
}
