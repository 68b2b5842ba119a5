namespace Certify;

using System;

/// <summary>Marks an interrupt handler: the processor calls it between any two instructions of tasks of lower priority.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
internal sealed class IsrAttribute : Attribute
{
    /// <summary>Declares the handler.</summary>
    /// <param name="priority">1 to 255, on the scale of task priorities; above every task that it interrupts.</param>
    public IsrAttribute(int priority) { Priority = priority; }

    /// <summary>Its priority, 1 to 255.</summary>
    public int Priority { get; }
}
