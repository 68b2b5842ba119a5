using Certify.Image.Dwarf;
using Certify.Image.Ilc;

namespace Certify.Image.Layout;

/// <summary>Finds an application's layouts in the debug information of its image.</summary>
public static class ImageLayouts
{
    /// <summary>Reads the layouts of three types given by their .NET names ("Ns.Type", nested "Ns.Outer+Inner").</summary>
    /// <exception cref="ImageFormatException">A type is not described, or two different ones could be meant.</exception>
    public static PortLayouts Read(SourceMap map, string inputs, string outputs, string state) =>
        new(Of(map.Debug, inputs), Of(map.Debug, outputs), Of(map.Debug, state));

    private static TypeLayout Of(DebugInfo debug, string type)
    {
        // The assembly's name stands before the mangled type name; it is not the same in every build.
        var mangled = "_" + IlcNames.Sanitize(type);
        var candidates = debug.TypeNames.Where(n => n.EndsWith(mangled, StringComparison.Ordinal)).ToArray();
        if (candidates.Length == 0)
        {
            throw new ImageFormatException(
                $"debug information: describes no type '{type}'; hint: build the image with ILC's -g and keep the debug sections");
        }
        var shortest = candidates.MinBy(c => c.Length)!;
        var rivals = candidates.Where(c => c.Length == shortest.Length).ToArray();
        if (rivals.Length > 1)
            throw new ImageFormatException($"debug information: '{type}' could be {string.Join(" or ", rivals.Select(r => $"'{r}'"))}");
        return debug.LayoutOf(shortest);
    }
}
