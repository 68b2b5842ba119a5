namespace Certify.Testing;

/// <summary>
/// Generates the cases of one property in batches. While a batch runs on the guest, the next one is
/// generated on another thread; every case has its own seed, so the thread changes nothing.
/// </summary>
internal sealed class CaseSource(
    SequenceProperty property, ulong propertySeed, IReadOnlyList<int> caseIndices, int batchBytes, Func<CaseBatch> newBatch)
{
    private readonly CaseBatch[] _batches = [newBatch(), newBatch()];
    private int _next;
    private int _turn;
    private Task<CaseBatch>? _ahead;

    /// <summary>The next batch, valid until the call after the next one; null when all cases were given.</summary>
    public CaseBatch? Next()
    {
        CaseBatch? current = _ahead is not null ? _ahead.GetAwaiter().GetResult() : Fill();
        _ahead = null;
        if (current is null || current.Fault is not null) return current;
        if (_next < caseIndices.Count) _ahead = Task.Run(() => Fill()!);
        return current;
    }

    /// <summary>Waits for generation that is under way, whose result nobody wants.</summary>
    public void Stop() => _ahead?.GetAwaiter().GetResult();

    private CaseBatch? Fill()
    {
        if (_next >= caseIndices.Count) return null;
        CaseBatch batch = _batches[_turn];
        _turn = 1 - _turn;
        batch.Clear();
        while (_next < caseIndices.Count && batch.Bytes < batchBytes)
        {
            int index = caseIndices[_next++];
            try
            {
                property.Generate(Seeds.OfCase(propertySeed, index), Seeds.SizeOfCase(index), index, batch);
            }
            catch (Exception e)
            {
                batch.Fault = (index, e);
                break;
            }
        }

        return batch;
    }
}
