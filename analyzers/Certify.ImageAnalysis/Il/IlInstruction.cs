namespace Certify.ImageAnalysis.Il;

/// <summary>One instruction of the intermediate language, with what it refers to.</summary>
/// <param name="Method">Full name of the method that holds it, without parameters.</param>
/// <param name="Opcode">Name as ECMA-335 III writes it, for example "ldelem.i4".</param>
/// <param name="IsReferenceTypeMade">True for a newobj of a class of the assembly or outside it.</param>
public sealed record IlInstruction(string Method, string Opcode, bool IsReferenceTypeMade);
