using System.Reflection;
using Certify.Image.Layout;

namespace Certify.Machine;

/// <summary>The three types of an application in its host assembly.</summary>
public sealed record PortTypes(Type Inputs, Type Outputs, Type State)
{
    private const string Contract = "Certify.ICyclicApplication`3";

    /// <summary>The host's layouts.</summary>
    /// <exception cref="GuestMismatchException">A type holds what a port cannot carry.</exception>
    public PortLayouts Layouts => new(PortLayout.Of(Inputs), PortLayout.Of(Outputs), PortLayout.Of(State));

    /// <summary>Finds the types by the application's type, the one that the project names in CertifyApplication.</summary>
    /// <param name="assembly">The host assembly.</param>
    /// <param name="application">Full name of the struct that implements ICyclicApplication.</param>
    /// <exception cref="GuestMismatchException">There is no such type, or it does not implement the interface.</exception>
    public static PortTypes OfApplication(Assembly assembly, string application)
    {
        var type = assembly.GetType(application, throwOnError: false)
            ?? throw new GuestMismatchException($"{assembly.GetName().Name}: has no type '{application}'; hint: check CertifyApplication in the project file");
        var contract = Array.Find(type.GetInterfaces(), i =>
            i.IsGenericType && string.Equals(i.GetGenericTypeDefinition().FullName, Contract, StringComparison.Ordinal))
            ?? throw new GuestMismatchException($"'{application}' does not implement ICyclicApplication<TState, TInputs, TOutputs>");
        var arguments = contract.GetGenericArguments();
        return new(arguments[1], arguments[2], arguments[0]);
    }
}
