using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.ControlFlow;

/// <summary>How the parts of a decision are joined.</summary>
internal enum Connective
{
    /// <summary>No part: one test that is true or false.</summary>
    Condition,

    /// <summary>No part and no test: always true.</summary>
    True,

    /// <summary>No part and no test: always false.</summary>
    False,

    /// <summary>The second part counts when the first holds.</summary>
    And,

    /// <summary>The second part counts when the first does not hold.</summary>
    Or,

    /// <summary>The opposite of the part.</summary>
    Not,

    /// <summary>The first part says whether the second or the third counts.</summary>
    Choice,
}

/// <summary>A decision as read from source: connectives over conditions.</summary>
internal sealed class Formula(Connective connective, SyntaxNode syntax, params Formula[] parts)
{
    /// <summary>How the parts are joined.</summary>
    public Connective Connective { get; } = connective;

    /// <summary>What was read.</summary>
    public SyntaxNode Syntax { get; } = syntax;

    /// <summary>In order of evaluation.</summary>
    public Formula[] Parts { get; } = parts;

    /// <summary>The conditions in order of evaluation; each occurrence counts.</summary>
    public IEnumerable<Formula> Conditions =>
        Connective == Connective.Condition ? [this] : Parts.SelectMany(part => part.Conditions);

    /// <summary>The operands of a chain of the same connective, with one operand for anything else.</summary>
    public IEnumerable<Formula> Operands(Connective chain) =>
        Connective == chain ? Parts.SelectMany(part => part.Operands(chain)) : [this];
}
