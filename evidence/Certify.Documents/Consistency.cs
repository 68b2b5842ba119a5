using Certify.Facts;

namespace Certify.Documents;

/// <summary>Whether the fact files are about one revision and one image.</summary>
// @llr CFY-LLR-051
internal static class Consistency
{
    /// <summary>One sentence per contradiction; none where the facts fit together.</summary>
    public static IReadOnlyList<string> Check(DocumentInputs inputs)
    {
        var sentences = new List<string>();
        var revision = inputs.Project.Header.Revision;
        foreach (var (file, header) in Writers.Frame.FactFiles(inputs))
        {
            if (header is not null && header.Revision != revision)
                sentences.Add($"{file} was made from revision {SafeText.Short(header.Revision)}, the project facts from {SafeText.Short(revision)}.");
        }
        if (inputs.Image is { } image)
        {
            if (inputs.Tests is { } tests) Compare("results.json", tests.Header.ImageSha256);
            if (inputs.Machine is { } machine) Compare("image-analysis.json", machine.Header.ImageSha256);
            if (inputs.TargetCoverage is { } coverage) Compare("coverage-target.json", coverage.FlightImageSha256);

            void Compare(string file, string? digest)
            {
                if (digest is null or "") sentences.Add($"{file} does not say which image it is about.");
                else if (digest != image.Elf.Sha256)
                    sentences.Add($"{file} is about image {SafeText.Short(digest)}, the package holds image {SafeText.Short(image.Elf.Sha256)}.");
            }
        }
        foreach (var (path, digests) in Conflicts(inputs))
            sentences.Add($"{path} had different contents in different stages: {string.Join(", ", digests.Select(SafeText.Short))}.");
        return sentences;
    }

    /// <summary>Every input file of every stage: path, digests met (one where the stages agree), and the fact files it went into.</summary>
    public static IEnumerable<(string Path, IReadOnlyList<string> Digests, IReadOnlyList<string> Files)> Items(DocumentInputs inputs) =>
        Writers.Frame.FactFiles(inputs)
            .Where(entry => entry.Header is not null)
            .SelectMany(entry => entry.Header!.Inputs.Select(input => (input.Path, input.Sha256, entry.File)))
            .GroupBy(item => item.Path, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (
                group.Key,
                (IReadOnlyList<string>)[.. group.Select(item => item.Sha256).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                (IReadOnlyList<string>)[.. group.Select(item => item.File).Distinct(StringComparer.Ordinal)]));

    private static IEnumerable<(string Path, IReadOnlyList<string> Digests)> Conflicts(DocumentInputs inputs) =>
        Items(inputs).Where(item => item.Digests.Count > 1).Select(item => (item.Path, item.Digests));
}
