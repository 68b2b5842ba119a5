namespace Certify.Trace.Reports.Web;

/// <summary>What the links say about an item. The numbers are part of the page's data.</summary>
[Flags]
internal enum ItemState
{
    None = 0,
    /// <summary>Links below are asked of it at its level.</summary>
    Asked = 1,
    /// <summary>No requirement below, and one is asked.</summary>
    NoChild = 2,
    /// <summary>No code, and some is asked.</summary>
    NoCode = 4,
    /// <summary>No test, and one is asked.</summary>
    NoTest = 8,
    /// <summary>A test whose result is not a pass, or that has none although the set holds results.</summary>
    NoPass = 16,
    /// <summary>It, or something below it, lacks what is asked.</summary>
    NotDeep = 32,
    /// <summary>Nothing above, and it is not derived.</summary>
    NoParent = 64,
    /// <summary>Names an id that does not exist.</summary>
    Dangling = 128,
    /// <summary>Has no parent on purpose.</summary>
    Derived = 256,
    /// <summary>Taken out of the set: its status says deleted, rejected or obsolete.</summary>
    Removed = 512,
    /// <summary>Lies on a cycle, or above one.</summary>
    Cyclic = 1024,
}
