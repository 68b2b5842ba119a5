#:property RestorePackagesWithLockFile=false
#:property PublishAot=false

// Reads the JSON report of a mutation run: prints survivors, files and categories as tables, and fails when a file or the whole is
// below the goal or nothing was tested.
//
//   dotnet run report.cs -- REPORT.json [GOAL]

using System.Globalization;
using System.Text.Json;

if (args.Length is 0 or > 2 || !File.Exists(args[0]))
{
    Console.Error.WriteLine("report.cs: error: no such report; hint: dotnet run report.cs -- REPORT.json [GOAL in percent]");
    return 2;
}

var goal = args.Length == 2 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 80;
using var report = JsonDocument.Parse(File.ReadAllText(args[0]));
var files = report.RootElement.GetProperty("files").EnumerateObject()
    .Select(file => new MutatedFile(file.Name.Replace('\\', '/'), file.Value))
    .Where(file => file.Counts.Tested + file.Counts.NotCounted > 0)
    .OrderBy(file => file.Name, StringComparer.Ordinal).ToList();

foreach (var file in files.Where(file => file.Alive.Count > 0))
{
    Console.WriteLine($"\n{file.Name}: {file.Counts.Score}");
    foreach (var line in file.Alive) Console.WriteLine("  " + line);
}

Console.WriteLine("\n| file | score | killed | timeout | survived | no coverage | not counted |\n|---|---|---|---|---|---|---|");
foreach (var file in files) Console.WriteLine(file.Counts.Row(file.Name));
Console.WriteLine("\n| category | score | killed | timeout | survived | no coverage | not counted |\n|---|---|---|---|---|---|---|");
foreach (var category in files.GroupBy(file => file.Name.Split('/')[0], StringComparer.Ordinal))
{
    Console.WriteLine(category.Aggregate(new Counts(), (sum, file) => sum + file.Counts).Row(category.Key));
}

var all = files.Aggregate(new Counts(), (sum, file) => sum + file.Counts);
Console.WriteLine(all.Row("all"));
if (all.Tested == 0)
{
    Console.Error.WriteLine("report.cs: error: no change was tested; hint: does the rule's name exist, and has the category tests?");
    return 1;
}

// One survivor in a file of a few changes is no figure; it is printed and read like the others.
var low = files.Where(file => file.Counts.Survived + file.Counts.NoCoverage > 1 && file.Counts.Percent < goal).ToList();
foreach (var file in low) Console.Error.WriteLine($"{file.Name}: error: score {file.Counts.Score} is below {goal} %");
return low.Count == 0 && all.Percent >= goal ? 0 : 1;

internal readonly record struct Counts(int Killed, int Timeout, int Survived, int NoCoverage, int NotCounted)
{
    public int Tested => Killed + Timeout + Survived + NoCoverage;

    public double Percent => 100.0 * (Killed + Timeout) / Math.Max(1, Tested);

    public string Score => Tested == 0 ? "-" : Percent.ToString("F1", CultureInfo.InvariantCulture) + " %";

    public string Row(string name) => $"| {name} | {Score} | {Killed} | {Timeout} | {Survived} | {NoCoverage} | {NotCounted} |";

    public static Counts operator +(Counts a, Counts b) => new(
        a.Killed + b.Killed, a.Timeout + b.Timeout, a.Survived + b.Survived, a.NoCoverage + b.NoCoverage, a.NotCounted + b.NotCounted);
}

internal sealed class MutatedFile
{
    private readonly string[] _source;

    public MutatedFile(string path, JsonElement file)
    {
        var parts = path.Split('/');
        Name = string.Join('/', parts[^2..]);
        _source = file.GetProperty("source").GetString()!.Split('\n');
        foreach (var mutant in file.GetProperty("mutants").EnumerateArray())
        {
            var status = mutant.GetProperty("status").GetString();
            Counts += status switch
            {
                "Killed" => new Counts(1, 0, 0, 0, 0),
                "Timeout" => new Counts(0, 1, 0, 0, 0),
                "Survived" => new Counts(0, 0, 1, 0, 0),
                "NoCoverage" => new Counts(0, 0, 0, 1, 0),
                // A change that does not compile, or that ends the process of the tests, as endless recursion does: nobody could miss it.
                "CompileError" or "RuntimeError" => new Counts(0, 0, 0, 0, 1),
                "Ignored" => default,
                _ => throw new InvalidDataException($"{Name}: status '{status}'; the run did not end"),
            };
            if (status is "Survived" or "NoCoverage") Alive.Add(Describe(mutant, status));
        }
    }

    public string Name { get; }

    public Counts Counts { get; }

    public List<string> Alive { get; } = [];

    private string Describe(JsonElement mutant, string status)
    {
        var (first, from) = Place(mutant, "start");
        var (last, to) = Place(mutant, "end");
        var line = _source[first - 1].TrimEnd('\r');
        var text = first == last ? line[(from - 1)..(to - 1)] : line[(from - 1)..] + " ...";
        var instead = mutant.GetProperty("replacement").GetString()!.Split('\n')[0];
        return $"{first}: {(status == "NoCoverage" ? "(not run) " : "")}{text} -> {instead}";
    }

    private static (int Line, int Column) Place(JsonElement mutant, string which)
    {
        var place = mutant.GetProperty("location").GetProperty(which);
        return (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32());
    }
}
