using Certify.Image.Layout;

namespace Certify.Machine;

/// <summary>Refuses to run frames through an image that means something else by their bytes.</summary>
internal static class LayoutCheck
{
    /// <exception cref="GuestMismatchException">A field differs in name, place or kind; the message lists them.</exception>
    public static void Layouts(GuestImage image, PortTypes expected)
    {
        var (host, target) = (expected.Layouts, image.Layouts(expected));
        var difference = host.DifferenceTo(target);
        if (difference.Length > 0)
        {
            throw new GuestMismatchException(
                $"host assembly and image lay out the ports differently (hint: build both from the same sources):\n{difference}");
        }
    }

    /// <exception cref="GuestMismatchException">A message or the state has another size.</exception>
    public static void Sizes(MailboxShape shape, PortLayouts host)
    {
        Compare("input", host.Inputs.Bytes, shape.InputBytes);
        Compare("output", host.Outputs.Bytes, shape.OutputBytes);
        Compare("state", host.State.Bytes, shape.StateBytes);
    }

    private static void Compare(string what, int host, int image)
    {
        if (host != image)
            throw new GuestMismatchException($"the {what} has {host} bytes on the host and {image} in the image (hint: build both from the same sources)");
    }
}
