using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>工作日历: an administrator tries a change, makes it and takes it back, by the keyboard.</summary>
[Collection(DeskStories.Name)]
public sealed class WorkdaysPageTests(Browser browser)
{
    private const string Administrator = "0000";

    [Fact]
    public async Task A_day_becomes_a_holiday_and_an_ordinary_one_again()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsAdministratorAsync(Administrator);
        await desk.Part("nav-workdays").ClickAsync();
        await desk.Part("calendar-year").WaitForAsync();

        // The year's second day by the arrow from the first.
        await desk.Page.Locator("button.day[tabindex='0']").FocusAsync();
        await desk.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(desk.Page.Locator("button.day[aria-pressed=true]")).ToBeFocusedAsync();
        await desk.Page.GetByText("放假", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        await desk.FillAsync("day-name", "临时放假");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Part("change-pane")).ToContainTextAsync("临时放假");
        await Assertions.Expect(desk.Part("make-change")).ToBeDisabledAsync();
        await desk.FillAsync("calendar-reason", "市政府通知");
        await desk.Part("try-change").ClickAsync();
        await Assertions.Expect(desk.Part("trial")).ToContainTextAsync("在办工单");
        await desk.ShouldLookRightAsync("a change of the calendar that was tried");
        await desk.Part("make-change").ClickAsync();

        var change = desk.Part("calendar-change").First;
        await Assertions.Expect(change).ToContainTextAsync("市政府通知");
        await Assertions.Expect(change).ToContainTextAsync("已重算");
        await desk.ShouldLookRightAsync("a change of the calendar that was made");
        await change.GetByTestId("undo-change").ClickAsync();
        await desk.FillAsync("calendar-reason", "通知有误");
        await desk.Part("try-change").ClickAsync();
        await desk.Part("make-change").ClickAsync();
        await Assertions.Expect(desk.Part("calendar-change").First).ToContainTextAsync("撤销第");
        await Assertions.Expect(desk.Part("calendar-change").Nth(1)).ToContainTextAsync("已由第");
        desk.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_without_its_year_in_its_name_is_asked_for_again()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsAdministratorAsync(Administrator);
        await desk.Part("nav-workdays").ClickAsync();
        await desk.Part("year-file").SetInputFilesAsync(
            new FilePayload { Name = "holidays.csv", MimeType = "text/csv", Buffer = "date,kind,name\n"u8.ToArray() });
        await Assertions.Expect(desk.Part("calendar-edit")).ToContainTextAsync("2027.csv");
        await desk.Part("year-file").SetInputFilesAsync(
            new FilePayload { Name = "2031.csv", MimeType = "text/csv", Buffer = "date,kind,name\n2031-01-01,off,元旦\n"u8.ToArray() });
        await desk.FillAsync("calendar-reason", "国务院办公厅通知");
        await desk.Part("try-change").ClickAsync();
        await Assertions.Expect(desk.Part("change-pane")).ToContainTextAsync("文件有误");
    }
}
