using System.Diagnostics;
using System.Globalization;

namespace Certify.Documents.Tests;

public class RepeatTests
{
    // @verifies CFY-HLR-010, CFY-LLR-050
    [Theory, MemberData(nameof(OfficeFileTests.Kinds), MemberType = typeof(OfficeFileTests))]
    public void Writing_twice_gives_equal_bytes(string kind) =>
        AssertSame(OfficeFileTests.Files(kind), OfficeFileTests.Write(kind));

    // @verifies CFY-HLR-010
    [Fact]
    public void Culture_and_time_zone_leave_no_trace()
    {
        var expected = OfficeFileTests.Files("bad");
        var (culture, zone) = (CultureInfo.CurrentCulture, Environment.GetEnvironmentVariable("TZ"));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Odd();
            Environment.SetEnvironmentVariable("TZ", "Pacific/Chatham");
            TimeZoneInfo.ClearCachedData();
            AssertSame(expected, OfficeFileTests.Write("bad"));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void Two_thousand_requirements_take_seconds()
    {
        var inputs = Samples.Good() with { Trace = SampleTrace.Large(2000) };
        var watch = Stopwatch.StartNew();
        Assert.NotEmpty(DocumentSet.Write(inputs));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Order_of_facts_does_not_matter_where_it_means_nothing()
    {
        var inputs = Samples.Good();
        var turned = inputs with
        {
            Trace = inputs.Trace with
            {
                Requirements = [.. inputs.Trace.Requirements.Reverse()], Code = [.. inputs.Trace.Code.Reverse()], Tests = [.. inputs.Trace.Tests.Reverse()],
            },
            Tests = inputs.Tests! with { Results = [.. inputs.Tests.Results.Reverse()] },
            Objectives = inputs.Objectives with { Objectives = [.. inputs.Objectives.Objectives.Reverse()] },
        };
        AssertSame(DocumentSet.Write(inputs), DocumentSet.Write(turned));
    }

    // A culture of our own: the machine may have no culture data at all.
    private static CultureInfo Odd()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "minus";
        culture.NumberFormat.NumberDecimalSeparator = ";";
        culture.NumberFormat.NumberGroupSeparator = "_";
        culture.DateTimeFormat.ShortDatePattern = "yyyy!dd!MM";
        return culture;
    }

    private static void AssertSame(IReadOnlyList<(string Path, byte[] Bytes)> a, IReadOnlyList<(string Path, byte[] Bytes)> b)
    {
        Assert.Equal(a.Select(f => f.Path), b.Select(f => f.Path));
        for (var i = 0; i < a.Count; i++) Assert.True(a[i].Bytes.AsSpan().SequenceEqual(b[i].Bytes), a[i].Path);
    }
}
