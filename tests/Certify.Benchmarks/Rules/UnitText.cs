using System.Globalization;

namespace Certify.Benchmarks.Rules;

/// <summary>The sources of a generated unit, and of the groups that hold units together.</summary>
internal static class UnitText
{
    private static readonly string[] s_modes = ["Standby", "Arming", "Active", "Degraded", "Holding", "Released"];

    /// <summary>The files of a unit: end of the name and text.</summary>
    public static IEnumerable<(string Suffix, string Text)> Files(UnitShape unit) =>
    [
        ("Mode", Mode(unit)), ("Inputs", Inputs(unit)), ("Outputs", Outputs(unit)), ("State", State(unit)),
        ("Limits", LimitText(unit)), ("Curve", CurveText(unit)), ("Machine", Machine(unit)), ("Vote", Vote(unit)), ("", Step(unit)),
    ];

    /// <summary>The files of a group.</summary>
    public static IEnumerable<(string Suffix, string Text)> Group(string name, IReadOnlyList<string> members)
    {
        foreach (var kind in new[] { "Inputs", "Outputs", "State" })
        {
            yield return (kind, Struct(name + kind, $"The {kind.ToLowerInvariant()} of the members of {name}.", "BM-LLR-900",
                members.Select(member => ($"The {kind.ToLowerInvariant()} of {member}.", $"{member}{kind}", member))));
        }

        yield return ("", $$"""
            namespace Bench;

            using Certify;

            /// <summary>Steps the members of {{name}} in order.</summary>
            internal static class {{name}}
            {
                /// <summary>Sets the state before the first frame.</summary>
                [Requirement("BM-LLR-900")]
                public static void Initialise(out {{name}}State state)
                {
            {{Lines(members.Select(m => $"        {m}.Initialise(out state.{m});"))}}
                }

                /// <summary>One frame.</summary>
                [Requirement("BM-LLR-900")]
                public static void Step(ref {{name}}State state, in {{name}}Inputs inputs, out {{name}}Outputs outputs)
                {
            {{Lines(members.Select(m => $"        {m}.Step(ref state.{m}, in inputs.{m}, out outputs.{m});"))}}
                }
            }
            """);
    }

    /// <summary>The application that steps the root.</summary>
    public static string Application(string root) => $$"""
        namespace Bench;

        using Certify;

        /// <summary>The application: one step is one frame of 10 ms.</summary>
        public struct BenchApplication : ICyclicApplication<{{root}}State, {{root}}Inputs, {{root}}Outputs>
        {
            /// <summary>Sets the state before the first frame.</summary>
            [Requirement("BM-LLR-901")]
            public static void Initialise(out {{root}}State state)
            {
                {{root}}.Initialise(out state);
            }

            /// <summary>One frame.</summary>
            [Requirement("BM-LLR-901")]
            public static void Step(ref {{root}}State state, in {{root}}Inputs inputs, out {{root}}Outputs outputs)
            {
                {{root}}.Step(ref state, in inputs, out outputs);
            }
        }
        """;

    private static string Mode(UnitShape unit) => $$"""
        namespace Bench;

        using Certify;

        /// <summary>What {{unit.Name}} is doing.</summary>
        [Requirement("{{unit.Requirement}}")]
        public enum {{unit.Name}}Mode : int
        {
        {{Lines(s_modes.Take(unit.Modes).Select((mode, i) => $"    /// <summary>State {i}: {mode}.</summary>\n    {mode} = {i},").ToArray(), "\n\n")}}
        }
        """;

    private static string Inputs(UnitShape unit) => Struct(unit.Name + "Inputs", $"The inputs of {unit.Name} in one frame.", unit.Requirement,
        Channels(unit).Select(c => ($"Channel {c}, in m/s; usable from -{unit.Limit} to {unit.Limit}.", "float", c))
            .Append(("The pilot requests the function. One byte, 0 or 1.", "bool", "Request"))
            .Append(("The crew resets the latch. One byte, 0 or 1.", "bool", "Reset")));

    private static string Outputs(UnitShape unit) => Struct(unit.Name + "Outputs", $"What {unit.Name} reports in one frame.", unit.Requirement,
    [
        ("The state after this frame.", unit.Name + "Mode", "Mode"), ("The selected value, in m/s.", "float", "Value"),
        ("The entry of the table that was used.", "int", "Index"), ("The failure is latched.", "bool", "Latched"),
    ]);

    private static string State(UnitShape unit) => Struct(unit.Name + "State", $"What {unit.Name} remembers between frames.", unit.Requirement,
    [
        ("The state of the machine.", unit.Name + "Mode", "Mode"), ("The value of the frame before, in m/s.", "float", "Value"),
        ($"Frames of disagreement, 0 to {unit.Frames + 1}.", "int", "Count"), ("The failure is latched.", "bool", "Latched"),
    ]);

