using Certify.Facts;
using Certify.Trace.Formats.Tags;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Tags;

public sealed class TagReaderTests
{
    private static ReadOutcome Read(string path, string text) => new TagReader().Read([InputFile.FromText(path, text)], ReadOptions.Default);

    private static string Links(string path, string text) =>
        string.Join('\n', Read(path, text).Items.Select(i => $"{i.Id[(i.Id.IndexOf('#', StringComparison.Ordinal) + 1)..]} {i.Tier}: {string.Join(", ", i.Links.Select(l => $"{l.Role} {l.Target}{(l.TargetRevision is null ? "" : "@" + l.TargetRevision)}"))}"));

    // @verifies CFY-LLR-376, CFY-LLR-377
    [Fact]
    public void C_functions_and_types_are_found_and_strings_hold_no_tags()
    {
        const string Text = """"
            /* head of the file */
            #include <a.h>
            // @llr A-1
            #define LIMIT(x) \
                ((x) + 1)
            /** @req cES1008
             *  @satisfies A-2, A-3 */
            static __attribute__((noinline)) int f(int a, char c) {
                const char *s = "// @llr NO-1 \" /* @llr NO-2";
                if (c == '"' || c == '\'') { g(); } // @llr A-4
                return 0; /* a sentence about @llr */
            }
            // @llr A-5 \
            // @llr A-8
            struct point { int x; };
            int table[] = { 1, 2 };  // @llr A-6
            // [impl->dsn~stop~1, dsn~go~2>>utest, itest]
            void h(void);
            """";
        Assert.Equal(
            "LIMIT Code: implements A-1\nf Code: implements cES1008, implements A-2, implements A-3, implements A-4\npoint Code: implements A-5, implements A-8\n"
            + "table Code: implements A-6\nh Code: implements dsn~stop@1, implements dsn~go@2", Links("src/a.c", Text));
        var item = Read("src/a.c", Text).Items[1];
        Assert.Equal(("src/a.c#f", 8, "f"), (item.Id, item.Place.Line, item.Title));
        Assert.Equal(7, item.Links[1].Place!.Line);
        Assert.Equal("itest, utest", Read("src/a.c", Text).Items[^1].Attribute("Needs"));
    }

    // @verifies CFY-LLR-376, CFY-LLR-377
    [Fact]
    public void Cpp_members_tests_and_raw_strings_are_known()
    {
        const string Text = """"
            namespace n {
            template <typename T>
            // @llr A-1
            class Box final : public Base<T> {
              // @llr A-2
              bool operator==(const Box& o) const { return n == 1'000'000; }
              /// @llr A-3
              ~Box();
              const char* s = R"x( // @llr NO )x";
            };
            // @llr A-4
            auto Box::size() const -> int { return u8'"'; }
            // @verifies A-5 robustness
            TEST_F(BoxTest, Opens) { }
            }
            """";
        Assert.Equal("Box Code: implements A-1\nBox::operator== Code: implements A-2\nBox::~Box Code: implements A-3\nBox::size Code: implements A-4\nBoxTest.Opens TestCase: verifies A-5", Links("a.cpp", Text));
        Assert.Equal(TestKind.Robustness, Read("a.cpp", Text).Items[^1].TestKind);
    }

    // @verifies CFY-LLR-376, CFY-LLR-377
    [Fact]
    public void Rust_comments_nest_and_lifetimes_are_no_characters()
    {
        const string Text = """"
            /* a /* nested @llr */ // @llr NO */
            // @llr A-1
            #[inline]
            pub fn f<'a>(x: &'a str) -> char { let s = r#"" // @llr NO "#; '"' }
            impl Display for Thing {
                /// @llr A-2
                fn fmt(&self) { } // tail
            }
            // @verifies A-3
            #[test]
            fn checks() {}
            """";
        Assert.Equal("f Code: implements A-1\nThing::fmt Code: implements A-2\nchecks TestCase: verifies A-3", Links("a.rs", Text));
    }

    // @verifies CFY-LLR-376, CFY-LLR-377
    [Fact]
    public void Ada_python_csharp_and_assembly_have_rules_of_their_own()
    {
        Assert.Equal("Outer Code: implements A-4\nInner Code: implements A-1\nStop Code: implements A-2, implements A-3", Links("a.adb", """"
            package body P is
               procedure Outer is
                  -- @llr A-1
                  function Inner return Character is ('"');
                  --  @llr A-4
               begin
                  Put ("-- @llr NO ""x"" "); T'Image (1);
               end Outer;
               -- @llr A-2
               procedure Stop is
               begin
                  null; -- @llr A-3
               end Stop;
            end P;
            """"));
        Assert.Equal("C.m Code: implements A-1\ntest_m TestCase: verifies A-2", Links("a.py", """"
            """ # @llr NO """
            class C:
                # @llr A-1
                @property
                def m(self):
                    return '# @llr NO' + "\" # @llr NO"

            def test_m():
                # @verifies A-2
                pass
            """"));
        Assert.Equal("C::M Code: implements A-1", Links("a.cs", """"
            namespace N;
            class C
            {
                // @llr A-1
                [Fact(Skip = "x")]
                void M() { var s = @"\"; var t = """ // @llr NO """; }
            }
            """"));
        Assert.Equal("start Code: implements A-1, implements A-2\nstop Code: implements A-3", Links("a.S", """"
            # @llr A-1
            .globl start
            start:
                mov r0, #1 ; @llr A-2
            .Llocal:
                .ascii "# @llr NO"
            /* @llr A-3 */
            stop: ret
            """"));
    }

    // @verifies CFY-LLR-377
    [Fact]
    public void A_tag_without_id_is_a_finding_and_a_sentence_none()
    {
        var read = Read("a.c", "// @llr\nint f(void);\n// @req the thing\n// see @llr A-1 there\n// @requires A-2\n");
        Assert.Equal(["0:TRC-012", "1:TRC-014", "3:TRC-014"], read.Findings.Select(f => $"{f.Place.Line}:{f.Code}"));
        Assert.Empty(read.Items);
        Assert.Contains(Read("a.txt", "// @llr A-1").Findings, f => f.Code == "TRC-016");
    }

    // @verifies CFY-LLR-377
    [Fact]
    public void A_tag_at_nothing_stands_for_the_file_and_equal_names_are_told_apart()
    {
        Assert.Equal(["a.c"], Read("a.c", "int x;\n\n// @llr A-1\n").Items.Select(i => i.Id));
        Assert.Equal(["a.cpp#f", "a.cpp#f(2)"], Read("a.cpp", "// @llr A-1\nint f(int);\n// @llr A-2\nint f(char);\n").Items.Select(i => i.Id));
    }

    // @verifies CFY-LLR-376 robustness
    [Theory]
    [InlineData("a.c"), InlineData("a.cpp"), InlineData("a.rs"), InlineData("a.adb"), InlineData("a.py"), InlineData("a.cs"), InlineData("a.S")]
    public void Damaged_sources_are_read(string path) => FormatLaws.A_cut_file_is_read(new TagReader(), path, """"
        // @llr A-1 /* " ' R"( r#" """ @" # -- ; */ '\
        # @llr A-2
        -- @llr A-3
        fn f() { 'a' '\'' "x\"" } ); }} ]] class { struct ( #define
        """ ''' end x; procedure P is @ def g(: label: R"abc(
        """");
}
