using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.DynamicCode;

public class DynamicCodeRuleTests
{
    // @verifies CFY-LLR-223
    [Fact]
    public Task Reports_dynamic_types_and_what_they_bind() => Verify<DynamicCodeRule>.Reports("""
        using System.Collections.Generic;
        static class P
        {
            static [|dynamic|]? s_field;
            static List<[|dynamic|]> A([|dynamic|] d) => [];
            static void B([|dynamic|] d) { [|d.F()|]; [|d.X|] = 1; int i = [|d[0]|]; }
            static object C([|dynamic|] d) => [|new List<int>(d)|];
        }
        """, s => s with { Profile = "host" });

    [Fact]
    public Task Reports_expression_trees() => Verify<DynamicCodeRule>.Reports("""
        using System;
        using System.Linq.Expressions;
        static class P
        {
            static Expression<Func<int, int>> A() => [|x => x + 1|];
            static Delegate B(LambdaExpression e) => [|e.Compile()|];
            static Expression C() => [|Expression.Constant(1)|];
        }
        """, s => s with { Profile = "host" });

    [Fact]
    public Task Reports_code_that_is_made_or_loaded() => Verify<DynamicCodeRule>.Reports("""
        using System;
        using System.Reflection;
        using System.Reflection.Emit;
        using System.Runtime.InteropServices;
        using System.Runtime.Loader;
        using System.Text.RegularExpressions;
        static class P
        {
            static object A() => [|new DynamicMethod("m", null, null)|];
            static Assembly B() => [|Assembly.Load("x")|];
            static Assembly C() => [|Assembly.LoadFrom("x")|];
            static Assembly D(AssemblyLoadContext c) => [|c.LoadFromAssemblyPath("x")|];
            static IntPtr E() => [|NativeLibrary.Load("x")|];
            static Regex F() => new("x", [|RegexOptions.Compiled|] | RegexOptions.Singleline);
            static object G() => [|new System.Xml.Serialization.XmlSerializer(typeof(int))|];
            static Func<string, Assembly> H() => [|Assembly.Load|];
        }
        """, s => s with { Profile = "host" });

    // @verifies CFY-LLR-223
    [Fact]
    public Task Accepts_the_word_in_names() => Verify<DynamicCodeRule>.Accepts("""
        namespace N { struct dynamic { public int X; } static class P { static int F(dynamic d) => d.X; static int dynamicCount; } }
        """);

    [Fact]
    public Task Accepts_lambdas_that_become_delegates() => Verify<DynamicCodeRule>.Accepts("""
        using System;
        using System.Linq;
        static class P
        {
            static Func<int, int> A() => static x => x + 1;
            static int B(int[] a) => a.Where(x => x > 1).Sum();
            static int C(int[] a) => (from x in a where x > 1 select x).First();
        }
        """, s => s with { Profile = "host" });

    [Fact]
    public Task Accepts_ordinary_reflection_and_patterns_on_the_host() => Verify<DynamicCodeRule>.Accepts("""
        using System.Reflection;
        using System.Text.RegularExpressions;
        static partial class P
        {
            static Assembly A() => typeof(P).Assembly;
            static object? B() => System.Activator.CreateInstance(typeof(object));
            static Regex C() => new("x", RegexOptions.CultureInvariant);
            static int E() => System.Reflection.Emit.OpCodes.Nop.Size;
            static string D() => nameof(RegexOptions.Compiled) + nameof(Assembly.Load);
        }
        """, s => s with { Profile = "host" });

    // @verifies CFY-LLR-223
    [Fact]
    public Task Accepts_names_of_operators_and_reading_of_trees() => Verify<DynamicCodeRule>.Accepts("""
        using System;
        using System.Linq.Expressions;
        using System.Reflection.Emit;
        static class P
        {
            static int A(ExpressionType kind, int a, int b) => kind switch { ExpressionType.Add => a + b, ExpressionType.Subtract => a - b, _ => 0 };
            static bool B(Expression e) => e.NodeType == ExpressionType.Constant && e.Type == typeof(int);
            static bool C(OpCode code) => code.FlowControl == FlowControl.Branch && code.OperandType != OperandType.InlineNone;
        }
        """, s => s with { Profile = "host" });

    [Fact]
    public Task Accepts_own_members_that_only_have_such_names() => Verify<DynamicCodeRule>.Accepts("""
        static class Assembly { public static int Load(int n) => n; public static int LoadFrom(int n) => n; }
        static class AppDomain { public static int ExecuteAssembly(int n) => n; }
        static class MethodInfo { public static int CreateDelegate(int n) => n; public static int Name => 1; }
        static class P
        {
            static int F(System.Reflection.MethodInfo m, System.AppDomain d) => Assembly.Load(1) + Assembly.LoadFrom(2) + AppDomain.ExecuteAssembly(3)
                + MethodInfo.CreateDelegate(4) + MethodInfo.Name + m.Name.Length + d.Id;
        }
        """);
}
