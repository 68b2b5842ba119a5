using Certify.Coverage.Justifications;
using Certify.Coverage.Recording;
using Certify.Facts;

namespace Certify.Coverage.Tests;

/// <summary>Small building blocks shared by tests.</summary>
internal static class Sample
{
    public static FactHeader Header { get; } = new(
        CoverageFacts.Schema, "0.1.0", "certify coverage", "unversioned", false, [], 1, "1111");

    public const string Text = """
        namespace N;
        public static class Limit
        {
            public static int Clamp(int n, int low, int high)
            {
                if (n < low || n > high)
                {
                    return n < low ? low : high;
                }

                return n;
            }

            public static int Kind(int n) => n switch
            {
                0 => 10,
                1 => 11,
                _ => 12,
            };

            public static bool All(bool a, bool b, bool c) => (a && b) || c;
        }
        """;

    public static CoverageResult Build(CoverageRecorder recorder, string justifications = "") => CoverageFactsBuilder.Build(
        recorder, Header, "2222", _ => true, JustificationReader.Read([("justifications/j.md", justifications)]));
}
