using Certify.Trace.Model;

namespace Certify.Trace.Reading.Settings;

/// <summary>Takes values out of a map, and reports each key that nobody took.</summary>
/// <param name="node">The map, or another node, which is reported.</param>
/// <param name="what">What the map is, for messages.</param>
/// <param name="report">Takes 1-based line and message.</param>
internal sealed class YamlFields(YamlNode node, string what, Action<int, string> report)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlNode> _entries = new(node.Entries ?? new Dictionary<string, YamlNode>(), StringComparer.Ordinal);

    /// <summary>1-based line of the map.</summary>
    public int Line => node.Line;

    /// <summary>Gives a value, or null where there is none.</summary>
    public YamlNode? Take(string key)
    {
        _asked.Add(key);
        return _entries.GetValueOrDefault(key);
    }

    /// <summary>Gives a text, or null where there is none or another kind of value, which is reported.</summary>
    public string? Text(string key)
    {
        var value = Take(key);
        if (value is null) return null;
        if (value.Text is { } text && text.Trim().Length > 0) return text.Trim();
        report(value.Line, $"'{key}' is no text");
        return null;
    }

    /// <summary>Gives 'true' or 'false'.</summary>
    public bool? YesNo(string key)
    {
        var text = Text(key);
        if (text is "true" or "yes") return true;
        if (text is "false" or "no" or null) return text is null ? null : false;
        report(Take(key)!.Line, $"'{key}' is {ItemId.Quote(text)}; write 'true' or 'false'");
        return null;
    }

    /// <summary>Gives a list of texts; one text is a list of one.</summary>
    public IReadOnlyList<(string Text, int Line)> List(string key)
    {
        var value = Take(key);
        if (value is null) return [];
        if (value.Text is { } single) return [(single.Trim(), value.Line)];
        var list = new List<(string, int)>();
        foreach (var item in value.Items ?? [])
        {
            if (item.Text is { } text) list.Add((text.Trim(), item.Line));
            else report(item.Line, $"'{key}' holds something that is no text");
        }
        if (value.Items is null) report(value.Line, $"'{key}' is no list");
        return list;
    }

    /// <summary>Gives the tiers that a list names.</summary>
    public IReadOnlyList<ItemTier> Tiers(string key) => Tiers(List(key));

    /// <summary>Gives a map by tier.</summary>
    public Dictionary<ItemTier, T>? ByTier<T>(string key, Func<YamlFields, string, T?> read) where T : class
    {
        var value = Take(key);
        if (value is null) return null;
        var fields = new YamlFields(value, $"'{key}'", report);
        var map = new Dictionary<ItemTier, T>();
        foreach (var (name, node) in value.Entries ?? new Dictionary<string, YamlNode>())
        {
            if (!TierName.TryParse(name, out var tier)) report(node.Line, $"'{key}' names the tier {ItemId.Quote(name)}; tiers are {string.Join(", ", TierName.All)}");
            else if (read(fields, name) is { } item) map[tier] = item;
            fields._asked.Add(name);
        }
        fields.Finish();
        return map;
    }

    /// <summary>Gives the tiers that texts name.</summary>
    public IReadOnlyList<ItemTier> Tiers(IReadOnlyList<(string Text, int Line)> names)
    {
        var tiers = new List<ItemTier>();
        foreach (var (name, line) in names)
        {
            if (TierName.TryParse(name, out var tier)) tiers.Add(tier);
            else report(line, $"{ItemId.Quote(name)} is no tier; tiers are {string.Join(", ", TierName.All)}");
        }
        return tiers;
    }

    /// <summary>Reports keys that nobody asked for, and a node that is no map.</summary>
    public void Finish()
    {
        if (node.Entries is null) report(node.Line, $"{what} is no map of keys");
        foreach (var (key, value) in _entries)
        {
            if (!_asked.Contains(key)) report(value.Line, $"{what} has the unknown key {ItemId.Quote(key)}; keys are {string.Join(", ", _asked.Order(StringComparer.Ordinal))}");
        }
    }
}
