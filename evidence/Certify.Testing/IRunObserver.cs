using Certify.Facts;
using Certify.Machine;

namespace Certify.Testing;

/// <summary>Told what happens, on the thread that called the runner. All members have empty defaults.</summary>
public interface IRunObserver
{
    /// <summary>A guest has been started (not on the host side); coverage counters may be cleared.</summary>
    void GuestStarted(IGuest guest) { }

    /// <summary>A test begins.</summary>
    void TestStarted(PropertyEntry entry, TestSide side) { }

    /// <summary>Cases of the running test so far, and frames of the whole run so far.</summary>
    void Progress(int cases, long frames) { }

    /// <summary>
    /// The cases of a test are done, before anything is shrunk. The target's guest, alive or dead, is still
    /// readable: coverage is collected here. Not called on the host side.
    /// </summary>
    void CasesDone(PropertyEntry entry, IGuest guest) { }

    /// <summary>A test has its result.</summary>
    void TestFinished(PropertyEntry entry, TestResult result, int testsDone, int testsTotal) { }
}
