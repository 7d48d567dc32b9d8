using System.Text;
using Hotline.AgentHub.Imports;
using MiniExcelLibs;

namespace Hotline.AgentHub.Tests.Imports;

/// <summary>Tables come as spreadsheets write them; what is something else is refused by its bytes.</summary>
public sealed class SheetReaderTests
{
    private const string Text = "原编号,诉求内容\r\nA-1,\"路灯不亮，\n请修\"\r\nA-2,停水\r\n";

    public static TheoryData<string, byte[]> Readable => new()
    {
        { "旧.csv", Encoding.UTF8.GetBytes(Text) },
        { "旧.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
        { "旧.CSV", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Text) },
        { "旧.xlsx", Workbook() },
    };

    public static TheoryData<string, byte[], string> Unreadable => new()
    {
        { "旧.xlsx", Encoding.UTF8.GetBytes(Text), "import-type" },
        { "旧.csv", Workbook(), "import-type" },
        { "旧.pdf", Encoding.UTF8.GetBytes(Text), "import-type" },
        { "旧.csv", [0x41, 0x00, 0x42], "import-type" },
        { "旧.csv", [0x41, 0xFF, 0xFF, 0x0A], "import-type" },
        { "旧.xlsx", [0x50, 0x4B, 0x03, 0x04, 0x00], "import-type" },
        { "旧.csv", Encoding.UTF8.GetBytes("原编号,诉求内容\n"), "import-nothing" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_table_is_read_whatever_wrote_it(string name, byte[] bytes)
    {
        var sheet = SheetReader.Read(name, bytes, out var refused).ShouldNotBeNull(name);

        refused.ShouldBe("");
        sheet.Headers.ShouldBe(["原编号", "诉求内容"]);
        sheet.Lines.Count.ShouldBe(2);
        sheet.Lines[0].Cells[1].ShouldStartWith("路灯不亮");
        sheet.Lines[1].Cells.ShouldBe(["A-2", "停水"]);
        sheet.Unreadable.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_table_is_refused(string name, byte[] bytes, string code)
    {
        SheetReader.Read(name, bytes, out var refused).ShouldBeNull();
        refused.ShouldBe(code);
    }

    [Fact]
    public void A_row_with_too_many_cells_is_named_and_the_others_are_read()
    {
        var sheet = SheetReader.Read("旧.csv", Encoding.UTF8.GetBytes("原编号,诉求内容\nA-1,a,b\nA-2,停水\n"), out _).ShouldNotBeNull();

        sheet.Unreadable.ShouldBe([2]);
        sheet.Lines.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    private static byte[] Workbook()
    {
        using var stream = new MemoryStream();
        MiniExcel.SaveAs(stream, new[]
        {
            new Dictionary<string, object> { ["原编号"] = "A-1", ["诉求内容"] = "路灯不亮" },
            new Dictionary<string, object> { ["原编号"] = "A-2", ["诉求内容"] = "停水" },
        });
        return stream.ToArray();
    }
}
