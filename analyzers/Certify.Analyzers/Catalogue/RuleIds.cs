namespace Certify.Analyzers.Catalogue;

/// <summary>Ids of the rules that an analyzer decides. An id is never reused; <c>rules.csv</c> holds all of them.</summary>
public static class RuleIds
{
    /// <summary>Objects are not created on a heap.</summary>
    public const string HeapObject = "CFY1001";

    /// <summary>An array is a read-only table of constants.</summary>
    public const string ConstantArray = "CFY1002";

    /// <summary>Values are not boxed.</summary>
    public const string Boxing = "CFY1003";

    /// <summary>Delegates, lambdas and events are not used.</summary>
    public const string Delegate = "CFY1004";

    /// <summary>Iterators and async methods are not used.</summary>
    public const string StateMachine = "CFY1005";

    /// <summary>Strings are not built at run time.</summary>
    public const string StringBuilding = "CFY1006";

    /// <summary>A params parameter is a span.</summary>
    public const string ParamsSpan = "CFY1007";

    /// <summary>Short forms that allocate are not used.</summary>
    public const string HiddenAllocation = "CFY1008";

    /// <summary>foreach walks arrays, spans and inline arrays only.</summary>
    public const string ForEach = "CFY1009";

    /// <summary>Types whose members the compiler writes are not declared.</summary>
    public const string SynthesisedType = "CFY1010";

    /// <summary>stackalloc has a constant size and stands outside loops.</summary>
    public const string StackAlloc = "CFY1011";

    /// <summary>Unsafe code stands in declared hardware types only.</summary>
    public const string Unsafe = "CFY1012";

    /// <summary>Library members that replace pointers are not called.</summary>
    public const string PointerSubstitute = "CFY1013";

    /// <summary>Fields overlap in declared register maps only.</summary>
    public const string OverlappingLayout = "CFY1014";

    /// <summary>References stay inside the method that took them.</summary>
    public const string ReferenceEscape = "CFY1015";

    /// <summary>Arguments passed by reference do not alias.</summary>
    public const string Aliasing = "CFY1016";

    /// <summary>Structs are not copied in secret or in bulk.</summary>
    public const string StructCopy = "CFY1017";

    /// <summary>goto is not used.</summary>
    public const string Goto = "CFY1101";

    /// <summary>A switch handles every value.</summary>
    public const string Switch = "CFY1102";

    /// <summary>Every statement can be reached.</summary>
    public const string Unreachable = "CFY1103";

    /// <summary>Every member is called or declared deactivated.</summary>
    public const string Uncalled = "CFY1104";

    /// <summary>A condition can take both values.</summary>
    public const string InvariantCondition = "CFY1105";

    /// <summary>A body is a block that holds a statement.</summary>
    public const string BlockBody = "CFY1106";

    /// <summary>An else-if chain ends with else.</summary>
    public const string ElseIf = "CFY1107";

    /// <summary>A method has one exit.</summary>
    public const string SingleExit = "CFY1108";

    /// <summary>A for loop counts and leaves its counter alone.</summary>
    public const string CountedLoop = "CFY1109";

    /// <summary>An expression does not assign.</summary>
    public const string NestedAssignment = "CFY1110";

    /// <summary>Conditions and getters have no side effect.</summary>
    public const string ConditionSideEffect = "CFY1111";

    /// <summary>Mixed operators are parenthesised.</summary>
    public const string OperatorGrouping = "CFY1112";

    /// <summary>Methods stay small and simple.</summary>
    public const string Complexity = "CFY1113";

    /// <summary>Decisions use short-circuit operators.</summary>
    public const string ShortCircuit = "CFY1114";

    /// <summary>A decision's diagram is a tree.</summary>
    public const string DecisionTree = "CFY1115";

    /// <summary>Integer arithmetic stays in range.</summary>
    public const string Overflow = "CFY1201";

    /// <summary>A narrowing conversion is written out and in range.</summary>
    public const string Narrowing = "CFY1202";

    /// <summary>A divisor is not zero.</summary>
    public const string Division = "CFY1203";

    /// <summary>An index is inside its bounds.</summary>
    public const string Index = "CFY1204";

    /// <summary>A shift count is smaller than the width.</summary>
    public const string Shift = "CFY1205";

    /// <summary>Sign and number kind change by a cast only.</summary>
    public const string NumericCategory = "CFY1206";

    /// <summary>Floating-point values are not compared for equality.</summary>
    public const string FloatEquality = "CFY1207";

    /// <summary>NaN and infinity are handled where they can arise.</summary>
    public const string FloatRange = "CFY1208";

    /// <summary>An enum holds declared values only.</summary>
    public const string ClosedEnum = "CFY1209";

    /// <summary>Only number types of fixed meaning are used.</summary>
    public const string NumericType = "CFY1210";

    /// <summary>Numbers have names.</summary>
    public const string MagicNumber = "CFY1211";

    /// <summary>Arithmetic says whether it is checked.</summary>
    public const string ArithmeticContext = "CFY1212";

    /// <summary>A dereferenced reference is not null.</summary>
    public const string NullDereference = "CFY1301";

    /// <summary>object, type tests and array covariance are not used.</summary>
    public const string TypeTest = "CFY1302";

