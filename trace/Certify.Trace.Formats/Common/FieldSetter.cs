namespace Certify.Trace.Formats.Common;

/// <summary>Puts values that a file has as text into the fields of a draft.</summary>
/// <param name="options">How to read.</param>
/// <param name="log">Takes what is malformed or has no place.</param>
// @llr CFY-LLR-365
internal sealed class FieldSetter(ReadOptions options, ReadLog log)
{
    private readonly string _separators = options.Mapping?.ListSeparators is { Length: > 0 } own ? own : ",;\n";
    private readonly Dictionary<string, FieldTarget?> _mapped = new(StringComparer.Ordinal);

    /// <summary>What the mapping says of a name, or null. A target that is none is a finding, once.</summary>
    public FieldTarget? Mapped(string name)
    {
        if (options.Mapping is not { } mapping || !mapping.Fields.TryGetValue(name, out var field)) return null;
        if (_mapped.TryGetValue(name, out var target)) return target;
        FieldTarget.TryParse(field, out target);
        _mapped.Add(name, target);
        return target;
    }

    /// <summary>Sets a field. An empty value leaves a field absent; a second value of a plain field becomes an attribute of its name.</summary>
    /// <param name="draft">The item.</param>
    /// <param name="target">The field; id and tier are the caller's.</param>
    /// <param name="name">What the file calls it.</param>
    /// <param name="value">Its text.</param>
    public void Set(ItemDraft draft, FieldTarget target, string name, string value)
    {
        switch (target.Field)
        {
            case ItemField.Attribute: draft.Attribute(target.Name, value); break;
            case ItemField.None: break;
            case var _ when value.Length == 0: break;
            case var word when FieldValues.TrySet(draft, word, value, log): break;
            case ItemField.Links: FieldValues.AddLinks(draft, target.Name, value, _separators); break;
            case ItemField.Passed: draft[ItemField.Passed] = value is "true" or "yes" ? "yes" : "no"; break;
            case var field when draft[field] is null: draft[field] = value; break;
            default: draft.Attribute(name, value); break;
        }
    }
}