    private static string LimitText(UnitShape unit) => $$"""
        namespace Bench;

        using Certify;

        /// <summary>The limits of {{unit.Name}} and the decisions that use them.</summary>
        internal static class {{unit.Name}}Limits
        {
            /// <summary>Greatest magnitude of a usable channel, in m/s.</summary>
            [Requirement("{{unit.Requirement}}")]
            private const float UsableMax = {{unit.Limit}}.0f;

            /// <summary>Greatest change from frame to frame, in m/s.</summary>
            [Requirement("{{unit.Requirement}}")]
            private const float StepMax = {{unit.Limit / 10}}.5f;

            /// <summary>Frames of disagreement until the failure is latched.</summary>
            [Requirement("{{unit.Requirement}}")]
            private const int FramesMax = {{unit.Frames}};

            /// <summary>True for a number from the negative to the positive limit; false for NaN.</summary>
            [Requirement("{{unit.Requirement}}")]
            public static bool IsUsable(float channel)
            {
                return channel >= -UsableMax && channel <= UsableMax;
            }

            /// <summary>The channel when it is usable, else the value before, in m/s.</summary>
            [Requirement("{{unit.Requirement}}")]
            public static float Usable(float channel, float before)
            {
                return IsUsable(channel) ? channel : before;
            }

            /// <summary>The value, moved towards the target by no more than one step, in m/s.</summary>
            [Requirement("{{unit.Requirement}}")]
            public static float Approach(float before, float target)
            {
                float change = target - before;
                float next;
                if (change > StepMax)
                {
                    next = before + StepMax;
                }
                else if (change < -StepMax)
                {
                    next = before - StepMax;
                }
                else
                {
                    next = target;
                }

                return next;
            }

            /// <summary>The count of frames after this one; it stops one above the limit.</summary>
            /// <param name="before">The count after the frame before, frames, 0 to {{unit.Frames + 1}}.</param>
            /// <param name="disagree">The channels disagree in this frame.</param>
            [Requirement("{{unit.Requirement}}")]
            public static int Count(int before, bool disagree)
            {
                int count;
                if (!disagree)
                {
                    count = 0;
                }
                else if (before >= 0 && before <= FramesMax)
                {
                    count = before + 1;
                }
                else
                {
                    count = FramesMax + 1;
                }

                return count;
            }

            /// <summary>Whether the failure is latched after this frame.</summary>
            [Requirement("{{unit.Requirement}}")]
            public static bool Latch(bool latched, int count, bool reset)
            {
                return count > FramesMax || (latched && !reset);
            }
        }
        """;

    private static string CurveText(UnitShape unit) => $$"""
        namespace Bench;

        using System;
        using Certify;

        /// <summary>The table of {{unit.Name}}: thresholds in rising order.</summary>
        internal static class {{unit.Name}}Curve
        {
            /// <summary>Number of thresholds.</summary>
            [Requirement("{{unit.Requirement}}")]
            private const int Points = {{unit.Points}};

            /// <summary>The thresholds, in m/s.</summary>
            [Requirement("{{unit.Requirement}}")]
            private static readonly float[] s_thresholds = [{{string.Join(", ", Enumerable.Range(1, unit.Points).Select(i => Number(unit.Limit * i / (double)(unit.Points + 1))))}}];

            /// <summary>How many thresholds lie below the value: 0 to the number of points.</summary>
            [Requirement("{{unit.Requirement}}")]
            public static int Index(float value)
            {
                int below = 0;
                for (int i = 0; i < Points; i++)
                {
                    if (value > s_thresholds[i] && below < Points)
                    {
                        below = below + 1;
                    }
                }

                return below;
            }

            /// <summary>The weight of an entry in per cent, 0 to 100.</summary>
            [Requirement("{{unit.Requirement}}")]
            public static int Weight(int index)
            {
                return index switch
                {
        {{Lines(Enumerable.Range(0, unit.Points).Select(i => $"            {i} => {100 * i / unit.Points},"))}}
                    _ => 100,
                };
            }
        }
        """;

    private static string Machine(UnitShape unit)
    {
        var modes = s_modes.Take(unit.Modes).ToList();
        return $$"""
            namespace Bench;

            using Certify;

            /// <summary>The state machine of {{unit.Name}}.</summary>
            internal static class {{unit.Name}}Machine
            {
                /// <summary>What follows a code that is no state.</summary>
                [Requirement("{{unit.Requirement}}")]
                private const {{unit.Name}}Mode AfterCorruption = {{unit.Name}}Mode.Standby;

                /// <summary>The state after one frame that starts in <paramref name="mode"/>.</summary>
                [Requirement("{{unit.Requirement}}")]
                public static {{unit.Name}}Mode Next({{unit.Name}}Mode mode, in {{unit.Name}}Inputs inputs, bool failed)
                {
                    return mode switch
                    {
            {{Lines(modes.Select(mode => $"            {unit.Name}Mode.{mode} => From{mode}(in inputs, failed),"))}}
                        _ => AfterCorruption,
                    };
                }

            {{Lines(modes.Select((mode, i) => From(unit, mode, modes[(i + 1) % modes.Count], modes[Math.Max(0, i - 1)])).ToArray(), "\n\n")}}
            }
            """;
    }

