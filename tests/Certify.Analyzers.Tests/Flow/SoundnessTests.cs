using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Basic.Reference.Assemblies;
using Certify.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Tests.Flow;

/// <summary>
/// Random programs run with checked arithmetic: where every obligation of a line is proved, no input traps there.
/// Each step of a program has a line of its own, and the seeds are fixed.
/// </summary>
public class SoundnessTests
{
    private const int Programs = 120;
    private const int FirstSeed = 1;
    private const int InputsPerProgram = 25;

    // @verifies CFY-LLR-160
    [Fact]
    public void No_trap_where_all_obligations_are_proved()
    {
        var first = int.Parse(Environment.GetEnvironmentVariable("CERTIFY_SOUNDNESS_SEED") ?? "1", CultureInfo.InvariantCulture) + FirstSeed - 1;
        var text = new StringBuilder(RandomProgram.Shared.ReplaceLineEndings("\n"));
        for (var seed = first; seed < first + Programs; seed++) text.Append(new RandomProgram(seed).Write());
        var source = text.Append("}\n").ToString();

        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14), "/programs.cs", Encoding.UTF8);
        var compilation = CSharpCompilation.Create("Programs", [tree], Net100.References.All, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, checkOverflow: true, optimizationLevel: OptimizationLevel.Debug));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();

        // A constant that overflows or divides by zero is an error of the compiler; such programs are left out.
        var bad = errors.Select(e => tree.GetRoot().FindNode(e.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>()!).Distinct().ToList();
        Assert.True(bad.Count < Programs / 2, $"{bad.Count} programs do not compile: {string.Join("\n", errors.Take(5))}");
        var root = tree.GetRoot().RemoveNodes(bad, SyntaxRemoveOptions.KeepNoTrivia)!;
        tree = CSharpSyntaxTree.ParseText(root.ToFullString(), new CSharpParseOptions(LanguageVersion.CSharp14), "/programs.cs", Encoding.UTF8);
        compilation = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(tree);

        var (proved, open) = Analyse(compilation, tree);
        var assembly = Load(compilation);
        var wrong = Run(assembly, open, out var traps);
        Assert.True(wrong.Count == 0, $"{wrong.Count} traps at proved places:\n" + string.Join("\n", wrong.Take(10).Select(line => line + ": " + Line(tree, line))));

        // The test has teeth: much is proved, and the inputs do make programs trap.
        Assert.True(proved.Count > 150, $"only {proved.Count} lines are proved");
        Assert.True(traps > 300, $"only {traps} runs end in a trap");
    }

    private static string Line(SyntaxTree tree, int line) => tree.GetText().Lines[line - 1].ToString();

    private static (HashSet<int> Proved, HashSet<int> Open) Analyse(Compilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        HashSet<int> proved = [], open = [];
        foreach (var method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            var body = (IMethodBodyOperation)model.GetOperation(method)!;
            foreach (var obligation in MethodFlow.Analyse(ControlFlowGraph.Create(body), model.GetDeclaredSymbol(method)!, body, true, CancellationToken.None))
            {
                if (obligation.Kind is ObligationKind.Condition or ObligationKind.Shift) continue;
                var line = obligation.Operation.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                (obligation.Verdict == Verdict.Proved ? proved : open).Add(line);
            }
        }

        proved.ExceptWith(open);
        return (proved, open);
    }

    private static Assembly Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        image.Position = symbols.Position = 0;
        return new AssemblyLoadContext("programs", isCollectible: true).LoadFromStream(image, symbols);
    }

    private static List<int> Run(Assembly assembly, HashSet<int> open, out int traps)
    {
        var random = new Random(20260101);
        var type = assembly.GetType("Programs")!;
        var fuel = type.GetField("Fuel")!;
        var wrong = new HashSet<int>();
        var seen = new HashSet<(string, int)>();
        traps = 0;
        foreach (var method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Where(m => m.Name[0] == 'M'))
        {
            for (var i = 0; i < InputsPerProgram; i++)
            {
                fuel.SetValue(null, 40);
                try
                {
                    method.Invoke(null, [Number(random), Number(random), Number(random), (uint)Number(random), (byte)random.Next(256), Real(random), new int[random.Next(9)]]);
                }
                catch (TargetInvocationException e)
                {
                    traps++;
                    // Lines are costly to find, so each place is looked up once.
                    var at = new StackTrace(e.InnerException!).GetFrames().First(frame => frame.GetMethod()!.Module.Assembly == assembly);
                    if (!seen.Add((at.GetMethod()!.Name, at.GetILOffset()))) continue;
                    var line = new StackTrace(e.InnerException!, fNeedFileInfo: true).GetFrames()
                        .First(frame => frame.GetMethod()!.Module.Assembly == assembly).GetFileLineNumber();
                    if (!open.Contains(line)) wrong.Add(line);
                }
            }
        }

        return [.. wrong.Order()];
    }

    private static int Number(Random random) => random.Next(6) switch
    {
        0 => int.MaxValue - random.Next(3),
        1 => int.MinValue + random.Next(3),
        2 => random.Next(-300, 300),
        _ => random.Next(-2, 10),
    };

    private static float Real(Random random) => random.Next(6) switch
    {
        0 => float.NaN,
        1 => float.PositiveInfinity,
        2 => random.Next(-4, 1000),
        3 => (float)random.NextDouble() * 1e30f,
        _ => (float)random.NextDouble() * 10,
    };
}
