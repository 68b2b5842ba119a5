using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Certify.Machine;

namespace Certify.Testing;

/// <summary>The application in its host assembly: its port layouts, and a runner that executes it on .NET.</summary>
public abstract class HostApplication
{
    private const string InterfaceName = "Certify.ICyclicApplication`3";
    private string? _layoutHash;

    private protected HostApplication(Type type, Type state, Type inputs, Type outputs)
    {
        Type = type;
        State = FrameLayout.Of(state);
        Inputs = FrameLayout.Of(inputs);
        Outputs = FrameLayout.Of(outputs);
    }

    /// <summary>The type that implements the application.</summary>
    public Type Type { get; }

    /// <summary>Type of the state.</summary>
    public Type StateType => State.Type;

    /// <summary>Type of one input port message.</summary>
    public Type InputType => Inputs.Type;

    /// <summary>Type of one output port message.</summary>
    public Type OutputType => Outputs.Type;

    /// <summary>Bytes of one input port message.</summary>
    public int InputBytes => Inputs.Bytes;

    /// <summary>Bytes of one output port message.</summary>
    public int OutputBytes => Outputs.Bytes;

    /// <summary>Bytes of the state.</summary>
    public int StateBytes => State.Bytes;

    /// <summary>SHA-256 (lower-case hex) over names, offsets, kinds and sizes of all fields of the three structs.</summary>
    public string LayoutHash => _layoutHash ??= HashLayouts();

    internal FrameLayout State { get; }

    internal FrameLayout Inputs { get; }

    internal FrameLayout Outputs { get; }

    /// <summary>Starts the application on this .NET runtime. An exception in it ends a batch as a panic.</summary>
    public abstract IGuest Start();

    /// <summary>Finds the application of a host assembly.</summary>
    /// <param name="assembly">The host assembly.</param>
    /// <param name="typeName">Full name of the application type, needed where the assembly has several.</param>
    /// <exception cref="ArgumentException">None, several, or one whose ports cannot cross; the message says which.</exception>
    public static HostApplication Find(Assembly assembly, string? typeName = null)
    {
        (Type Type, Type Interface)[] found = [.. assembly.GetTypes()
            .Where(type => typeName is null || type.FullName == typeName)
            .SelectMany(type => type.GetInterfaces().Where(IsApplicationInterface).Select(i => (type, i)))
            .OrderBy(pair => pair.type.FullName, StringComparer.Ordinal)];
        string where = $"assembly '{assembly.GetName().Name}'";
        if (found.Length == 0)
        {
            throw new ArgumentException(
                $"{where} has no {(typeName is null ? "application" : $"application '{typeName}'")}; hint: implement Certify.ICyclicApplication");
        }

        if (found.Length > 1)
        {
            throw new ArgumentException(
                $"{where} has several applications ({string.Join(", ", found.Select(f => f.Type.FullName))}); hint: name one");
        }

        return Bind(found[0].Type, found[0].Interface);
    }

    private static bool IsApplicationInterface(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition().FullName == InterfaceName;

    private static HostApplication Bind(Type type, Type contract)
    {
        Type bound = typeof(HostApplication<,,>).MakeGenericType(contract.GetGenericArguments());
        try
        {
            return (HostApplication)Activator.CreateInstance(bound, type, type.GetInterfaceMap(contract))!;
        }
        catch (TargetInvocationException e) when (e.InnerException is ArgumentException inner)
        {
            throw new ArgumentException($"application '{type}': {inner.Message}", inner);
        }
    }

    private string HashLayouts()
    {
        var text = new StringBuilder();
        State.Describe(text, "state");
        Inputs.Describe(text, "inputs");
        Outputs.Describe(text, "outputs");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>The application with its types known, so that a frame costs one delegate call.</summary>
internal sealed class HostApplication<TState, TIn, TOut> : HostApplication
    where TState : unmanaged
    where TIn : unmanaged
    where TOut : unmanaged
{
    private readonly InitialiseState<TState> _initialise;
    private readonly StepFrame<TState, TIn, TOut> _step;

    public HostApplication(Type type, InterfaceMapping mapping)
        : base(type, typeof(TState), typeof(TIn), typeof(TOut))
    {
        _initialise = Method(mapping, "Initialise").CreateDelegate<InitialiseState<TState>>();
        _step = Method(mapping, "Step").CreateDelegate<StepFrame<TState, TIn, TOut>>();
    }

    public override IGuest Start() => new HostGuest<TState, TIn, TOut>(_initialise, _step);

    private static MethodInfo Method(InterfaceMapping mapping, string name) =>
        mapping.TargetMethods[Array.FindIndex(mapping.InterfaceMethods, m => m.Name == name)];
}

internal delegate void InitialiseState<TState>(out TState state);

internal delegate void StepFrame<TState, TIn, TOut>(ref TState state, in TIn inputs, out TOut outputs);
