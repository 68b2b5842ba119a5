namespace Certify.Trace.Tests.Web;

/// <summary>A test that opens a page in headless Chromium: skipped where none is installed.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Program is null) Skip = Browser.Missing;
    }
}

/// <summary>The same with data.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Browser.Program is null) Skip = Browser.Missing;
    }
}
