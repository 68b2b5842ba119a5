using Certify.Analyzers.Resources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.Tests.Resources;

public class SourceOrderTests
{
    private static Location At(string file, int start) =>
        Location.Create(CSharpSyntaxTree.ParseText("static class P { }", path: file), new TextSpan(start, 1));

    [Fact]
    public void Orders_by_file_then_position_and_puts_places_without_source_last()
    {
        Location[] places = [Location.None, At("b.cs", 0), At("a.cs", 3), At("a.cs", 1), At("B.cs", 9)];
        Assert.Equal(
            ["B.cs 9", "a.cs 1", "a.cs 3", "b.cs 0", "none"],
            places.Order(SourceOrder.Instance).Select(place => place.IsInSource ? $"{place.SourceTree!.FilePath} {place.SourceSpan.Start}" : "none"));
        Assert.True(SourceOrder.Compare(At("a.cs", 1), Location.None) < 0);
        Assert.True(SourceOrder.Compare(Location.None, At("a.cs", 1)) > 0);
        Assert.Equal(0, SourceOrder.Compare(At("a.cs", 1), At("a.cs", 1)));
    }
}
