namespace Certify.Kernel.Boot;

using Certify;
using Certify.Kernel.Console;
using Certify.Kernel.Scheduling;

/// <summary>
/// Start order of the C# part, top to bottom. Platform has set up everything before: there is no memory to
/// clear, no static to initialise and no device to find.
/// </summary>
[Requirement("KRN-LLR-048")]
internal static class Startup
{
    /// <summary>Greets on the console, then runs the application; does not return.</summary>
    public static void Run<TApplication, TState, TInputs, TOutputs>()
        where TApplication : struct, ICyclicApplication<TState, TInputs, TOutputs>
        where TState : unmanaged
        where TInputs : unmanaged
        where TOutputs : unmanaged
    {
        DebugConsole.Write("certify: ready\n"u8);
        Executive<TApplication, TState, TInputs, TOutputs>.Run();
    }
}
