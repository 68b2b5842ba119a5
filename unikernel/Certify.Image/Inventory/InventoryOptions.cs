namespace Certify.Image.Inventory;

/// <summary>How an image's bytes are told apart by component.</summary>
/// <param name="Application">Name of the application: whatever source no other rule claims is its.</param>
public sealed record InventoryOptions(string Application)
{
    /// <summary>Component of what compiler and linker add without a source.</summary>
    public const string Compiler = "Compiler";

    /// <summary>Component of the assembler and of memory that only the linker script names.</summary>
    public const string Platform = "Platform";

    /// <summary>Component of bytes between symbols.</summary>
    public const string Alignment = "Alignment";

    /// <summary>A part of a source path and the component it means; the first that fits decides.</summary>
    public IReadOnlyList<(string PathPart, string Component)> Sources { get; init; } =
    [
        ("/obj/", Compiler),
        ("/unikernel/CoreLib/", "CoreLib"),
        ("/unikernel/Kernel/", "Kernel"),
        ("/unikernel/Platform/", Platform),
        ("/CoreLib/", "CoreLib"),
        ("/Kernel/", "Kernel"),
        ("/Platform/", Platform),
    ];

    /// <summary>The start of a C# name and the component it means, for types without code of their own.</summary>
    public IReadOnlyList<(string NameStart, string Component)> Names { get; init; } =
        [("System.", "CoreLib"), ("Internal.", "CoreLib"), ("Certify.Kernel.", "Kernel")];

    /// <summary>From a path in the image to a repository-relative one; the default takes a leading "/_/" off.</summary>
    public Func<string, string> ToRepositoryPath { get; init; } =
        static path => path.StartsWith("/_/", StringComparison.Ordinal) ? path[3..] : path;

    /// <summary>Symbol at the start of the mailbox, whose memory is no part of the image.</summary>
    public string MailboxSymbol { get; init; } = "certify_mailbox";

    /// <summary>Symbol of the page table that maps the image (the level-1 table of the first 2 MiB).</summary>
    public string PageTableSymbol { get; init; } = "certify_page_table";

    internal string ComponentOfPath(string path)
    {
        var rooted = path.StartsWith('/') ? path : "/" + path;
        foreach (var (part, component) in Sources)
            if (rooted.Contains(part, StringComparison.Ordinal)) return component;
        return path.EndsWith(".S", StringComparison.OrdinalIgnoreCase) ? Platform : Application;
    }

    internal string ComponentOfName(string name)
    {
        foreach (var (start, component) in Names)
            if (name.StartsWith(start, StringComparison.Ordinal)) return component;
        return Application;
    }
}
