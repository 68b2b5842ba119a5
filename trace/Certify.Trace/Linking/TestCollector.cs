using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;
using Certify.Trace.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Trace.Linking;

/// <summary>Collects test methods: properties by [Property] and [Verifies], tests of xunit, NUnit and MSTest by '// @verifies' comments.</summary>
// @llr CFY-LLR-009
internal sealed class TestCollector(SemanticModel model, SourceSet set, TreeTags tags, CodeScan scan, FindingList findings)
{
    private readonly AttributeBinder _binder = new(model);

    // In the tests of a harness, methods with [Property] are what it is tried on, and no tests themselves.
    private readonly bool _inProperties = set.Role == SourceRole.Properties;

    /// <summary>Collects the tests of a tree; a verification tag on anything else is a finding.</summary>
    public void Collect(SyntaxNode root)
    {
        var used = new HashSet<Tag>();
        foreach (var method in root.DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            var attributes = method.AttributeLists.SelectMany(l => l.Attributes).ToList();
            var property = _inProperties ? attributes.Find(IsProperty) : null;
            if (property is null && !attributes.Exists(IsUnitTest)) continue;
            used.UnionWith(tags.VerifiesOf(method));
            Take(method, property);
        }

        foreach (var tag in tags.Verifies().Where(t => !used.Contains(t) && (_inProperties || t.IsComment)))
            findings.Add("TRC-014", tag.Place.Path, tag.Place, $"'{tag.Id}' is verified by something that is no test; hint: put the tag above a method with [Property], [Fact], [Theory], [Test] or [TestMethod]");
    }

    private void Take(MethodDeclarationSyntax method, AttributeSyntax? property)
    {
        var verifies = tags.VerifiesOf(method);
        var needsTag = set.RequireTags && (property is not null || set.Role == SourceRole.UnitTests);
        if (model.GetDeclaredSymbol(method)?.GetDocumentationCommentId() is not { } id) return;
        if (property is null && verifies.Count == 0 && !needsTag)
        {
            scan.Untagged.Add(id);
            return;
        }

        var place = TreeTags.PlaceOf(method.Identifier.GetLocation());
        var kind = property is null
            ? tags.SaysRobustness(method) ? TestKind.Robustness : TestKind.NormalRange
            : KindOf(property, place);
        var title = property is null ? method.Identifier.Text.Replace('_', ' ') : _binder.FirstArgument(property) ?? "";
        if (title.Length == 0) Stray(place, $"the title in {ItemId.Quote(property!.ToString())} is not a constant string; hint: write what the property claims");
        var ids = verifies.Select(t => t.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        scan.Tests.TryAdd(id, new ScannedTest(new TestFact(id, title, [.. ids], kind, place), verifies, needsTag, property is not null));
    }

    private TestKind KindOf(AttributeSyntax property, SourcePlace place)
    {
        var argument = property.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.Text == "Kind")?.Expression;
        var name = argument switch
        {
            null => nameof(TestKind.NormalRange),
            MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
            IdentifierNameSyntax identifier => identifier.Identifier.Text,
            _ => argument.ToString(),
        };
        if (Enum.TryParse<TestKind>(name, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(name[0])) return kind;
        Stray(place, $"kind {ItemId.Quote(name)} is unknown; hint: write TestKind.NormalRange or TestKind.Robustness");
        return TestKind.Robustness;
    }

    private bool IsProperty(AttributeSyntax attribute) => _binder.Is(attribute, "Certify.Testing.PropertyAttribute");

    // xunit's [Fact], [Theory] and the usual attributes derived from them; those of NUnit and MSTest.
    private bool IsUnitTest(AttributeSyntax attribute) =>
        _binder.ShortName(attribute) is var name
        && (name.EndsWith("Fact", StringComparison.Ordinal) || name.EndsWith("Theory", StringComparison.Ordinal)
            || name is "Test" or "TestCase" or "TestCaseSource" or "TestMethod" or "DataTestMethod");

    private void Stray(SourcePlace place, string message) => findings.Add("TRC-014", place.Path, place, message);
}
