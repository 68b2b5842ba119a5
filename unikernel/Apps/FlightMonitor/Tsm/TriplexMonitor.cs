namespace FlightMonitor;

using Certify;

/// <summary>Component TSM: one frame of the triplex signal monitor.</summary>
internal static class TriplexMonitor
{
    /// <summary>What is said of the pair for a code that is no branch.</summary>
    [Requirement("FM-LLR-046")]
    private const bool NotConfirmed = true;

    /// <summary>Sets the state before the first frame.</summary>
    [Requirement("FM-LLR-031")]
    public static void Initialise(out TsmState state)
    {
        state.SelectedValue = 0.0f;
        state.FailureCode = FailureCode.None;
        state.PersistenceCount = 0;
    }

    /// <summary>Compares the branches, times a miscompare, reports a failure and selects a value.</summary>
    [Requirement("FM-LLR-044")]
    public static void Step(ref TsmState state, in TsmInputs inputs, out TsmOutputs outputs)
    {
        float trip = Branches.TripLevel(inputs.TripLevel);
        bool ab = Branches.Differ(inputs.A, inputs.B, trip);
        bool bc = Branches.Differ(inputs.B, inputs.C, trip);
        bool ac = Branches.Differ(inputs.A, inputs.C, trip);
        FailureCode odd = Branches.OddOneOut(ab, bc, ac);

        int limit = Persistence.Limit(inputs.PersistenceLimit);
        int before = state.PersistenceCount;
        state.PersistenceCount = Persistence.Count(before, limit, odd);
        state.FailureCode = Persistence.Latch(state.FailureCode, before, limit, odd);

        outputs.PairDiffers = PairDiffers(state.FailureCode, ab, bc, ac);
        if (!Persistence.IsSecondInProgress(state.FailureCode, before, limit, odd))
        {
            state.SelectedValue = Select(state.FailureCode, state.SelectedValue, in inputs);
        }

        outputs.SelectedValue = state.SelectedValue;
        outputs.FailureCode = state.FailureCode;
        outputs.PersistenceCount = state.PersistenceCount;
        outputs.Miscompare = odd;
    }

    [Requirement("FM-LLR-043"), Requirement("FM-LLR-046")]
    private static float Select(FailureCode reported, float lastSelected, in TsmInputs inputs)
    {
        float a = Branches.ForSelection(inputs.A, lastSelected);
        float b = Branches.ForSelection(inputs.B, lastSelected);
        float c = Branches.ForSelection(inputs.C, lastSelected);
        return reported switch
        {
            FailureCode.None => Selection.MidValue(a, b, c),
            FailureCode.BranchC => Selection.Average(a, b),
            FailureCode.BranchB => Selection.Average(a, c),
            FailureCode.BranchA => Selection.Average(b, c),
            _ => lastSelected,
        };
    }

    [Requirement("FM-LLR-045"), Requirement("FM-LLR-046")]
    private static bool PairDiffers(FailureCode reported, bool ab, bool bc, bool ac)
    {
        return reported switch
        {
            FailureCode.None => false,
            FailureCode.BranchC => ab,
            FailureCode.BranchB => ac,
            FailureCode.BranchA => bc,
            _ => NotConfirmed,
        };
    }
}
