using System.Reflection;
using Certify.Facts;
using Certify.Machine;

namespace Certify.Testing.Tests;

/// <summary>Runs one property with the fake guest.</summary>
internal static class Harness
{
    public static RunOptions Options { get; } = new() { Seed = 1, ReplayPath = "app" };

    public static HostApplication Application { get; } = HostApplication.Find(typeof(SampleProperties).Assembly);

    public static PropertyEntry Entry(string name) =>
        PropertyCatalogue.From(typeof(SampleProperties).Assembly).Entries.Single(e => e.Method.Name == name);

    [ThreadStatic] private static Func<SequenceProperty>? s_make;

    /// <summary>An entry around a property made in a test.</summary>
    public static PropertyEntry Entry(Func<SequenceProperty> make)
    {
        s_make = make;
        MethodInfo method = typeof(Harness).GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!;
        return new PropertyEntry("M:T.Made", "made", TestKind.NormalRange, ["T-LLR-001"], 50, method);
    }

    public static TestResult Run(string name, TestSide side, Func<IGuest>? start = null, RunOptions? options = null) =>
        Run(Entry(name), side, start, options);

    public static TestResult Run(PropertyEntry entry, TestSide side, Func<IGuest>? start = null, RunOptions? options = null) =>
        new PropertyRunner(Application, start ?? (() => new FakeGuest(FakeGuest.Healthy)), options ?? Options).Run([entry], [side])[0];

    public static string Text(TestResult result) => System.Text.Encoding.UTF8.GetString(FactJson.Write(result));

    private static SequenceProperty Make() => s_make!();
}
