using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>The category of a ticket is found by name, synonym and pinyin, and chosen without a mouse.</summary>
[Collection(DeskStories.Name)]
public sealed class CategoryTests(Browser browser)
{
    private const string Field = "#ticket-category";

    [Fact]
    public async Task Category_is_found_by_name_synonym_and_pinyin_and_chosen_by_keys_alone()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync("1005");
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006081", new Tone(440));
        await desk.AnswerAsync();
        var (field, list) = (desk.Page.Locator(Field), desk.Page.GetByRole(AriaRole.Listbox));
        await desk.TabToAsync("category");

        foreach (var (typed, name) in new[]
        {
            ("供水", "供水服务"), ("路灯", "设施管理"), ("gsfw", "供水服务"), ("gongnuan", "供暖服务"), ("tqgz", "劳动保障"), ("qianxin", "劳动保障"),
        })
        {
            await field.SelectTextAsync();
            await desk.Page.Keyboard.TypeAsync(typed);
            await Assertions.Expect(list.GetByRole(AriaRole.Option).First).ToContainTextAsync(name);
            await desk.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(list).ToHaveCountAsync(0);
            (await field.InputValueAsync()).ShouldEndWith($"› {name}", Case.Sensitive, typed);
        }

        // Arrows, and Escape takes nothing but the list away.
        await field.SelectTextAsync();
        await desk.Page.Keyboard.TypeAsync("gy");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-activedescendant", new System.Text.RegularExpressions.Regex("^ticket-category-"));
        await desk.ShouldLookRightAsync("looking for a category");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(list).ToHaveCountAsync(0);
        (await field.InputValueAsync()).ShouldEndWith("› 劳动保障");
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await desk.Page.Keyboard.PressAsync("Enter");
        (await field.InputValueAsync()).ShouldEndWith("› 社会保障");
        await Assertions.Expect(desk.Part("draft-stamp")).ToContainTextAsync("已自动保存");

        await citizen.HangUpAsync();
        await desk.WrapUpForGoodAsync("已答复");
        desk.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_input_method_composes_its_word_in_peace()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync("1005");
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006082", new Tone(440));
        await desk.AnswerAsync();
        var (field, options) = (desk.Page.Locator(Field), desk.Page.GetByRole(AriaRole.Option));
        await desk.TabToAsync("category");
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        var all = await options.CountAsync();
        all.ShouldBeGreaterThan(20);

        var keys = await desk.Page.Context.NewCDPSessionAsync(desk.Page);
        await keys.SendAsync("Input.imeSetComposition", new() { ["text"] = "ting'shui", ["selectionStart"] = 9, ["selectionEnd"] = 9 });
        (await field.InputValueAsync()).ShouldBe("ting'shui");
        (await options.CountAsync()).ShouldBe(all, "while a word is composed the list stays as it is");
        // Enter and arrows while composing are the input method's own.
        foreach (var key in new[] { "ArrowDown", "Enter" })
        {
            await field.EvaluateAsync(
                "(e, key) => e.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))", key);
        }
        (await field.InputValueAsync()).ShouldBe("ting'shui");
        await keys.SendAsync("Input.insertText", new() { ["text"] = "停水" });

        await Assertions.Expect(options).ToHaveCountAsync(1);
        await Assertions.Expect(options).ToContainTextAsync("供水服务");
        await desk.Page.Keyboard.PressAsync("Enter");
        (await field.InputValueAsync()).ShouldEndWith("› 供水服务");
        await citizen.HangUpAsync();
        await desk.WrapUpForGoodAsync("已答复");
    }
}
