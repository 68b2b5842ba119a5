using Certify.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Certify.Analyzers.Tests.Flow;

/// <summary>The map of places, whose copies share memory.</summary>
public class PlaceMapTests
{
    private static readonly Place[] s_places =
    [
        .. CSharpCompilation.Create("P", [CSharpSyntaxTree.ParseText("class C { void M(int a, int b, int c, int d, int e, int f) { } }")])
            .GetTypeByMetadataName("C")!.GetMembers("M").OfType<IMethodSymbol>().Single().Parameters.Select(parameter => Place.Of(parameter, false)),
    ];

    // @verifies CFY-LLR-160
    [Fact]
    public void Copy_and_original_change_apart()
    {
        var map = new PlaceMap();
        map.Set(s_places[0], AbstractValue.Of(1));
        var copy = map.Copy();
        copy.Set(s_places[0], AbstractValue.Of(2));
        copy.Set(s_places[1], AbstractValue.Of(3));
        map.Set(s_places[2], AbstractValue.Of(4));
        Assert.Equal("1 - 4", Shown(map));
        Assert.Equal("2 3 -", Shown(copy));
    }

    [Fact]
    public void Removal_leaves_the_others_and_the_copy()
    {
        var map = new PlaceMap();
        for (var i = 0; i < s_places.Length; i++) map.Set(s_places[i], AbstractValue.Of(i));
        var copy = map.Copy();
        map.RemoveWhere(place => place.Equals(s_places[0]) || place.Equals(s_places[4]));
        Assert.Equal(4, map.Count);
        Assert.Equal("- 1 2", Shown(map));
        Assert.Equal("0 1 2", Shown(copy));
        map.RemoveWhere(_ => true);
        Assert.Equal(0, map.Count);
        Assert.Equal(s_places.Length, copy.Count);
    }

    [Fact]
    public void Clearing_leaves_the_copy()
    {
        var map = new PlaceMap();
        map.Set(s_places[1], AbstractValue.Of(7));
        var copy = map.Copy();
        map.Clear();
        map.Set(s_places[0], AbstractValue.Of(8));
        Assert.Equal("8 - -", Shown(map));
        Assert.Equal("- 7 -", Shown(copy));
    }

    [Fact]
    public void Wrong_guess_finds_the_place_all_the_same()
    {
        var map = new PlaceMap();
        for (var i = 0; i < s_places.Length; i++) map.Set(s_places[i], AbstractValue.Of(i));
        Assert.Equal(5, map.Find(s_places[5], 2)?.Range?.Min);
        Assert.Equal(5, map.Find(s_places[5], 5)?.Range?.Min);
        Assert.Equal(5, map.Find(s_places[5], 99)?.Range?.Min);
    }

    private static string Shown(PlaceMap map) => string.Join(" ", s_places.Take(3).Select(place => map.Find(place)?.Range?.Min.ToString() ?? "-"));
}
