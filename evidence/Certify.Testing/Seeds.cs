using System.Text;

namespace Certify.Testing;

/// <summary>
/// How seeds follow from the run's seed: property seed = Mix(run seed, hash of the test id), case seed =
/// Mix(property seed, case index), size = f(case index). So a case needs only seed, test id and index.
/// **Source:** FNV-1a (Fowler, Noll, Vo) and the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
/// </summary>
// @llr CFY-LLR-044
internal static class Seeds
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    public static ulong OfProperty(ulong runSeed, string testId) => Mix(runSeed, Hash(testId));

    public static ulong OfCase(ulong propertySeed, int caseIndex) => Mix(propertySeed, (ulong)caseIndex);

    /// <summary>FsCheck size of a case, 1 to 100. Steps of 37 reach small and large sizes early.</summary>
    public static int SizeOfCase(int caseIndex) => 1 + (int)((49 + 37L * caseIndex) % 100);

    public static ulong Mix(ulong seed, ulong index)
    {
        ulong z = seed + (index + 1) * GoldenGamma;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static ulong Hash(string text)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (byte b in Encoding.UTF8.GetBytes(text)) hash = (hash ^ b) * 0x100000001B3;
        return hash;
    }
}
