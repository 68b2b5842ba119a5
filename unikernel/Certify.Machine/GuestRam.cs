using System.IO.MemoryMappedFiles;

namespace Certify.Machine;

/// <summary>
/// The guest's memory as a file mapped into this process. Addresses are physical. Words are read and written
/// with acquire and release order; on an x86 host nothing more is needed.
/// </summary>
internal sealed unsafe class GuestRam : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private byte* _start;

    private GuestRam(MemoryMappedFile file, MemoryMappedViewAccessor view, long bytes)
    {
        _file = file;
        _view = view;
        Bytes = bytes;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += view.PointerOffset;
    }

    public long Bytes { get; }

    /// <summary>Creates the file with all its room reserved, so that no later write can fail for want of it.</summary>
    public static GuestRam Create(string path, long bytes)
    {
        var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite,
            PreallocationSize = bytes,
        });
        stream.SetLength(bytes);
        var file = MemoryMappedFile.CreateFromFile(stream, null, bytes, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        return new(file, file.CreateViewAccessor(0, bytes), bytes);
    }

    public Span<byte> Span(ulong address, int count)
    {
        ObjectDisposedException.ThrowIf(_start is null, this);
        if (count < 0 || address > (ulong)Bytes || (ulong)count > (ulong)Bytes - address)
            throw new ArgumentOutOfRangeException(nameof(address), $"guest memory ends at 0x{Bytes:x}: {count} bytes at 0x{address:x} lie outside");
        return new Span<byte>(_start + address, count);
    }

    public uint ReadWord(ulong address)
    {
        Span(address, 4);
        return Volatile.Read(ref *(uint*)(_start + address));
    }

    public void WriteWord(ulong address, uint value)
    {
        Span(address, 4);
        Volatile.Write(ref *(uint*)(_start + address), value);
    }

    public ulong ReadLong(ulong address)
    {
        Span(address, 8);
        return Volatile.Read(ref *(ulong*)(_start + address));
    }

    /// <summary>Eight bytes at an address, or null where the guest has no memory.</summary>
    public ulong? TryReadLong(ulong address) =>
        Bytes >= 8 && address <= (ulong)Bytes - 8 ? ReadLong(address) : null;

    public void Dispose()
    {
        if (_start is null) return;
        _start = null;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
