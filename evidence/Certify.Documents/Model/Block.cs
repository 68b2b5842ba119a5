namespace Certify.Documents.Model;

/// <summary>A part of a document's body.</summary>
public abstract record Block;

/// <summary>A numbered heading.</summary>
/// <param name="Level">1 to 3; contents list levels 1 and 2.</param>
/// <param name="Text">Heading without its number.</param>
public sealed record Heading(int Level, string Text) : Block;

/// <summary>Running text.</summary>
public sealed record Paragraph(Rich Text) : Block;

/// <summary>Normative text: the sentence that binds.</summary>
public sealed record Normative(Rich Text) : Block;

/// <summary>Something a reader must not miss.</summary>
public sealed record Note(Rich Text) : Block;

/// <summary>A bulleted list.</summary>
public sealed record BulletList(IReadOnlyList<Rich> Items) : Block;

/// <summary>Fixed-width lines, kept as they are.</summary>
public sealed record CodeBlock(string Text) : Block;

/// <summary>Labelled lines under a requirement or a test: label and value, aligned.</summary>
public sealed record FieldList(IReadOnlyList<Field> Fields) : Block;

/// <summary>One labelled line.</summary>
public sealed record Field(string Label, Rich Value);
