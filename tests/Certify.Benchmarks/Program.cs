using System.Globalization;
using Certify.Benchmarks.Frames;
using Certify.Benchmarks.Rules;
using Certify.Benchmarks.Trace;

// dotnet run -c Release --project tests/Certify.Benchmarks [PATH]              frames per second of an application
// dotnet run -c Release --project tests/Certify.Benchmarks -- rules [quick]    cost of the rules in a build
// dotnet run -c Release --project tests/Certify.Benchmarks -- rules projects   'dotnet build' of whole projects, alone
// dotnet run -c Release --project tests/Certify.Benchmarks -- rules warm       builds by a compiler server that has warmed up, alone
// dotnet run -c Release --project tests/Certify.Benchmarks -- rules write DIR LINES    the generated program
// dotnet run -c Release --project tests/Certify.Benchmarks -- trace [quick]    cost of an audit of requirement traces
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["rules", "write", var folder, var lines]) return RuleBenchmark.Write(folder, int.Parse(lines));
if (args is ["rules", "projects"]) return RuleBenchmark.Projects();
if (args is ["rules", "warm"]) return RuleBenchmark.Warm();
if (args is ["trace", ..]) return TraceBenchmark.Run(Path.Combine(Toolset.Root, "artifacts", "tool", "certify.dll"), quick: args.Contains("quick"));
return args is ["rules", ..] ? RuleBenchmark.Run(quick: args.Contains("quick")) : FrameBenchmark.Run(args.Length > 0 ? args[0] : ".");
