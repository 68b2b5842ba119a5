namespace Certify.Unikernel.Probe;

/// <summary>Each member or conversion of the core library that has a result.</summary>
public enum Operation : uint
{
    /// <summary>See ProbeApplication.</summary>
    MinSingle,
    /// <summary>See ProbeApplication.</summary>
    MaxSingle,
    /// <summary>See ProbeApplication.</summary>
    AbsSingle,
    /// <summary>See ProbeApplication.</summary>
    ClampSingle,
    /// <summary>See ProbeApplication.</summary>
    AddSingle,
    /// <summary>See ProbeApplication.</summary>
    SubtractSingle,
    /// <summary>See ProbeApplication.</summary>
    MultiplySingle,
    /// <summary>See ProbeApplication.</summary>
    DivideSingle,
    /// <summary>See ProbeApplication.</summary>
    LessSingle,
    /// <summary>See ProbeApplication.</summary>
    EqualSingle,
    /// <summary>See ProbeApplication.</summary>
    IsNaNSingle,
    /// <summary>See ProbeApplication.</summary>
    IsFiniteSingle,
    /// <summary>See ProbeApplication.</summary>
    IsInfinitySingle,
    /// <summary>See ProbeApplication.</summary>
    IsNegativeSingle,
    /// <summary>See ProbeApplication.</summary>
    ToInt32Single,
    /// <summary>See ProbeApplication.</summary>
    ToUInt32Single,
    /// <summary>See ProbeApplication.</summary>
    ToInt64Single,
    /// <summary>See ProbeApplication.</summary>
    ToUInt64Single,
    /// <summary>See ProbeApplication.</summary>
    FromInt32Single,
    /// <summary>See ProbeApplication.</summary>
    FromUInt64Single,
    /// <summary>See ProbeApplication.</summary>
    FromInt64Single,
    /// <summary>See ProbeApplication.</summary>
    MinDouble,
    /// <summary>See ProbeApplication.</summary>
    MaxDouble,
    /// <summary>See ProbeApplication.</summary>
    AbsDouble,
    /// <summary>See ProbeApplication.</summary>
    ClampDouble,
    /// <summary>See ProbeApplication.</summary>
    AddDouble,
    /// <summary>See ProbeApplication.</summary>
    SubtractDouble,
    /// <summary>See ProbeApplication.</summary>
    MultiplyDouble,
    /// <summary>See ProbeApplication.</summary>
    DivideDouble,
    /// <summary>See ProbeApplication.</summary>
    LessDouble,
    /// <summary>See ProbeApplication.</summary>
    EqualDouble,
    /// <summary>See ProbeApplication.</summary>
    IsNaNDouble,
    /// <summary>See ProbeApplication.</summary>
    IsFiniteDouble,
    /// <summary>See ProbeApplication.</summary>
    IsInfinityDouble,
    /// <summary>See ProbeApplication.</summary>
    IsNegativeDouble,
    /// <summary>See ProbeApplication.</summary>
    ToInt32Double,
    /// <summary>See ProbeApplication.</summary>
    ToUInt32Double,
    /// <summary>See ProbeApplication.</summary>
    ToInt64Double,
    /// <summary>See ProbeApplication.</summary>
    ToUInt64Double,
    /// <summary>See ProbeApplication.</summary>
    FromInt32Double,
    /// <summary>See ProbeApplication.</summary>
    FromUInt64Double,
    /// <summary>See ProbeApplication.</summary>
    FromInt64Double,
    /// <summary>See ProbeApplication.</summary>
    SingleToDouble,
    /// <summary>See ProbeApplication.</summary>
    DoubleToSingle,
    /// <summary>See ProbeApplication.</summary>
    MathFAbs,
    /// <summary>See ProbeApplication.</summary>
    MathFMin,
    /// <summary>See ProbeApplication.</summary>
    MathFMax,
    /// <summary>See ProbeApplication.</summary>
    SignedBits,
    /// <summary>See ProbeApplication.</summary>
    FromSignedBits,
    /// <summary>See ProbeApplication.</summary>
    MinInt32,
    /// <summary>See ProbeApplication.</summary>
    MaxInt32,
    /// <summary>See ProbeApplication.</summary>
    MinUInt32,
    /// <summary>See ProbeApplication.</summary>
    MaxUInt32,
    /// <summary>See ProbeApplication.</summary>
    MinInt64,
    /// <summary>See ProbeApplication.</summary>
    MaxInt64,
    /// <summary>See ProbeApplication.</summary>
    MinUInt64,
    /// <summary>See ProbeApplication.</summary>
    MaxUInt64,
    /// <summary>See ProbeApplication.</summary>
    MinInt16,
    /// <summary>See ProbeApplication.</summary>
    MaxInt16,
    /// <summary>See ProbeApplication.</summary>
    MinUInt16,
    /// <summary>See ProbeApplication.</summary>
    MaxUInt16,
    /// <summary>See ProbeApplication.</summary>
    MinSByte,
    /// <summary>See ProbeApplication.</summary>
    MaxSByte,
    /// <summary>See ProbeApplication.</summary>
    MinByte,
    /// <summary>See ProbeApplication.</summary>
    MaxByte,
    /// <summary>See ProbeApplication.</summary>
    ClampInt32,
    /// <summary>See ProbeApplication.</summary>
    ClampUInt32,
    /// <summary>See ProbeApplication.</summary>
    ClampInt64,
    /// <summary>See ProbeApplication.</summary>
    ClampUInt64,
    /// <summary>See ProbeApplication.</summary>
    AbsInt32,
    /// <summary>See ProbeApplication.</summary>
    AbsInt64,
    /// <summary>See ProbeApplication.</summary>
    AbsInt16,
    /// <summary>See ProbeApplication.</summary>
    AbsSByte,
    /// <summary>See ProbeApplication.</summary>
    CopyBlock,
    /// <summary>See ProbeApplication.</summary>
    ClearBlock,
    /// <summary>See ProbeApplication.</summary>
    SpanSum,
    /// <summary>See ProbeApplication.</summary>
    SpanWrite,
    /// <summary>See ProbeApplication.</summary>
    Text,
    /// <summary>See ProbeApplication.</summary>
    Nullable,
    /// <summary>See ProbeApplication.</summary>
    Tuple,
    /// <summary>See ProbeApplication.</summary>
    Frames,
    /// <summary>See ProbeApplication.</summary>
    CheckedInt32,
    /// <summary>See ProbeApplication.</summary>
    CheckedUInt32,
    /// <summary>See ProbeApplication.</summary>
    CheckedInt64,
    /// <summary>See ProbeApplication.</summary>
    CheckedUInt64,
}
