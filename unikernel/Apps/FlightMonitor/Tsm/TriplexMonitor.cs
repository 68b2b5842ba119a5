namespace FlightMonitor;

using Certify;

/// <summary>Component TSM: one frame of the triplex signal monitor.</summary>
internal static class TriplexMonitor
{
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

    [Requirement("FM-LLR-043")]
    private static float Select(FailureCode reported, float last, in TsmInputs inputs)
    {
        float a = Branches.ForSelection(inputs.A, last);
        float b = Branches.ForSelection(inputs.B, last);
        float c = Branches.ForSelection(inputs.C, last);
        float selected;
        switch (reported)
        {
            case FailureCode.None:
                selected = Selection.MidValue(a, b, c);
                break;
            case FailureCode.BranchC:
                selected = Selection.Average(a, b);
                break;
            case FailureCode.BranchB:
                selected = Selection.Average(a, c);
                break;
            case FailureCode.BranchA:
                selected = Selection.Average(b, c);
                break;
            default:
                selected = last;
                break;
        }

        return selected;
    }

    [Requirement("FM-LLR-045")]
    private static bool PairDiffers(FailureCode reported, bool ab, bool bc, bool ac)
    {
        bool differs;
        switch (reported)
        {
            case FailureCode.None:
                differs = false;
                break;
            case FailureCode.BranchC:
                differs = ab;
                break;
            case FailureCode.BranchB:
                differs = ac;
                break;
            case FailureCode.BranchA:
                differs = bc;
                break;
            default:
                differs = true;
                break;
        }

        return differs;
    }
}
