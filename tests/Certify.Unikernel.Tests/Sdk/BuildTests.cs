using System.Security.Cryptography;
using Certify.Unikernel.Tests.Support;

namespace Certify.Unikernel.Tests.Sdk;

/// <summary>What the build does with an application that is in order, and with one that is not.</summary>
public sealed class BuildTests : IDisposable
{
    private const string HelloFolder = "unikernel/Apps/Hello";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("certify-unikernel-build-");

    public BuildTests() => Dotnet.CopyRepository(_folder.CreateSubdirectory("a folder/deeper").FullName);

    public void Dispose() => _folder.Delete(true);

    private string Root => Path.Combine(_folder.FullName, "a folder/deeper");

    private string Hello => Path.Combine(Root, HelloFolder);

    // @verifies KRN-HLR-010
    [Fact]
    public void Another_folder_gives_the_same_image_and_a_second_build_does_nothing()
    {
        var (exit, text) = Build();
        Assert.True(exit == 0, text);
        foreach (var name in new[] { "Hello.elf", "Hello.target.dll", "Hello.map.xml", "Hello.link.map", "Hello.ilc.log" })
            Assert.Equal(Sha256(Beside(Images.Hello, name)), Sha256(Path.Combine(Hello, "bin", Images.Configuration, "net10.0/certify/flight", name)));

        (exit, text) = Build("--no-restore", "-v", "n");
        Assert.Equal(0, exit);
        foreach (var step in new[] { "CertifyCompileTarget", "CertifyCompileNative", "CertifyAssemble", "CertifyLink" })
            Assert.Contains($"Skipping target \"{step}\"", text, StringComparison.Ordinal);
    }

    // @verifies KRN-HLR-011, KRN-LLR-029
    [Fact]
    public void A_static_that_is_not_computed_at_compile_time_fails_every_build_and_is_named()
    {
        File.WriteAllText(Path.Combine(Hello, "Late.cs"), """
            namespace Hello;

            internal static class Late
            {
                private static readonly int s_value = Count(3);

                public static int Value => s_value;

                private static int Count(int n) => n == 0 ? 0 : 1 + Count(n - 1);
            }
            """);
        var application = Path.Combine(Hello, "HelloApplication.cs");
        File.WriteAllText(application, File.ReadAllText(application).Replace("state.Frames = unchecked(state.Frames + 1);", "state.Frames += (uint)Late.Value;", StringComparison.Ordinal));
        foreach (var option in new[] { "-v:q", "--no-restore" })
        {
            var (exit, text) = Build(option);
            Assert.Equal(1, exit);
            Assert.Contains("error CERTIFYSDK011", text, StringComparison.Ordinal);
            Assert.Contains("Hello.Late", text, StringComparison.Ordinal);
            Assert.False(File.Exists(Path.Combine(Hello, "bin", Images.Configuration, "net10.0/certify/flight/Hello.elf")));
        }
    }

    // @verifies KRN-HLR-011, KRN-LLR-029
    [Fact]
    public void A_cast_between_references_or_an_object_made_at_run_time_does_not_link()
    {
        var application = Path.Combine(Hello, "HelloApplication.cs");
        File.WriteAllText(application, File.ReadAllText(application).Replace(
            "state.Frames = unchecked(state.Frames + 1);", "state.Frames++; object boxed = new uint[state.Frames]; state.Frames = boxed is string ? 1u : 2u;", StringComparison.Ordinal));
        var (exit, text) = Build();
        Assert.Equal(1, exit);
        Assert.Contains("undefined reference to `RhpNewArrayFast'", text, StringComparison.Ordinal);
    }

    // @verifies KRN-HLR-010 robustness
    [Fact]
    public void An_application_that_is_not_there_is_an_error_that_says_so()
    {
        var (exit, text) = Build("-p:CertifyApplication=Hello.Nobody");
        Assert.Equal(1, exit);
        Assert.Contains("error CERTIFYSDK003", text, StringComparison.Ordinal);
        Assert.Contains("struct Nobody", text, StringComparison.Ordinal);
    }

    private (int ExitCode, string Text) Build(params string[] more) =>
        Dotnet.Run(Hello, ["build", "Hello.csproj", "-c", Images.Configuration, "-nologo", .. more]);

    private static string Beside(string image, string name) => Path.Combine(Path.GetDirectoryName(image)!, name);

    private static string Sha256(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
