using System.Text;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;

namespace Hotline.AgentHub.Tests.Config;

/// <summary>A table as people write it: what can be read is read, and each mistake is named with its line.</summary>
public sealed class CsvTableTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly List<ConfigurationProblem> _problems = [];

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Read_rows_have_their_cells_and_lines()
    {
        var table = Read("# a note\n\ncode,name\nlaw, 公共法律服务 \n# another\n\"a,b\",\"says \"\"x\"\"\"\n");
        table.Rows.Select(r => (r["code"], r["name"], r.Line)).ShouldBe([("law", "公共法律服务", 4), ("a,b", "says \"x\"", 6)]);
        _problems.ShouldBeEmpty();
    }

    /// <summary>As Excel saves it.</summary>
    [Fact]
    public void Read_byte_order_mark_and_windows_line_ends_are_no_mistake()
    {
        var table = Read("\ufeffcode,name\r\nlaw,公共法律服务\r\n");
        table.Rows.ShouldHaveSingleItem()["name"].ShouldBe("公共法律服务");
        _problems.ShouldBeEmpty();
    }

    [Fact]
    public void Read_row_with_too_many_cells_is_named_and_the_others_are_read()
    {
        var table = Read("code,name\na,b,c\nlaw,x\n");
        table.Rows.ShouldHaveSingleItem()["code"].ShouldBe("law");
        _problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Line.ShouldBe(2), p => p.Text.ShouldContain("2 cells"));
    }

    [Theory]
    [InlineData("code\nx\n", "name", "missing")]
    [InlineData("code,name,colour\nx,y,z\n", "colour", "unknown")]
    public void Read_header_that_does_not_fit_is_named_and_no_row_is_read(string text, string column, string problem)
    {
        Read(text).Rows.ShouldBeEmpty();
        _problems.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(p => p.Column.ShouldBe(column), p => p.Text.ShouldContain(problem), p => p.Line.ShouldBe(1));
    }

    [Fact]
    public void Read_no_such_file_is_named()
    {
        CsvTable.Read(_file + ".none", ["code"], _problems).Rows.ShouldBeEmpty();
        _problems.ShouldHaveSingleItem().Text.ShouldContain("is missing");
    }

    [Fact]
    public void Read_what_is_not_utf_8_is_named()
    {
        File.WriteAllBytes(_file, [.. Encoding.ASCII.GetBytes("code\n"), 0xB7, 0xA8]);
        CsvTable.Read(_file, ["code"], _problems).Rows.ShouldBeEmpty();
        _problems.ShouldHaveSingleItem().Text.ShouldContain("UTF-8");
    }

    [Fact]
    public void Row_empty_cell_that_is_required_is_named_with_its_place()
    {
        var row = Read("code,name\nlaw,\n").Rows.Single();
        row.Required("code").ShouldBe("law");
        row.Required("name").ShouldBeNull();
        _problems.ShouldHaveSingleItem().ToString().ShouldBe($"{_file}:2 [name]: is empty; write a value");
    }

    [Fact]
    public void Row_parts_are_without_blanks_and_empty_ones() =>
        Read("code,name\na; b ;;c,x\n").Rows.Single().Parts("code", ';').ShouldBe(["a", "b", "c"]);

    private CsvTable Read(string text)
    {
        File.WriteAllText(_file, text);
        return CsvTable.Read(_file, ["code", "name"], _problems);
    }
}
