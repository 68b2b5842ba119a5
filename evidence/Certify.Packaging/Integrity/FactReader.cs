using Certify.Facts;

namespace Certify.Packaging.Integrity;

/// <summary>Reads the fact files of a package; what cannot be read is a finding.</summary>
internal sealed class FactReader(IReadOnlyDictionary<string, byte[]> files, List<PackageFinding> findings)
{
    private readonly List<(string, FactHeader)> _headers = [];

    /// <summary>Headers of the files read.</summary>
    public IReadOnlyList<(string Path, FactHeader Header)> Headers => _headers;

    /// <summary>A fact file, or null where the package has none or an unreadable one.</summary>
    public T? Read<T>(string path, string schema, Func<T, FactHeader> header)
        where T : class
    {
        if (!files.TryGetValue(path, out byte[]? bytes)) return null;
        try
        {
            T facts = FactJson.Read<T>(bytes, path);
            if (header(facts).Schema != schema)
                throw new FactFormatException($"has schema '{header(facts).Schema}' where '{schema}' belongs");
            _headers.Add((path, header(facts)));
            return facts;
        }
        catch (Exception e) when (e is FactFormatException or ArgumentException or InvalidOperationException)
        {
            findings.Add(new(FindingCode.Join, path, e.Message));
            return null;
        }
    }
}
