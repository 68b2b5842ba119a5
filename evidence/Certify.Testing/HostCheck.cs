using System.Reflection;
using Certify.Facts;

namespace Certify.Testing;

/// <summary>
/// Runs properties on the host from any unit test framework, so that an editor shows them and a host
/// coverage tool sees them. Needs no framework itself: a failed property is an exception.
/// </summary>
/// <example>
/// <code>
/// public static IEnumerable&lt;object[]&gt; Ids() => HostCheck.TestIds(typeof(Properties).Assembly);
/// [Theory, MemberData(nameof(Ids))]
/// public void Holds_on_host(string id) => HostCheck.Holds(typeof(Properties).Assembly, id);
/// </code>
/// </example>
public static class HostCheck
{
    /// <summary>The seed where none is given.</summary>
    public const ulong DefaultSeed = 1;

    /// <summary>Test ids of an assembly, one per row.</summary>
    /// <exception cref="InvalidOperationException">The catalogue has errors; the message lists them.</exception>
    public static IEnumerable<object[]> TestIds(Assembly properties) =>
        Catalogue(properties).Entries.Select(entry => new object[] { entry.TestId });

    /// <summary>Returns when the property holds for all its cases.</summary>
    /// <exception cref="PropertyFailedException">It does not; the message has case, table and replay line.</exception>
    public static void Holds(Assembly properties, string testId, ulong seed = DefaultSeed)
    {
        PropertyEntry entry = Catalogue(properties).Entries.FirstOrDefault(e => e.TestId == testId)
            ?? throw new PropertyFailedException($"'{testId}' is not in the assembly");
        HostApplication application = HostApplication.Find(entry.Create().InputType.Assembly);
        var runner = new PropertyRunner(application, null, new RunOptions { Seed = seed });
        TestResult result = runner.Run([entry], [TestSide.Host])[0];
        if (result.Verdict != Verdict.Passed) throw new PropertyFailedException(Describe(result));
    }

    /// <summary>A result that is no pass, as text: verdict, message, smallest case, panic, replay line.</summary>
    public static string Describe(TestResult result)
    {
        string?[] parts = [
            $"{result.Test} {result.Verdict} ({result.Side}): {result.Message}", result.Shrunk?.TrimEnd('\n'),
            result.Panic, result.Replay is null ? null : "replay: " + result.Replay];
        return string.Join('\n', parts.Where(part => part is not null));
    }

    private static PropertyCatalogue Catalogue(Assembly properties)
    {
        PropertyCatalogue catalogue = PropertyCatalogue.From(properties);
        if (catalogue.Errors.Count == 0) return catalogue;
        throw new InvalidOperationException(
            string.Join('\n', catalogue.Errors.Select(error => $"{error.TestId}: {error.Message}")));
    }
}

/// <summary>A property does not hold, or could not be run.</summary>
public sealed class PropertyFailedException(string message) : Exception(message);
