using System.Text.Json;

namespace Hotline.Tidy.Tests;

/// <summary>What is restored is what was looked at: versions and hashes of all packages lie beside the projects.</summary>
public sealed class LockFileTests
{
    [Fact]
    public void Projects_each_lock_their_packages() =>
        Tree.Under("", ".csproj").Select(project => Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json").Replace('\\', '/'))
            .Except(Tree.Under("", "packages.lock.json")).ShouldBeEmpty();

    [Fact]
    public void No_lock_file_names_a_registry() => Tree.Under("", "packages.lock.json").Append("src/AgentHub/desk/package-lock.json")
        .Where(file => Tree.Read(file).Contains("\"resolved\": \"http", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Packages_each_have_their_hash()
    {
        var bare =
            from file in Tree.Under("", "packages.lock.json")
            from framework in JsonDocument.Parse(Tree.Read(file)).RootElement.GetProperty("dependencies").EnumerateObject()
            from package in framework.Value.EnumerateObject()
            where package.Value.GetProperty("type").GetString() != "Project" && !package.Value.TryGetProperty("contentHash", out _)
            select $"{file}: {package.Name}";
        bare.ShouldBeEmpty();
    }

    /// <summary>Nothing that comes with a package of the desk runs when it is installed.</summary>
    [Fact]
    public void Npm_runs_no_scripts_of_packages() => Tree.Read("src/AgentHub/desk/.npmrc").Split('\n').ShouldContain("ignore-scripts=true");
}
