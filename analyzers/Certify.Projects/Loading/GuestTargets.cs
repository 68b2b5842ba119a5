namespace Certify.Projects.Loading;

/// <summary>
/// Targets that the check brings into a project's evaluation, so that a project without the package is asked for the
/// same properties and files. A project with the package is left as it is.
/// </summary>
internal sealed class GuestTargets : IDisposable
{
    private const string Text = """
        <Project>
          <PropertyGroup>
            <_CertifyHasRecords Condition="Exists('$(MSBuildProjectDirectory)/certify.deviations.md') or Exists('$(MSBuildProjectDirectory)/deviations')">true</_CertifyHasRecords>
            <CertifyDate Condition="'$(CertifyDate)' == '' and '$(_CertifyHasRecords)' == 'true'">$([System.DateTime]::UtcNow.ToString('yyyy-MM-dd'))</CertifyDate>
          </PropertyGroup>
          <ItemGroup Condition="'$(_CertifyPropsImported)' != 'true'">
            <CompilerVisibleProperty Include="CertifyProfile;CertifyRuntimeRoot;CertifyCoreRoot;CertifyCompilerVersion;CertifyConfigurations;CertifyDate;CertifyDeviationDays;InvariantGlobalization;ProjectDir;IntermediateOutputPath;CompilerGeneratedFilesOutputPath" />
            <AdditionalFiles Include="$(MSBuildProjectDirectory)/certify.allow.txt" Condition="Exists('$(MSBuildProjectDirectory)/certify.allow.txt')" />
            <AdditionalFiles Include="$(MSBuildProjectDirectory)/certify.deviations.md" Condition="Exists('$(MSBuildProjectDirectory)/certify.deviations.md')" />
            <AdditionalFiles Include="$(MSBuildProjectDirectory)/deviations/*.md" />
          </ItemGroup>
          <PropertyGroup Condition="'$(CertifyAnswers)' != ''">
            <_CertifyAnswerFile>$(CertifyAnswers)/$(MSBuildProjectName).$([MSBuild]::StableStringHash('$(MSBuildProjectFullPath)'))</_CertifyAnswerFile>
            <GeneratedMSBuildEditorConfigFile>$(_CertifyAnswerFile).editorconfig</GeneratedMSBuildEditorConfigFile>
          </PropertyGroup>
          <Target Name="CertifyAnswer">
            <ItemGroup>
              <_CertifyLine Include="$([MSBuild]::Escape('$(MSBuildProjectFullPath)'))" />
              <_CertifyLine Include="=$([MSBuild]::Escape('$(CertifyApplication)'))" />
              <_CertifyLine Include="$([MSBuild]::Escape('$(TargetPath)'))" />
              <_CertifyLine Include="$([MSBuild]::Escape('$(RoslynTargetsPath)'))" />
              <_CertifyLine Include="$(NETCoreSdkVersion)" />
              <_CertifyLine Include="=$([MSBuild]::Escape('$(CertifyConfigurations)'))" />
              <_CertifyLine Include="@(CscCommandLineArgs)" />
            </ItemGroup>
            <WriteLinesToFile File="$(_CertifyAnswerFile).txt" Lines="@(_CertifyLine)" Overwrite="true" />
          </Target>
        </Project>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("certify-targets-").FullName;

    public GuestTargets()
    {
        Path = System.IO.Path.Combine(_folder, "Certify.Check.targets");
        File.WriteAllText(Path, Text);
    }

    /// <summary>The file, for CustomAfterMicrosoftCommonTargets.</summary>
    public string Path { get; }

    /// <summary>Removes the file.</summary>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
