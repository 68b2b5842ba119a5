using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Trace.Linking;

/// <summary>
/// Just enough of System for sources that come without references: constants fold, attributes bind, and the
/// commonest parameter types have their full names. Nothing is executed, and nothing of it is reported.
/// </summary>
internal static class CoreStub
{
    private const string Text = """
        namespace System
        {
            public class Object { } public abstract class ValueType { } public abstract class Enum : ValueType { }
            public struct Void { } public struct Boolean { } public struct Char { }
            public struct SByte { } public struct Byte { } public struct Int16 { } public struct UInt16 { }
            public struct Int32 { } public struct UInt32 { } public struct Int64 { } public struct UInt64 { }
            public struct IntPtr { } public struct UIntPtr { } public struct Single { } public struct Double { } public struct Decimal { }
            public sealed class String { } public abstract class Array { } public abstract class Delegate { } public abstract class MulticastDelegate : Delegate { }
            public abstract class Attribute { } public class Exception { } public class Type { } public interface IDisposable { } public struct Nullable<T> { }
            public ref struct Span<T> { } public ref struct ReadOnlySpan<T> { } public struct Memory<T> { } public struct ReadOnlyMemory<T> { }
            public delegate void Action(); public delegate void Action<T>(T a); public delegate R Func<R>(); public delegate R Func<T, R>(T a);
            public struct ValueTuple<A, B> { } public struct ValueTuple<A, B, C> { } public struct ValueTuple<A, B, C, D> { }
        }
        namespace System.Collections { public interface IEnumerable { } }
        namespace System.Collections.Generic
        {
            public interface IEnumerable<T> { } public interface IReadOnlyList<T> { } public interface IList<T> { } public class List<T> { }
            public class Dictionary<K, V> { } public interface IReadOnlyDictionary<K, V> { }
        }
        """;

    /// <summary>Gives the stub for a set, or null when the set has references or a core library of its own.</summary>
    public static SyntaxTree? For(IReadOnlyList<MetadataReference> references, IEnumerable<SyntaxTree> trees, CSharpParseOptions options) =>
        references.Count > 0 || trees.Any(DeclaresObject) ? null : CSharpSyntaxTree.ParseText(Text, options);

    private static bool DeclaresObject(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<ClassDeclarationSyntax>()
            .Any(c => c.Identifier.Text == "Object" && c.Parent is BaseNamespaceDeclarationSyntax { Name: IdentifierNameSyntax { Identifier.Text: "System" } });
}
