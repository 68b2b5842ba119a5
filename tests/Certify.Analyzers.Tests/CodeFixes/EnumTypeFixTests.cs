using Certify.Analyzers.CodeFixes;
using Certify.Analyzers.Numeric;
using Fix = Certify.Analyzers.Tests.CodeFixes.Fixing<Certify.Analyzers.Numeric.ClosedEnumRule, Certify.Analyzers.CodeFixes.EnumTypeFix>;

namespace Certify.Analyzers.Tests.CodeFixes;

/// <summary>What <see cref="EnumTypeFix"/> makes of findings of <see cref="ClosedEnumRule"/>, and what it leaves alone.</summary>
public class EnumTypeFixTests
{
    // @verifies CFY-LLR-241
    [Fact]
    public Task Writes_the_type() => Fix.Gives(
        """
        enum Mode
        {
            Off,
            On,
        }
        """,
        """
        enum Mode : int
        {
            Off,
            On,
        }
        """);

    [Fact]
    public Task Writes_all_types() => Fix.GivesAll(
        """
        enum Mode { Off, On }
        enum Gear { Up, Down }
        """,
        """
        enum Mode : int { Off, On }
        enum Gear : int { Up, Down }
        """);

    [Fact]
    public Task Writes_the_type_once_where_there_are_more_findings() => Fix.GivesAll(
        """
        enum Mode
        {
            Off = 1,
            On,
        }
        """,
        """
        enum Mode : int
        {
            Off = 1,
            On,
        }
        """);

    [Fact]
    public Task Leaves_an_enum_without_zero() => Fix.LeavesAlone(
        """
        enum Mode : byte { Off = 1, On = 2 }
        """);
}
