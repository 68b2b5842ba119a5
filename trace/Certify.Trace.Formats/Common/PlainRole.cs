using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>What a link without a role says, by the item it stands at.</summary>
internal static class PlainRole
{
    /// <summary>The role for an item of a tier.</summary>
    public static string Of(ItemTier tier) => tier switch
    {
        ItemTier.System or ItemTier.Hlr or ItemTier.Llr => LinkRole.Satisfies,
        ItemTier.Design or ItemTier.Code => LinkRole.Implements,
        ItemTier.TestCase => LinkRole.Verifies,
        ItemTier.TestProcedure => LinkRole.Executes,
        ItemTier.Result => LinkRole.ResultOf,
        ItemTier.Review => LinkRole.Reviews,
        ItemTier.ProblemReport => LinkRole.Affects,
        _ => LinkRole.DependsOn,
    };
}
