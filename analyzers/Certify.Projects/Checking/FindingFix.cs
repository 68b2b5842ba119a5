namespace Certify.Projects.Checking;

/// <summary>A mechanical change that removes a finding.</summary>
/// <param name="Title">What it does, a short sentence without a full stop.</param>
/// <param name="Changes">The changes of the finding's file, in order of place; they do not overlap.</param>
public sealed record FindingFix(string Title, IReadOnlyList<TextReplacement> Changes);

/// <summary>Text that takes the place of other text. Lines and columns count from 1; the end is the place behind the last character.</summary>
/// <param name="StartLine">Line of the first character replaced.</param>
/// <param name="StartColumn">Its column.</param>
/// <param name="EndLine">Line of the end.</param>
/// <param name="EndColumn">Column of the end.</param>
/// <param name="Text">What stands there afterwards; may be empty.</param>
public sealed record TextReplacement(int StartLine, int StartColumn, int EndLine, int EndColumn, string Text);
