using System.Security.Cryptography;
using Certify.Image;
using Certify.Image.Elf;
using Certify.Image.Ilc;
using Certify.Image.Layout;

namespace Certify.Machine;

/// <summary>An image file that can be booted, with what its debug information tells.</summary>
public sealed class GuestImage
{
    /// <summary>Symbol of the mailbox.</summary>
    public const string MailboxSymbol = "certify_mailbox";

    /// <summary>Symbol of the panic record.</summary>
    public const string PanicSymbol = "certify_panic_record";

    private const string StackSymbol = "certify_user_stack";

    private GuestImage(string path, string sha256, ElfFile elf, SourceMap sources, ulong entry)
    {
        Path = path;
        Sha256 = sha256;
        Elf = elf;
        Sources = sources;
        PvhEntry = entry;
        MailboxAddress = elf.Symbol(MailboxSymbol).Address;
        PanicRecordAddress = elf.Symbol(PanicSymbol).Address;
        StackStart = elf.TryFindSymbol(StackSymbol, out var stack) ? stack.Address : null;
    }

    /// <summary>Where the file lies.</summary>
    public string Path { get; }

    /// <summary>SHA-256 of the file in lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>The file's tables.</summary>
    public ElfFile Elf { get; }

    /// <summary>Functions, lines, types and unwind rules.</summary>
    public SourceMap Sources { get; }

    /// <summary>Address QEMU enters at.</summary>
    public ulong PvhEntry { get; }

    /// <summary>Address of the mailbox.</summary>
    public ulong MailboxAddress { get; }

    /// <summary>Address of the panic record.</summary>
    public ulong PanicRecordAddress { get; }

    /// <summary>Lowest address of the user stack, or null where the image does not name it.</summary>
    public ulong? StackStart { get; }

    /// <summary>The memory between two symbols, or null where the image has not both.</summary>
    public MemoryRange? Range(string start, string end) =>
        Elf.TryFindSymbol(start, out var first) && Elf.TryFindSymbol(end, out var last) && last.Address > first.Address
            ? new MemoryRange(first.Address, last.Address)
            : null;

    /// <summary>The stack that C# runs on, or null where the image does not name it.</summary>
    public MemoryRange? UserStack => Range(StackSymbol, StackSymbol + "_end");

    /// <summary>Reads an image.</summary>
    /// <param name="elfPath">The ELF file.</param>
    /// <param name="targetAssemblyPath">The assembly ILC compiled (for exact C# names), or null.</param>
    /// <exception cref="ImageFormatException">A file cannot be read, or the image lacks the PVH note or a symbol.</exception>
    public static GuestImage Load(string elfPath, string? targetAssemblyPath = null)
    {
        var bytes = File.ReadAllBytes(elfPath);
        var elf = ElfFile.Read(bytes, elfPath);
        var types = targetAssemblyPath is not null && File.Exists(targetAssemblyPath)
            ? ManagedTypes.Read(File.ReadAllBytes(targetAssemblyPath), targetAssemblyPath)
            : null;
        if (elf.PvhEntry is not { } entry)
            throw new ImageFormatException($"{elfPath}: has no PVH note, so QEMU cannot enter it");
        return new(elfPath, Convert.ToHexStringLower(SHA256.HashData(bytes)), elf, new SourceMap(elf, types), entry);
    }

    /// <summary>Reads the image's layouts of the types that the host names.</summary>
    /// <exception cref="ImageFormatException">A type is not described.</exception>
    public PortLayouts Layouts(PortTypes types) => ImageLayouts.Read(
        Sources, types.Inputs.FullName!, types.Outputs.FullName!, types.State.FullName!);
}
