using System.Text;

namespace Certify.Testing;

/// <summary>Prints a case for a person: all fields of the first frame that are not zero, then what changes.</summary>
internal static class FrameTable
{
    private const int Indent = 17, Width = 110;

    /// <summary>One line per frame or run of equal frames, then the last answer.</summary>
    public static string Write(FrameLayout inputs, FrameLayout outputs, ReadOnlySpan<byte> frames, CaseFailure failure)
    {
        var text = new StringBuilder();
        int count = frames.Length / inputs.Bytes;
        for (int i = 0; i < count;)
        {
            int end = i + 1;
            while (i > 0 && end < count && Frame(frames, inputs, end).SequenceEqual(Frame(frames, inputs, i))) end++;
            string number = end - i == 1 ? $"frame {i}" : $"frames {i}..{end - 1}";
            string fields = i == 0 ? NotZero(inputs, Frame(frames, inputs, 0))
                : Changed(inputs, Frame(frames, inputs, i - 1), Frame(frames, inputs, i));
            string mark = failure.Frame >= i && failure.Frame < end
                ? end - i == 1 ? "   <-- here" : $"   <-- at frame {failure.Frame}" : "";
            text.Append($"  {number,-14} {fields}{mark}\n");
            i = end;
        }

        AppendAnswer(text, outputs, failure);
        return text.ToString();
    }

    private static void AppendAnswer(StringBuilder text, FrameLayout outputs, CaseFailure failure)
    {
        int answered = failure.Outputs.Length / outputs.Bytes;
        if (answered == 0)
        {
            text.Append("  no frame was answered\n");
            return;
        }

        string fields = NotZero(outputs, Frame(failure.Outputs, outputs, answered - 1));
        text.Append($"  answer to frame {answered - 1}: {fields}\n");
    }

    private static ReadOnlySpan<byte> Frame(ReadOnlySpan<byte> frames, FrameLayout layout, int index) =>
        frames.Slice(index * layout.Bytes, layout.Bytes);

    private static string NotZero(FrameLayout layout, ReadOnlySpan<byte> frame)
    {
        var fields = new List<string>();
        foreach (FrameField field in layout.Fields)
        {
            if (frame.Slice(field.Offset, field.Bytes).ContainsAnyExcept((byte)0)) fields.Add($"{field.Path}={field.Format(frame)}");
        }

        if (fields.Count == 0) return "all fields zero";
        return fields.Count == layout.Fields.Count ? Wrapped(fields) : Wrapped(fields) + ", others zero";
    }

    private static string Changed(FrameLayout layout, ReadOnlySpan<byte> before, ReadOnlySpan<byte> frame)
    {
        var fields = new List<string>();
        foreach (FrameField field in layout.Fields)
        {
            if (!frame.Slice(field.Offset, field.Bytes).SequenceEqual(before.Slice(field.Offset, field.Bytes)))
                fields.Add($"{field.Path}={field.Format(frame)}");
        }

        return fields.Count == 0 ? "as before" : Wrapped(fields);
    }

    private static string Wrapped(List<string> fields)
    {
        var text = new StringBuilder();
        int column = Indent;
        foreach (string field in fields)
        {
            bool fits = text.Length == 0 || column + 1 + field.Length <= Width;
            if (!fits) text.Append('\n').Append(' ', Indent);
            else if (text.Length > 0) text.Append(' ');
            text.Append(field);
            column = fits ? column + 1 + field.Length : Indent + field.Length;
        }

        return text.ToString();
    }
}
