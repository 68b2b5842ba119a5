using Xunit;

namespace FlightMonitor.Properties;

/// <summary>Runs every property on the host, so that an editor shows them and host coverage sees them.</summary>
public sealed class PropertiesOnHost
{
    /// <summary>The test ids of this assembly.</summary>
    public static IEnumerable<object[]> Ids() => HostCheck.TestIds(typeof(PropertiesOnHost).Assembly);

    /// <summary>Fails with the smallest case found when a property does not hold.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Holds_on_host(string id) => HostCheck.Holds(typeof(PropertiesOnHost).Assembly, id);
}
