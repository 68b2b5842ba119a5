using System;

namespace Certify.Analyzers.Dispatch;

/// <summary>One or more rules threw: the message names each, since the compiler knows their common analyzer only.</summary>
internal sealed class RuleFaultException(string ruleId, Exception fault, RuleFaultException? before)
    : Exception((before is null ? "" : before.Message + "; ") + $"rule {ruleId} threw {fault.GetType().Name}: {fault.Message}", fault);
