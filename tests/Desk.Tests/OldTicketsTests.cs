using System.Text;
using Hotline.Testkit;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>导入 and 附件: a dispatcher brings a ticket of before in, and its unit attaches a scan to it.</summary>
[Collection(DeskStories.Name)]
public sealed class OldTicketsTests(Browser browser)
{
    private const string Dispatcher = "3001", Handler = "4001";
    private const string Title = "旧系统转入：包公湖栏杆松动";

    private const string Rows =
        "工单编号,受理时间,诉求类型,诉求分类,标题,诉求内容,承办单位,派单时间,签收时间\n"
        + "K-1,2026-03-02 09:30,投诉,设施管理," + Title + ",栏杆松动,市城市管理局,2026-03-02 10:00,2026-03-02 14:00\n"
        + "K-2,2026-03-02,投诉,设施管理,栏杆,栏杆松动,,,\n";

    [Fact]
    [Requirement("TKT-16", Shows = "it holds attachments")]
    public async Task An_old_ticket_is_imported_with_a_report_and_its_unit_attaches_a_scan()
    {
        await using (var desk = await browser.OpenAsync())
        {
            await desk.SignInToCasesAsync(Dispatcher);
            await desk.Part("nav-imports").ClickAsync();
            await desk.Part("old-file").SetInputFilesAsync(
                new FilePayload { Name = "旧工单.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Rows) });
            await Assertions.Expect(desk.Part("import-trial")).ToContainTextAsync("可导入 1 件");
            await Assertions.Expect(desk.Part("import-problem")).ToContainTextAsync("不是日期时间");
            await desk.Part("choose-file").FocusAsync();
            await desk.ShouldLookRightAsync("a file of old tickets that was tried");
            await desk.Part("begin-import").ClickAsync();
            await Assertions.Expect(desk.Part("import-row").First).ToContainTextAsync("导入 1 件");
            await Assertions.Expect(desk.Part("import-report").First).ToBeVisibleAsync();
            desk.Errors.ShouldBeEmpty();
        }

        await using var handler = await browser.OpenAsync();
        await handler.SignInToCasesAsync(Handler);
        await handler.OpenCaseAsync("unitHandle", Title);
        await handler.FillAsync("attachment-note", "签字盖章件");
        await handler.Part("attachment-file").SetInputFilesAsync(
            new FilePayload { Name = "意见书.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 scan"u8.ToArray() });
        await Assertions.Expect(handler.Part("attachment")).ToContainTextAsync("意见书.pdf");
        await Assertions.Expect(handler.Part("attachment")).ToContainTextAsync("签字盖章件");
        var download = await handler.Page.RunAndWaitForDownloadAsync(() => handler.Part("attachment").Locator("a").ClickAsync());
        var file = await handler.Page.APIRequest.GetAsync(download.Url); // a browser without a Chinese locale suggests a name of its own
        file.Headers["content-disposition"].ShouldContain("filename*=UTF-8''" + Uri.EscapeDataString("意见书.pdf"));
        (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).ShouldBe("%PDF-1.7 scan");
        await handler.Part("attachment-file").SetInputFilesAsync(
            new FilePayload { Name = "意见书.pdf", MimeType = "application/pdf", Buffer = "MZ"u8.ToArray() });
        await Assertions.Expect(handler.Part("attachment-error")).ToContainTextAsync("PDF、JPG、PNG");
        await handler.ShouldLookRightAsync("a case with an attachment");
    }
}
