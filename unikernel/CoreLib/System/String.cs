// CONTRACT with ILC: fields _stringLength then _firstChar; another name makes ILC crash while it interprets
// static initialisers.
namespace System;

using Certify;
using Internal.Runtime.CompilerHelpers;
using System.Runtime.CompilerServices;

/// <summary>Immutable text in UTF-16. Every string is a literal frozen into the image.</summary>
[HardwareType("the characters follow the object's first field, where no bound of a language type reaches")]
[Requirement("KRN-LLR-021")]
[Requirement("KRN-LLR-032")]
public sealed class String
{
#pragma warning disable CS0649, CS0169 // Written by ILC only.
    private readonly int _stringLength;
    private char _firstChar;
#pragma warning restore CS0649, CS0169

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => _stringLength;

    /// <summary>Code unit at <paramref name="index"/> (0 to Length - 1); outside of it trap IndexOutOfRange.</summary>
    [Modular("one comparison as unsigned finds what is below 0 as well as what is too great")]
    public char this[int index]
    {
        get
        {
            if (unchecked((uint)index >= (uint)_stringLength))
            {
                ThrowHelpers.ThrowIndexOutOfRangeException();
            }

            return Unsafe.Add(ref _firstChar, index);
        }
    }
}
