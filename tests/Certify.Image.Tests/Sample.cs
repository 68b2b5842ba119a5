using Certify.Image.Elf;
using Certify.Image.Ilc;

namespace Certify.Image.Tests;

/// <summary>The sample image and its companions.</summary>
internal static class Sample
{
    public static byte[] Bytes { get; } = Read("sample.elf");

    public static ElfFile Elf { get; } = ElfFile.Read(Bytes, "sample.elf");

    public static ManagedTypes Types { get; } = ManagedTypes.Read(Read("sample.target.dll"), "sample.target.dll");

    public static SourceMap Sources { get; } = new(Elf, Types);

    public static IlcMap Map { get; } = IlcMap.Read(new MemoryStream(Read("sample.map.xml")), "sample.map.xml");

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", name));
}
