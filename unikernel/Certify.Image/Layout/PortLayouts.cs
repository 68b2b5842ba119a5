using System.Security.Cryptography;
using System.Text;

namespace Certify.Image.Layout;

/// <summary>The layouts of an application's two ports and its state, on one side (host or image).</summary>
public sealed record PortLayouts(TypeLayout Inputs, TypeLayout Outputs, TypeLayout State)
{
    /// <summary>Canonical text of all three.</summary>
    public string Text => $"certify/layout/1\ninputs\n{Inputs.Text}outputs\n{Outputs.Text}state\n{State.Text}";

    /// <summary>SHA-256 of <see cref="Text"/> in lower-case hex: the layout hash that results carry.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Lines that one side has and the other has not, as text for a person; empty when both agree.</summary>
    public string DifferenceTo(PortLayouts other)
    {
        var text = new StringBuilder();
        Compare("inputs", Inputs, other.Inputs, text);
        Compare("outputs", Outputs, other.Outputs, text);
        Compare("state", State, other.State, text);
        return text.ToString();
    }

    private static void Compare(string what, TypeLayout here, TypeLayout there, StringBuilder text)
    {
        var (left, right) = (here.Text.TrimEnd('\n').Split('\n'), there.Text.TrimEnd('\n').Split('\n'));
        foreach (var line in left.Except(right, StringComparer.Ordinal)) text.Append($"{what}: host  {line}\n");
        foreach (var line in right.Except(left, StringComparer.Ordinal)) text.Append($"{what}: image {line}\n");
    }
}
