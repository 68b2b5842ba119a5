using Certify.Analyzers.Documentation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Documentation;

public class ConditionalCompilationRuleTests
{
    // @verifies CFY-LLR-230
    [Fact]
    public Task Reports_symbols_that_no_list_has() => Verify<ConditionalCompilationRule>.Reports("""
        #if [|FLIGHT|]
        #elif [|GROUND|] && !([|TEST|] || LISTED)
        #endif
        static class P { }
        """, s => s with { Configurations = "LISTED" });

    [Fact]
    public Task Reports_directives_that_change_the_program_or_its_diagnostics() => Verify<ConditionalCompilationRule>.Reports("""
        #[|define|] A
        #[|undef|] B
        #[|pragma|] warning disable CS0169
        #[|pragma|] warning restore
        #[|nullable|] disable
        #[|nullable|] disable warnings
        #[|line|] 20 "other.cs"
        #[|line|] default
        #[|warning|] later
        static class P { }
        """);

    [Fact]
    public Task Reports_calls_that_vanish() => Verify<ConditionalCompilationRule>.Reports("""
        using System.Diagnostics;
        static class P { [[|Conditional("LOG")|]] static void Log() { } }
        """);

    [Fact]
    public Task Reports_warnings_switched_off_without_reason_or_number_in_the_core_library() => Verify<ConditionalCompilationRule>.Reports("""
        #[|pragma|] warning disable
        #[|pragma|] warning disable CS0169
        #[|pragma|] warning disable CFY1001 // A reason.
        #[|pragma|] warning disable CS0169, CFY1001 // A reason.
        static class P { }
        """, s => s with { Profile = "core" });

    // @verifies CFY-LLR-230
    [Fact]
    public Task Accepts_listed_configurations() => Verify<ConditionalCompilationRule>.Accepts("""
        #if FLIGHT
        #elif GROUND && true
        #else
        #endif
        static class P { }
        """, s => s with { Configurations = "FLIGHT|GROUND" });

    [Fact]
    public Task Accepts_directives_without_effect_on_the_program() => Verify<ConditionalCompilationRule>.Accepts("""
        #nullable enable
        #region Fields
        #endregion
        #nullable restore
        static class P { const string Text = "#if X"; /* #define Y */ }
        """);

    [Fact]
    public Task Accepts_numbered_compiler_warnings_with_reason_in_the_core_library() => Verify<ConditionalCompilationRule>.Accepts("""
        #pragma warning disable CS0169, IDE0051 // Written by the native compiler.
        #pragma warning restore CS0169, IDE0051
        static class P { }
        """, s => s with { Profile = "core" });
}
