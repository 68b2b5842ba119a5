using System;
using System.Collections.Immutable;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings.Deviations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Settings;

/// <summary>One rule in one compilation: where it applies, and the only way by which it reports.</summary>
public sealed class RuleScope
{
    /// <summary>Property of an accepted run-time check: the fault cannot be excluded, but a check stops it.</summary>
    public const string CheckProperty = "certify.check";

    /// <summary>Property of a finding that a deviation record covers; its value is the record's id.</summary>
    public const string DeviationProperty = "certify.deviation";

    private readonly RuleEntry _entry;
    private readonly DiagnosticDescriptor _descriptor;
    private readonly ProfileMap _profiles;

    internal RuleScope(RuleEntry entry, DiagnosticDescriptor descriptor, AnalyzerOptions options, DeviationBook deviations)
    {
        _entry = entry;
        _descriptor = descriptor;
        Options = options;
        Deviations = deviations;
        _profiles = ProfileMap.From(options.AnalyzerConfigOptionsProvider.GlobalOptions);
    }

    /// <summary>The deviation records of the compilation.</summary>
    public DeviationBook Deviations { get; }

    /// <summary>The build's additional files and properties.</summary>
    public AnalyzerOptions Options { get; }

    /// <summary>The profile of files that lie under no runtime root.</summary>
    public Profile DefaultProfile => _profiles.Default;

    /// <summary>True when the compilation can hold a file whose profile has this rule.</summary>
    public bool CanReport => 
        _entry.Applies(_profiles.Default)
        || (_profiles.HasRuntime && (_entry.Applies(Profile.Runtime) || _entry.Applies(Profile.Core)));

    /// <summary>The profile of one file.</summary>
    public Profile ProfileOf(SyntaxTree tree) => _profiles.Of(tree);

    /// <summary>True for a file of an application's own folder that CertifyRuntimeRoot or CertifyCoreRoot declares to be a part of the runtime.</summary>
    public bool IsDisguised(SyntaxTree tree) => _profiles.IsDisguised(tree);

    /// <summary>True when the rule applies to this file. <see cref="Report"/> asks by itself; this saves work before.</summary>
    public bool Covers(SyntaxTree tree) => _entry.Applies(_profiles.Of(tree)) && _profiles.Judges(tree);

    /// <summary>
    /// Reports a finding, unless the file's profile leaves the rule out. One that a deviation record covers is listed
    /// (severity Hidden) with the record's id instead.
    /// </summary>
    /// <param name="sink">The analysis context's <c>ReportDiagnostic</c>.</param>
    /// <param name="place">Where; <see cref="Location.None"/> for the compilation as a whole.</param>
    /// <param name="arguments">What the message's {0}, {1} … stand for.</param>
    public void Report(Action<Diagnostic> sink, Location place, params object[] arguments)
    {
        if (!Reaches(place)) return;
        if (Deviations.Find(_entry.Id, place) is { } deviation)
        {
            var properties = ImmutableDictionary<string, string?>.Empty.Add(DeviationProperty, deviation.Id);
            sink(Diagnostic.Create(_descriptor, place, DiagnosticSeverity.Hidden, additionalLocations: null, properties, arguments));
            return;
        }

        sink(Diagnostic.Create(_descriptor, place, arguments));
    }

    /// <summary>
    /// Lists an accepted run-time check: what can go wrong here is stopped by a check whose trap goes to the health
    /// monitor. It fails no build (severity Hidden); the receipt and the documents list it.
    /// </summary>
    /// <param name="sink">The analysis context's <c>ReportDiagnostic</c>.</param>
    /// <param name="place">Where the check stands.</param>
    /// <param name="check">Which check: "overflow", "index", "division", "conversion", "precondition" or "null".</param>
    /// <param name="arguments">What the message's {0}, {1} … stand for.</param>
    public void ReportCheck(Action<Diagnostic> sink, Location place, string check, params object[] arguments)
    {
        if (!Reaches(place)) return;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(CheckProperty, check);
        sink(Diagnostic.Create(_descriptor, place, DiagnosticSeverity.Hidden, additionalLocations: null, properties, arguments));
    }

    private bool Reaches(Location place) =>
        place.SourceTree is { } tree ? Covers(tree) : _entry.Applies(_profiles.Default);
}
