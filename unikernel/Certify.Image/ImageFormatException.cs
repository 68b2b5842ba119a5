namespace Certify.Image;

/// <summary>An image, map or debug section that cannot be read; the message says which, where and why.</summary>
public sealed class ImageFormatException : Exception
{
    /// <summary>Creates the exception with its message.</summary>
    public ImageFormatException(string message, Exception? inner = null) : base(message, inner) { }
}
