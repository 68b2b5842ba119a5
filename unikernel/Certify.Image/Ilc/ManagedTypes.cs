using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Certify.Image.Ilc;

/// <summary>The C# names behind ILC's mangled type names, from the assembly that ILC compiled.</summary>
public sealed class ManagedTypes
{
    private readonly Dictionary<string, string> _byMangled;

    private ManagedTypes(string assembly, Dictionary<string, string> byMangled)
    {
        Assembly = assembly;
        _byMangled = byMangled;
    }

    /// <summary>Name of the assembly.</summary>
    public string Assembly { get; }

    /// <summary>The C# name ("Ns.Type", nested "Ns.Type.Inner") of a mangled name, or null.</summary>
    public string? Find(string mangled) => _byMangled.GetValueOrDefault(mangled);

    /// <summary>Reads type names from an assembly's metadata; nothing of it is loaded or run.</summary>
    /// <exception cref="ImageFormatException">The bytes are no managed assembly.</exception>
    public static ManagedTypes Read(ReadOnlyMemory<byte> assembly, string name)
    {
        try
        {
            using var file = new PEReader(new MemoryStream(assembly.ToArray(), writable: false));
            var metadata = file.GetMetadataReader();
            var assemblyName = metadata.GetString(metadata.GetAssemblyDefinition().Name);
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var handle in metadata.TypeDefinitions)
            {
                var (plain, mangled) = NamesOf(metadata, handle, 0);
                names.TryAdd(IlcNames.Sanitize(assemblyName) + "_" + mangled, plain);
            }
            return new(assemblyName, names);
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException or ArgumentException)
        {
            throw new ImageFormatException($"{name}: not a managed assembly: {e.Message}", e);
        }
    }

    private static (string Plain, string Mangled) NamesOf(MetadataReader metadata, TypeDefinitionHandle handle, int depth)
    {
        if (depth > 32) throw new BadImageFormatException("types nest deeper than 32");
        var type = metadata.GetTypeDefinition(handle);
        var own = metadata.GetString(type.Name);
        var tick = own.IndexOf('`');
        var shown = tick < 0 ? own : own[..tick];
        if (!type.GetDeclaringType().IsNil)
        {
            var (plain, mangled) = NamesOf(metadata, type.GetDeclaringType(), depth + 1);
            return ($"{plain}.{shown}", $"{mangled}_{IlcNames.Sanitize(own)}");
        }
        var space = metadata.GetString(type.Namespace);
        return space.Length == 0
            ? (shown, IlcNames.Sanitize(own))
            : ($"{space}.{shown}", IlcNames.Sanitize($"{space}.{own}"));
    }
}
