using System.Text;
using Certify.Cli.Tools;

namespace Certify.Cli.Stages;

/// <summary>
/// Results of stages by the content of their inputs. A key is the digest of everything the stage reads, the tool
/// itself included; a result is a folder that is moved into place whole, so a killed run leaves nothing half done.
/// </summary>
// @llr CFY-LLR-064
internal sealed class StageCache
{
    private const int KeptPerStage = 4;
    private const string Unfinished = ".next";
    private const int HeldOnLinux = 11, HeldOnMac = 35; // EWOULDBLOCK
    private readonly string _root;
    private readonly string _toolDigest;
    private FileStream? _held;

    /// <summary>Opens the cache.</summary>
    /// <param name="root">Folder of the cache.</param>
    /// <param name="toolDigest">Digest of the tool's own assemblies.</param>
    public StageCache(string root, string toolDigest)
    {
        _root = root;
        _toolDigest = toolDigest;
    }

    /// <summary>Digest of the tool's own assemblies: a changed tool reruns every stage.</summary>
    public static string DigestOfTool()
    {
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Order(StringComparer.Ordinal))
            text.Append(Path.GetFileName(file)).Append(' ').Append(Digest.OfFile(file)).Append('\n');
        return Digest.Of(text.ToString());
    }

    /// <summary>Where the folder that a stage is filling will be once it is complete.</summary>
    public static string PlaceOf(string into) => into[..^Unfinished.Length];

    /// <summary>Gives the folder of a stage's results, running the stage when its inputs were never seen.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="inputs">Digests, options, everything the result depends on, in a fixed order.</param>
    /// <param name="make">Fills the folder it is given. An exception leaves the cache as it was.</param>
    /// <returns>The folder, and whether it was there already.</returns>
    public (string Folder, bool Cached) Get(string stage, IEnumerable<string> inputs, Action<string> make)
    {
        var key = Digest.Of(string.Join('\n', inputs.Prepend(_toolDigest).Prepend(stage)));
        var folder = Path.Combine(_root, stage, key[..32]);
        if (_held is not null || Directory.Exists(folder)) return Find(stage, folder, make); // a stage within a stage, or nothing to do

        // Builds write into the project's own bin and obj: two runs at once take turns.
        using (_held = Take())
        {
            try
            {
                return Find(stage, folder, make);
            }
            finally
            {
                _held = null;
            }
        }
    }

    private (string Folder, bool Cached) Find(string stage, string folder, Action<string> make)
    {
        if (Directory.Exists(folder))
        {
            Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow);
            return (folder, true);
        }

        Directory.CreateDirectory(Path.Combine(_root, stage));
        foreach (var dead in Directory.GetDirectories(Path.Combine(_root, stage), "*" + Unfinished)) Directory.Delete(dead, recursive: true);
        var next = folder + Unfinished;
        Directory.CreateDirectory(next);
        try
        {
            make(next);
            Directory.Move(next, folder);
        }
        catch
        {
            if (Directory.Exists(next)) Directory.Delete(next, recursive: true);
            throw;
        }

        Trim(Path.Combine(_root, stage));
        return (folder, false);
    }

    /// <summary>Waits for the lock of the cache, which the system takes back from a run that was killed.</summary>
    private FileStream Take()
    {
        Directory.CreateDirectory(_root);
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(_root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e.HResult is HeldOnLinux or HeldOnMac)
            {
                Thread.Sleep(100);
            }
        }
    }

    private static void Trim(string stageFolder)
    {
        foreach (var old in new DirectoryInfo(stageFolder).GetDirectories()
            .OrderByDescending(d => d.LastWriteTimeUtc).Skip(KeptPerStage))
        {
            old.Delete(recursive: true);
        }
    }
}