    private static string From(UnitShape unit, string mode, string next, string back) => $$"""
            [Requirement("{{unit.Requirement}}")]
            private static {{unit.Name}}Mode From{{mode}}(in {{unit.Name}}Inputs inputs, bool failed)
            {
                {{unit.Name}}Mode next;
                if (failed || inputs.Reset)
                {
                    next = {{unit.Name}}Mode.{{back}};
                }
                else if (inputs.Request)
                {
                    next = {{unit.Name}}Mode.{{next}};
                }
                else
                {
                    next = {{unit.Name}}Mode.{{mode}};
                }

                return next;
            }
        """;

    private static string Vote(UnitShape unit) => $$"""
        namespace Bench;

        using Certify;

        /// <summary>Selects one value from the channels of {{unit.Name}}.</summary>
        internal static class {{unit.Name}}Vote
        {
            /// <summary>Greatest difference of channels that agree, in m/s.</summary>
            [Requirement("{{unit.Requirement}}")]
            private const float AgreeMax = {{unit.Limit / 20}}.25f;

            /// <summary>The lesser of two values, in m/s.</summary>
            [Requirement("{{unit.Requirement}}")]
            private static float Lesser(float a, float b)
            {
                return a < b ? a : b;
            }

            /// <summary>The greater of two values, in m/s.</summary>
            [Requirement("{{unit.Requirement}}")]
            private static float Greater(float a, float b)
            {
                return a > b ? a : b;
            }

            /// <summary>The middle of the first three channels, in m/s.</summary>
            [Requirement("{{unit.Requirement}}")]
            public static float Middle(in {{unit.Name}}Inputs inputs, float before)
            {
        {{Lines(Channels(unit).Take(3).Select(c => $"        float {c.ToLowerInvariant()} = {unit.Name}Limits.Usable(inputs.{c}, before);"))}}
                return Greater(Lesser(a, b), Lesser(Greater(a, b), c));
            }

            /// <summary>Whether the channels disagree.</summary>
            /// <param name="inputs">The inputs of this frame.</param>
            /// <param name="before">The value of the frame before, in m/s.</param>
            [Requirement("{{unit.Requirement}}")]
            public static bool Disagree(in {{unit.Name}}Inputs inputs, float before)
            {
                float least = {{unit.Name}}Limits.Usable(inputs.A, before);
                float most = least;
        {{Lines(Channels(unit).Skip(1).Select(c => $"        least = Lesser(least, {unit.Name}Limits.Usable(inputs.{c}, before));\n        most = Greater(most, {unit.Name}Limits.Usable(inputs.{c}, before));"))}}
                return most - least > AgreeMax;
            }
        }
        """;

    private static string Step(UnitShape unit) => $$"""
        namespace Bench;

        using Certify;

        /// <summary>{{unit.Name}}: vote, limit, latch and mode of one signal.</summary>
        internal static class {{unit.Name}}
        {
            /// <summary>Sets the state before the first frame.</summary>
            [Requirement("{{unit.Requirement}}")]
            public static void Initialise(out {{unit.Name}}State state)
            {
                state.Mode = {{unit.Name}}Mode.Standby;
                state.Value = 0.0f;
                state.Count = 0;
                state.Latched = false;
            }

            /// <summary>One frame.</summary>
            [Requirement("{{unit.Requirement}}")]
            public static void Step(ref {{unit.Name}}State state, in {{unit.Name}}Inputs inputs, out {{unit.Name}}Outputs outputs)
            {
                bool disagree = {{unit.Name}}Vote.Disagree(in inputs, state.Value);
                float middle = {{unit.Name}}Vote.Middle(in inputs, state.Value);
                state.Value = {{unit.Name}}Limits.Approach(state.Value, middle);
                state.Count = {{unit.Name}}Limits.Count(state.Count, disagree);
                state.Latched = {{unit.Name}}Limits.Latch(state.Latched, state.Count, inputs.Reset);
                state.Mode = {{unit.Name}}Machine.Next(state.Mode, in inputs, state.Latched);
                outputs.Mode = state.Mode;
                outputs.Value = state.Value;
                outputs.Index = {{unit.Name}}Curve.Weight({{unit.Name}}Curve.Index(state.Value));
                outputs.Latched = state.Latched;
            }
        }
        """;

    private static string Struct(string name, string summary, string requirement, IEnumerable<(string Summary, string Type, string Name)> fields) => $$"""
        namespace Bench;

        using System.Runtime.InteropServices;
        using Certify;

        /// <summary>{{summary}}</summary>
        [Requirement("{{requirement}}")]
        [StructLayout(LayoutKind.Sequential)]
        public struct {{name}}
        {
        {{Lines(fields.Select(f => $"    /// <summary>{f.Summary}</summary>\n    public {f.Type} {f.Name};").ToArray(), "\n\n")}}
        }
        """;

    private static IEnumerable<string> Channels(UnitShape unit) => Enumerable.Range(0, unit.Channels).Select(i => ((char)('A' + i)).ToString());

    private static string Lines(IEnumerable<string> lines, string between = "\n") => string.Join(between, lines);

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture) + "f";
}
