using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Settings.Deviations;

/// <summary>
/// The deviation records of one compilation: those that hold cover findings, the others are faults. Whether a record
/// covers anything is known only after every rule has run, on every compilation of a project: the second driver says.
/// </summary>
// @llr CFY-LLR-252
public sealed class DeviationBook
{
    /// <summary>The most findings that one record may cover; a record for more hides a habit.</summary>
    public const int MostMatches = 10;

    /// <summary>Property with the day that records are judged on, yyyy-MM-dd: an input, since no rule reads a clock.</summary>
    public const string DateKey = "build_property.CertifyDate";

    /// <summary>Property with the most days from today to a record's last; <see cref="DaysDefault"/> if left out.</summary>
    public const string DaysKey = "build_property.CertifyDeviationDays";

    /// <summary>A year: whoever approves a record looks at it again within one.</summary>
    public const int DaysDefault = 366;

    /// <summary>The most that a project can set; a record that outlives it has no end.</summary>
    public const int DaysMax = 3660;

    private static readonly ConditionalWeakTable<Compilation, DeviationBook> s_books = new();
    private readonly ImmutableArray<Deviation> _holding;

    private DeviationBook(ImmutableArray<Deviation> all, ImmutableArray<Deviation> holding, ImmutableArray<DeviationFault> faults)
    {
        All = all;
        _holding = holding;
        Faults = faults;
    }

    /// <summary>Every record that can be read, in order of file and line.</summary>
    public ImmutableArray<Deviation> All { get; }

    /// <summary>What is wrong with records, in order of file and line.</summary>
    public ImmutableArray<DeviationFault> Faults { get; }

    /// <summary>The records of a compilation, read once for all rules.</summary>
    public static DeviationBook Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        if (s_books.TryGetValue(compilation, out var known)) return known;
        var book = Read(compilation, options, cancellation);
        return s_books.GetValue(compilation, _ => book);
    }

    /// <summary>The record that covers a finding, or null.</summary>
    public Deviation? Find(string ruleId, Location place) =>
        _holding.FirstOrDefault(record => record.RuleId == ruleId && DeviationScope.Covers(record, place));

    /// <summary>True when the record is one that may cover findings.</summary>
    public bool Holds(Deviation record) => _holding.Contains(record);

    private static DeviationBook Read(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        var faults = new List<DeviationFault>();
        var records = new List<Deviation>();
        foreach (var file in options.AdditionalFiles.Where(file => DeviationReader.IsRecordFile(file.Path)))
        {
            records.AddRange(DeviationReader.Read(file.Path, file.GetText(cancellation)?.ToString() ?? "", faults));
        }

        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(DateKey, out var date);
        DateTime? today = DateTime.TryParseExact(date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        var days = Days(options);
        var holding = new List<Deviation>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            var before = faults.Count;
            if (!ids.Add(record.Id)) faults.Add(Fault(record, "has an id that another record has", "Give it its own."));
            if (days is null) faults.Add(Fault(record, "cannot be judged", $"Set the property CertifyDeviationDays to a number from 1 to {DaysMax}, or leave it out."));
            if (today is null) faults.Add(Fault(record, "cannot be judged without the day", "Set the property CertifyDate to yyyy-MM-dd."));
            else if (today > record.Expires) faults.Add(Fault(record, $"expired on {record.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", "Fix the code, or have the record approved again."));
            else if ((record.Expires - today.Value).TotalDays > days) faults.Add(Fault(record, $"expires on {record.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, more than {days} days ahead", "Give it an earlier day, on which it is judged again."));
            CheckText(record, compilation, faults, cancellation);
            if (faults.Count == before) holding.Add(record);
        }

        return new DeviationBook(
            [.. Order(records, record => record.File, record => record.Line)],
            [.. Order(holding, record => record.File, record => record.Line)],
            [.. Order(faults, fault => fault.File, fault => fault.Line)]);
    }

    // Null where the property is no such number: then no record holds.
    private static int? Days(AnalyzerOptions options)
    {
        if (!options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(DaysKey, out var text) || string.IsNullOrWhiteSpace(text)) return DaysDefault;
        return int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= DaysMax ? days : null;
    }

    // A file that this compilation lacks may be in the project's other one.
    private static void CheckText(Deviation record, Compilation compilation, List<DeviationFault> faults, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees.Where(tree => DeviationScope.IsFile(record, tree)))
        {
            var digest = DeviationScope.Fingerprint(record, tree, cancellation);
            if (digest is null) faults.Add(Fault(record, $"names the member '{record.Member}', which its file does not declare", "Name it with namespace and types."));
            else if (digest != record.Revision) faults.Add(Fault(record, $"is stale: the text it was approved for has changed, and its digest is now {digest}", "Judge the change, then approve the record with the new digest."));
        }
    }

    private static DeviationFault Fault(Deviation record, string what, string remedy) => new(record.Id, record.File, record.Line, what, remedy);

    private static IEnumerable<T> Order<T>(IEnumerable<T> items, Func<T, string> file, Func<T, int> line) =>
        items.OrderBy(file, StringComparer.Ordinal).ThenBy(line);
}
