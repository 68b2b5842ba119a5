using System.Text;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests;

/// <summary>What holds for each format that is both read and written.</summary>
internal static class FormatLaws
{
    /// <summary>No item gets lost; what reads back otherwise than it was is in the list of losses, by item.</summary>
    public static void Whatever_changes_is_listed(IItemWriter writer, IItemReader reader, int sets = 100) => ItemGen.ForAll(items =>
    {
        var written = writer.Write(items, "set");
        var read = reader.Read(written.Files, ReadOptions.Default);
        Assert.DoesNotContain(read.Findings, f => f.Code != "TRC-008");
        Assert.Equal(items.Length, read.Items.Count);
        var changed = written.Losses.Select(l => l.Subject).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++)
        {
            if (!changed.Contains(items[i].Id)) Assert.Equal(ItemForm.Of(items[i]), ItemForm.Of(read.Items[i]));
        }
        Assert.Equal(Bytes(written), Bytes(writer.Write(items, "set")));
    }, sets);

    /// <summary>Items that the format can hold read back as they were.</summary>
    public static void What_fits_reads_back(IItemWriter writer, IItemReader reader, Func<TraceItem, int, TraceItem> fit, int sets = 100) => ItemGen.ForAll(items =>
    {
        TraceItem[] fitting = [.. items.Select(fit)];
        var written = writer.Write(fitting, "set");
        Assert.Empty(written.Losses);
        var read = reader.Read([.. written.Files.Reverse()], ReadOptions.Default);
        Assert.Empty(read.Findings);
        Assert.Equal(ItemForm.Of(fitting), ItemForm.Of(read.Items));
        Assert.All(written.Files, f => Assert.True(reader.Recognises(f.Path, f.Bytes.Span), f.Path));
    }, sets);

    /// <summary>A file cut anywhere is read without an exception, and the same way twice.</summary>
    public static void A_cut_file_is_read(IItemReader reader, string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i <= 50; i++)
        {
            var file = new InputFile(path, bytes.AsMemory(0, bytes.Length * i / 50));
            var (once, twice) = (reader.Read([file], ReadOptions.Default), reader.Read([file], ReadOptions.Default));
            Assert.Equal(ItemForm.Of(once.Items), ItemForm.Of(twice.Items));
            Assert.Equal(once.Findings, twice.Findings);
            Assert.Equal(once.Losses, twice.Losses);
        }
    }

    /// <summary>Text without empty lines around it, without carriage returns, and never empty.</summary>
    public static string Block(string text)
    {
        var lines = text.Replace("\r", "", StringComparison.Ordinal).Split('\n').SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse();
        return string.Join('\n', lines) is { Length: > 0 } block ? block : "block";
    }

    /// <summary>Text on one line.</summary>
    public static string Line(string text) => text.ReplaceLineEndings(" ");

    private static string Bytes(WriteOutcome written) => string.Join('\n', written.Files.Select(f => f.Path + Convert.ToBase64String(f.Bytes.Span)));
}