    /// <summary>Conversions that types define are explicit.</summary>
    public const string UserConversion = "CFY1303";

    /// <summary>Generics have value constraints and finitely many instances.</summary>
    public const string GenericConstraint = "CFY1304";

    /// <summary>Equals, GetHashCode and ToString are not a protocol.</summary>
    public const string ObjectProtocol = "CFY1305";

    /// <summary>A type is static, sealed or a struct.</summary>
    public const string ClosedType = "CFY1401";

    /// <summary>Class hierarchies are shallow and listed.</summary>
    public const string Hierarchy = "CFY1402";

    /// <summary>A dispatched call has a closed list of targets.</summary>
    public const string Dispatch = "CFY1403";

    /// <summary>A constructor neither dispatches nor leaks its object.</summary>
    public const string ConstructorDispatch = "CFY1404";

    /// <summary>A name does not hide another.</summary>
    public const string Hiding = "CFY1405";

    /// <summary>Interface members have no body.</summary>
    public const string DefaultInterfaceMember = "CFY1406";

    /// <summary>An override keeps its base's contract.</summary>
    public const string OverrideContract = "CFY1407";

    /// <summary>Overloads cannot be mistaken for each other.</summary>
    public const string Overload = "CFY1408";

    /// <summary>Interfaces serve as generic constraints only.</summary>
    public const string InterfaceConstraint = "CFY1409";

    /// <summary>Finalizers and disposal are not used.</summary>
    public const string Finalizer = "CFY1410";

    /// <summary>State is private.</summary>
    public const string PrivateState = "CFY1411";

    /// <summary>Shared state stands in protected objects.</summary>
    public const string SharedState = "CFY1501";

    /// <summary>Threads and locks come from the kernel only.</summary>
    public const string Threading = "CFY1502";

    /// <summary>The set of tasks is fixed.</summary>
    public const string StaticTask = "CFY1503";

    /// <summary>Ceilings are declared and taken in order.</summary>
    public const string Ceiling = "CFY1504";

    /// <summary>An interrupt handler is short and never waits.</summary>
    public const string InterruptHandler = "CFY1505";

    /// <summary>Waiting has a limit.</summary>
    public const string BoundedWait = "CFY1506";

    /// <summary>A variable is written before it is read.</summary>
    public const string Uninitialised = "CFY1601";

    /// <summary>Statics are initialised by the compiler.</summary>
    public const string StaticInitialisation = "CFY1602";

    /// <summary>The default of a type is a value it allows.</summary>
    public const string ValidDefault = "CFY1603";

    /// <summary>What is stored is read.</summary>
    public const string DeadStore = "CFY1604";

    /// <summary>throw is not used.</summary>
    public const string Throw = "CFY1701";

    /// <summary>try, using and lock are not used.</summary>
    public const string Try = "CFY1702";

    /// <summary>A called member cannot fail.</summary>
    public const string TotalMember = "CFY1703";

    /// <summary>A result is used.</summary>
    public const string UnusedResult = "CFY1704";

    /// <summary>An assertion is a contract without side effect.</summary>
    public const string Assertion = "CFY1705";

    /// <summary>The program stops in one place only.</summary>
    public const string FailStop = "CFY1706";

    /// <summary>Code is not made or bound at run time.</summary>
    public const string DynamicCode = "CFY1801";

    /// <summary>Types are not inspected at run time.</summary>
    public const string Reflection = "CFY1802";

    /// <summary>Function pointers stand in declared tables only.</summary>
    public const string FunctionPointer = "CFY1803";

    /// <summary>Library members are on the allow list.</summary>
    public const string AllowList = "CFY1804";

    /// <summary>Access checks and calls are not rewritten.</summary>
    public const string Rewriting = "CFY1805";

    /// <summary>Native code is called at the boundary only.</summary>
    public const string NativeCall = "CFY1806";

    /// <summary>A loop has a bound.</summary>
    public const string LoopBound = "CFY1901";

    /// <summary>Calls form no cycle.</summary>
    public const string Recursion = "CFY1902";

    /// <summary>Execution time can be analysed.</summary>
    public const string ExecutionTime = "CFY1904";

    /// <summary>What is acquired is released on every path.</summary>
    public const string AcquireRelease = "CFY1906";

    /// <summary>A member names the requirement it implements.</summary>
    public const string RequirementTag = "CFY2001";

    /// <summary>A deviation is a record.</summary>
    public const string Deviation = "CFY2003";

    /// <summary>Interfaces state units and ranges.</summary>
    public const string InterfaceDocumentation = "CFY2004";

    /// <summary>Nothing unfinished is left.</summary>
    public const string Leftover = "CFY2005";

    /// <summary>Conditional compilation uses listed symbols.</summary>
    public const string ConditionalCompilation = "CFY2006";

    /// <summary>Names and files follow one pattern.</summary>
    public const string Naming = "CFY2007";

    /// <summary>Values from outside have contracts.</summary>
    public const string BoundaryContract = "CFY2008";

    /// <summary>Language and tools are pinned.</summary>
    public const string PinnedTools = "CFY2101";

    /// <summary>Compiler switches are as prescribed.</summary>
    public const string CompilerSwitch = "CFY2102";

    /// <summary>Findings cannot be suppressed.</summary>
    public const string Suppression = "CFY2104";
}
