using Hotline.AgentHub.Config;

namespace Hotline.AgentHub.Tests.Config;

/// <summary>A city's own file goes before the common one.</summary>
public sealed class CityFilesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hotline-files").FullName;
    private readonly List<ConfigurationProblem> _problems = [];
    private readonly CityFiles _files;

    public CityFilesTests()
    {
        Directory.CreateDirectory(Own);
        Directory.CreateDirectory(Common);
        _files = new CityFiles(Own, _problems);
    }

    private string Own => Path.Combine(_root, "city");

    private string Common => Path.Combine(_root, "common");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Find_file_that_both_have_is_the_citys_own()
    {
        Write(Own, Common);
        _files.Find("a.csv").ShouldBe(Path.Combine(Own, "a.csv"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void Find_file_that_the_city_lacks_is_the_common_one(string end)
    {
        Write(Common);
        new CityFiles(Own + end, _problems).Find("a.csv").ShouldBe(Path.Combine(Common, "a.csv"));
    }

    /// <summary>Whoever reads that it is missing looks for it in the city's folder.</summary>
    [Fact]
    public void Find_file_that_nobody_has_is_named_in_the_citys_folder()
    {
        _files.Find("a.csv").ShouldBe(Path.Combine(Own, "a.csv"));
        _files.FindOptional("a.csv").ShouldBeNull();
        _files.Table("a.csv", "code").Rows.ShouldBeEmpty();
        _problems.ShouldHaveSingleItem().File.ShouldBe(Path.Combine(Own, "a.csv"));
    }

    [Fact]
    public void Table_mistakes_of_all_files_are_one_list()
    {
        Write(Own);
        _files.Table("a.csv", "code", "name");
        _files.Table("b.csv", "code");
        _problems.Select(p => Path.GetFileName(p.File)).ShouldBe(["a.csv", "b.csv"]);
    }

    private static void Write(params string[] folders)
    {
        foreach (var folder in folders)
        {
            File.WriteAllText(Path.Combine(folder, "a.csv"), "code\nx\n");
        }
    }
}
