// Attributes that the safe subset, the trace and the kernel know. Compiled into every application
// as source, matched by full name, and without any cost in the image: ILC drops them.
namespace Certify;

using System;

/// <summary>Names one requirement that the tagged type or member implements, by id (for example "FM-LLR-012").</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class RequirementAttribute : Attribute
{
    /// <summary>Ties the tagged element to the requirement with this id, verbatim.</summary>
    public RequirementAttribute(string id) { Id = id; }

    /// <summary>The requirement's id.</summary>
    public string Id { get; }
}

/// <summary>Declares a type that may use pointers because it is the boundary to hardware or the compiler.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
internal sealed class HardwareTypeAttribute : Attribute
{
    /// <summary>Declares the type with the reason why it cannot be written without pointers.</summary>
    public HardwareTypeAttribute(string reason) { Reason = reason; }

    /// <summary>Why the type needs pointers.</summary>
    public string Reason { get; }
}

/// <summary>Gives the greatest number of turns of the loops in the tagged method that have no counted form.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor, Inherited = false)]
internal sealed class LoopBoundAttribute : Attribute
{
    /// <summary>States the bound (turns, at least 0) and the reason it holds.</summary>
    public LoopBoundAttribute(int turns, string reason) { Turns = turns; Reason = reason; }

    /// <summary>Greatest number of turns.</summary>
    public int Turns { get; }

    /// <summary>Why no run can exceed it.</summary>
    public string Reason { get; }
}

/// <summary>Marks the one method of a task whose loop runs as long as the machine does.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
internal sealed class TaskLoopAttribute : Attribute
{
    /// <summary>Declares the endless loop with its reason.</summary>
    public TaskLoopAttribute(string reason) { Reason = reason; }

    /// <summary>Why the loop does not end.</summary>
    public string Reason { get; }
}
