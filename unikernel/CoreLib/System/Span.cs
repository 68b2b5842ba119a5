// CONTRACT with ILC and the C# compiler: a reference, then the length.
namespace System;

using Certify;
using Internal.Runtime.CompilerHelpers;
using System.Runtime.CompilerServices;

/// <summary>A checked window on consecutive values: an index outside of it traps IndexOutOfRange.</summary>
/// <typeparam name="T">Element type.</typeparam>
[Requirement("KRN-LLR-022")]
[HardwareType("the compiler makes spans over buffers on the stack from a pointer")]
public readonly ref struct Span<T>
{
    internal readonly ref T _reference;
    private readonly int _length;

    /// <summary>The whole of <paramref name="array"/>; empty for null.</summary>
    public Span(T[]? array)
    {
        if (array is null || array.Length == 0)
        {
            this = default;
            return;
        }

        _reference = ref array[0];
        _length = array.Length;
    }

    /// <summary><paramref name="length"/> elements of <paramref name="array"/> from <paramref name="start"/> on; outside of it trap.</summary>
    public Span(T[]? array, int start, int length)
    {
        this = new Span<T>(array).Slice(start, length);
    }

    /// <summary>One value.</summary>
    public Span(ref T reference)
    {
        _reference = ref reference;
        _length = 1;
    }

    /// <summary>Window on memory: how the compiler makes spans over buffers on the stack. A negative length traps.</summary>
    /// <remarks>Only compiler-made code may call it; it takes the address on trust.</remarks>
    public unsafe Span(void* pointer, int length)
    {
        if (length < 0)
        {
            ThrowHelpers.ThrowArgumentOutOfRangeException();
        }

#pragma warning disable CS8500 // T holds no object references.
        _reference = ref *(T*)pointer;
#pragma warning restore CS8500
        _length = length;
    }

    internal Span(ref T reference, int length)
    {
        _reference = ref reference;
        _length = length;
    }

    /// <summary>Number of elements, 0 to 2^31 - 1.</summary>
    public int Length => _length;

    /// <summary>True when there is no element.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>Element at <paramref name="index"/>, 0 to Length - 1.</summary>
    [Modular("one comparison as unsigned finds what is below 0 as well as what is too great")]
    public ref T this[int index]
    {
        get
        {
            if (unchecked((uint)index >= (uint)_length))
            {
                ThrowHelpers.ThrowIndexOutOfRangeException();
            }

            return ref Unsafe.Add(ref _reference, index);
        }
    }

    /// <summary>The elements from <paramref name="start"/> on; a start outside 0 to Length traps.</summary>
    [Modular("one comparison as unsigned finds what is below 0 as well as what is too great")]
    public Span<T> Slice(int start)
    {
        if (unchecked((uint)start > (uint)_length))
        {
            ThrowHelpers.ThrowArgumentOutOfRangeException();
        }

        return new Span<T>(ref Unsafe.Add(ref _reference, start), _length - start);
    }

    /// <summary><paramref name="length"/> elements from <paramref name="start"/> on; outside of the span it traps.</summary>
    [Modular("one comparison as unsigned finds what is below 0 as well as what is too great")]
    public Span<T> Slice(int start, int length)
    {
        if (unchecked((uint)start > (uint)_length || (uint)length > (uint)(_length - start)))
        {
            ThrowHelpers.ThrowArgumentOutOfRangeException();
        }

        return new Span<T>(ref Unsafe.Add(ref _reference, start), length);
    }

    /// <summary>The same window, read only.</summary>
    public static implicit operator ReadOnlySpan<T>(Span<T> span) => new(ref span._reference, span._length);

    /// <summary>The whole of <paramref name="array"/>.</summary>
    public static implicit operator Span<T>(T[]? array) => new(array);

    /// <summary>Walks the elements in order.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Position in a walk over the elements.</summary>
    public ref struct Enumerator
    {
        private readonly Span<T> _span;
        private int _index;

        internal Enumerator(Span<T> span)
        {
            _span = span;
            _index = -1;
        }

        /// <summary>Element at the position.</summary>
        public readonly ref T Current => ref _span[_index];

        /// <summary>Steps on; false after the last element.</summary>
        public bool MoveNext()
        {
            _index++;
            return _index < _span.Length;
        }
    }
}
