using Certify.Coverage.Obligations;

namespace Certify.Coverage.Reports;

/// <summary>Source text by obligation id.</summary>
internal static class SourceTexts
{
    public static IReadOnlyDictionary<string, string> Of(ObligationMap map) => map.Statements.Cast<IObligation>().Concat(map.Decisions)
        .ToDictionary(o => o.Id, o => o.Text, StringComparer.Ordinal);
}
