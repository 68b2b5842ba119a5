using Certify.Trace.Formats;

namespace Certify.Trace.Formats.Tests;

/// <summary>The list of formats as a whole.</summary>
public sealed class FormatListTests
{
    [Fact]
    public void Every_name_is_lower_case_and_given_once()
    {
        Assert.All(FormatList.Readers, r => Assert.Matches("^[a-z0-9-]+$", r.Name));
        Assert.Equal(FormatList.Readers.Count, FormatList.Readers.Select(r => r.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(FormatList.Writers.Count, FormatList.Writers.Select(w => w.Name).Distinct(StringComparer.Ordinal).Count());
    }

    // @verifies CFY-LLR-350, CFY-HLR-037
    [Fact]
    public void No_reader_claims_a_file_of_no_format() => Assert.Null(FormatList.ReaderOf("notes.txt", "shall"u8));

    [Fact]
    public void What_is_written_can_be_read() =>
        Assert.Empty(FormatList.Writers.Select(w => w.Name).Except(FormatList.Readers.Select(r => r.Name), StringComparer.Ordinal));
}
