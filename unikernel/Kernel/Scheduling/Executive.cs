namespace Certify.Kernel.Scheduling;

using System.Runtime.CompilerServices;
using Certify;
using Certify.Kernel.Health;
using Certify.Kernel.Panic;
using Certify.Kernel.Ports;

/// <summary>
/// The cyclic executive: one released frame, one step of the application. It owns the application's only
/// state and its messages, all of them sized at build.
/// </summary>
/// <typeparam name="TApplication">The program.</typeparam>
/// <typeparam name="TState">What it remembers between frames.</typeparam>
/// <typeparam name="TInputs">Its input message.</typeparam>
/// <typeparam name="TOutputs">Its output message.</typeparam>
[Requirement("KRN-LLR-042")]
internal static class Executive<TApplication, TState, TInputs, TOutputs>
    where TApplication : struct, ICyclicApplication<TState, TInputs, TOutputs>
    where TState : unmanaged
    where TInputs : unmanaged
    where TOutputs : unmanaged
{
    private static TState s_state;
    private static TInputs s_inputs;
    private static TOutputs s_outputs;

    /// <summary>Runs frames until the host asks for the end; does not return.</summary>
    [TaskLoop("frames come as long as the machine runs; the normal end is Machine.Exit")]
    [Requirement("KRN-LLR-046")]
    [Requirement("KRN-LLR-049")]
    [Modular("frames are counted modulo 2^32")]
    public static void Run()
    {
        PortLayout layout = new(Unsafe.SizeOf<TInputs>(), Unsafe.SizeOf<TOutputs>());
        HealthMonitor.Require(layout.Slots > 0);
        TApplication.Initialise(out s_state);
        Mailbox.Publish(in layout, Unsafe.SizeOf<TInputs>(), Unsafe.SizeOf<TOutputs>(), Unsafe.SizeOf<TState>());

        uint completed = 0;
        while (true)
        {
            bool stop = Mailbox.StopRequested;      // before the count, so that no frame released before is lost
            uint waiting = unchecked(Mailbox.Released - completed);
            HealthMonitor.Require(waiting <= (uint)layout.Slots);
            if (waiting > 0)
            {
                RunFrame(in layout, completed);
                completed = unchecked(completed + 1);
            }
            else
            {
                if (stop)
                {
                    Machine.Exit(Limits.VerdictStopped);
                }
            }
        }
    }

    [Requirement("KRN-LLR-043")]
    private static void RunFrame(in PortLayout layout, uint frame)
    {
        Mailbox.Receive(in layout, frame, out FrameHeader header, out s_inputs);
        Mailbox.BeginCase(header.CaseId);
        if ((header.Flags & FrameHeader.FlagRestart) != 0)
        {
            TApplication.Initialise(out s_state);
        }

        TApplication.Step(ref s_state, in s_inputs, out s_outputs);
        Mailbox.Complete(in layout, frame, in s_outputs);
    }
}
