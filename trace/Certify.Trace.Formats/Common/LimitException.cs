namespace Certify.Trace.Formats.Common;

/// <summary>A file asks for more than a reader takes. Thrown inside a reader only, which reports it as TRC-019.</summary>
internal sealed class LimitException : Exception
{
    /// <summary>Creates the exception.</summary>
    public LimitException(string message) : base(message) { }
}
