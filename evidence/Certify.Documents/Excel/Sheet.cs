using Certify.Documents.Model;

namespace Certify.Documents.Excel;

/// <summary>A workbook: what identifies it, and its sheets.</summary>
public sealed record Workbook(Identity Identity, IReadOnlyList<Sheet> Sheets);

/// <summary>A sheet with one table.</summary>
/// <param name="Name">Name on the tab: at most 31 characters, none of []:*?/\.</param>
/// <param name="Table">The table; it may be without rows.</param>
/// <param name="WhenEmpty">The sentence shown in place of rows where there are none.</param>
public sealed record Sheet(string Name, Table Table, string WhenEmpty);
