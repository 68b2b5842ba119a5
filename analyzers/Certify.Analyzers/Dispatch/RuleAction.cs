using System;

namespace Certify.Analyzers.Dispatch;

/// <summary>What one rule wants to be called for.</summary>
/// <param name="ruleId">The rule, named when the call throws.</param>
/// <param name="run">The call.</param>
internal readonly struct RuleAction<TContext>(string ruleId, Action<TContext> run)
{
    /// <summary>Calls all; one that throws keeps no other from being called.</summary>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static void RunAll(RuleAction<TContext>[] actions, TContext context)
    {
        RuleFaultException? fault = null;
        foreach (var action in actions)
        {
            try
            {
                action.Run(context);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                fault = new RuleFaultException(action.RuleId, e, fault);
            }
        }

        if (fault is not null) throw fault;
    }

    public string RuleId => ruleId;

    public void Run(TContext context) => run(context);
}
