namespace Certify;

using System;

/// <summary>Marks the method of a task: the kernel starts it once, and it waits for its release at one place of an endless loop.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
internal sealed class TaskAttribute : Attribute
{
    /// <summary>Declares the task.</summary>
    /// <param name="priority">1 (lowest) to 255; no task runs while one of a higher priority is ready.</param>
    /// <param name="periodMs">Least time between two releases, in milliseconds, at least 1.</param>
    public TaskAttribute(int priority, int periodMs) { Priority = priority; PeriodMs = periodMs; }

    /// <summary>Its priority, 1 to 255.</summary>
    public int Priority { get; }

    /// <summary>Least time between two releases, in milliseconds.</summary>
    public int PeriodMs { get; }
}
