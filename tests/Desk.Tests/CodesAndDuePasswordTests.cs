using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hotline.Testkit.Running;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>动态验证码 and a password that is due: at the sign-in and on 本人, by keyboard alone.</summary>
[Collection(DeskStories.Name)]
public sealed class CodesAndDuePasswordTests(Browser browser)
{
    private const string Somebody = "1079", Agent = "1080", Administrator = "0000", Better = "a-longer-word-92";
    private const int TabsMax = 80;

    [Fact]
    public async Task Codes_are_set_up_asked_for_and_switched_off()
    {
        var password = await MadeAsync(Somebody, "shiftLeader");
        await using var desk = await browser.OpenAsync();
        await OpenAsync(desk);
        await SignInAsync(desk, Somebody, password);
        await ToAccountAsync(desk);
        await Assertions.Expect(desk.Part("totp-state")).ToHaveTextAsync("未启用");
        await TypeIntoAsync(desk, "totp-password", password);
        await Assertions.Expect(desk.Part("totp-picture")).ToBeVisibleAsync();
        var secret = await desk.Part("totp-secret").InnerTextAsync();
        await desk.ShouldLookRightAsync("codes are offered");
        await TypeIntoAsync(desk, "totp-code", "000000");
        await Assertions.Expect(desk.Part("totp-said")).ToBeVisibleAsync();
        await TypeIntoAsync(desk, "totp-code", CodeOf(secret));
        await Assertions.Expect(desk.Part("totp-state")).ToHaveTextAsync("已启用");
        await desk.ShouldLookRightAsync("codes are on");

        await using var later = await browser.OpenAsync();
        await OpenAsync(later);
        await SignInAsync(later, "4711", password);
        await Assertions.Expect(later.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("不正确");
        await Assertions.Expect(later.Part("sign-in-code")).ToHaveCountAsync(0);
        await SignInAsync(later, Somebody, password);
        await Assertions.Expect(later.Part("sign-in-code")).ToBeFocusedAsync();
        await later.ShouldLookRightAsync("a code is asked for");
        await later.Page.Keyboard.TypeAsync("000000");
        await later.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(later.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("验证码不正确");
        await TypeIntoAsync(later, "sign-in-code", CodeOf(secret));
        await ToAccountAsync(later);
        await TypeIntoAsync(later, "totp-end-password", password);
        await Assertions.Expect(later.Part("totp-state")).ToHaveTextAsync("未启用");

        await using var after = await browser.OpenAsync();
        await OpenAsync(after);
        await SignInAsync(after, Somebody, password);
        await after.Part("nav-account").WaitForAsync();
        desk.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_due_password_is_changed_before_anything_else()
    {
        var given = await MadeAsync(Agent, "agent");
        await browser.Hotline.SecureAsync(new JsonObject { ["passwordDays"] = 90 });
        try
        {
            await using var desk = await browser.OpenAsync();
            await OpenAsync(desk);
            await SignInAsync(desk, Agent, given);
            await Assertions.Expect(desk.Part("due")).ToHaveAttributeAsync("data-due", "password-due");
            await Assertions.Expect(desk.Part("password-rules")).ToContainTextAsync("不少于 12 位");
            await Assertions.Expect(desk.Part("password-current")).ToBeFocusedAsync();
            await desk.ShouldLookRightAsync("a password is due");
            await desk.Page.ReloadAsync(); // nothing leads around it
            await desk.Part("due").WaitForAsync();

            await ChangeAsync(desk, given, "short-1");
            await Assertions.Expect(desk.Part("password-said")).ToContainTextAsync("至少 12 位");
            await ChangeAsync(desk, given, Better);
            await desk.Part("microphone-done").WaitForAsync();
            await TabToAsync(desk, "microphone-done");
            await desk.Page.Keyboard.PressAsync("Enter");
            await desk.State.WaitForAsync();
            await desk.PhoneIsKnownAsync(); // he has a telephone now
            desk.Errors.ShouldBeEmpty();
        }
        finally
        {
            await browser.Hotline.SecureAsync(null);
        }
    }

    private async Task<string> MadeAsync(string id, string role)
    {
        await using var administrator = await browser.Hotline.SignInAsync(Administrator);
        return (await administrator.PutAsync($"api/people/{id}", new JsonObject
        {
            ["name"] = "用验证码的人", ["roles"] = new JsonArray(role), ["skills"] = new JsonArray(), ["enabled"] = true,
        }))["password"]!.GetValue<string>();
    }

    private async Task OpenAsync(DeskPage desk)
    {
        desk.Page.PageError += (_, error) => desk.Errors.Add(error);
        await desk.Page.GotoAsync(browser.Hotline.Address.ToString());
        await Assertions.Expect(desk.Part("agent-id")).ToBeFocusedAsync();
    }

    private static async Task SignInAsync(DeskPage desk, string id, string password)
    {
        await OverwriteAsync(desk, "agent-id", id);
        await TypeIntoAsync(desk, "password", password);
    }

    private static async Task ToAccountAsync(DeskPage desk)
    {
        await desk.Part("nav-account").WaitForAsync();
        await TabToAsync(desk, "nav-account");
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Part("totp-card").WaitForAsync();
    }

    private static async Task ChangeAsync(DeskPage desk, string current, string next)
    {
        await OverwriteAsync(desk, "password-current", current);
        await OverwriteAsync(desk, "password-next", next);
        await TypeIntoAsync(desk, "password-again", next);
    }

    /// <summary>Types into a field that Tab reaches, and presses Enter there.</summary>
    private static async Task TypeIntoAsync(DeskPage desk, string field, string text)
    {
        await OverwriteAsync(desk, field, text);
        await desk.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task OverwriteAsync(DeskPage desk, string field, string text)
    {
        await TabToAsync(desk, field);
        await desk.Page.Keyboard.PressAsync("Control+KeyA");
        await desk.Page.Keyboard.TypeAsync(text);
    }

    private static async Task TabToAsync(DeskPage desk, string testId)
    {
        await desk.Part(testId).WaitForAsync();
        for (var tabs = 0; tabs < TabsMax; tabs++)
        {
            if (await desk.Page.EvaluateAsync<bool>("id => document.activeElement?.closest('[data-testid]')?.dataset.testid === id", testId))
            {
                return;
            }
            await desk.Page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"Tab does not lead to {testId}.");
    }

    /// <summary>RFC 6238, as an application on a telephone reckons it.</summary>
    private static string CodeOf(string secret)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(
            secret.TrimEnd('=').Select(letter => Convert.ToString(Letters.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(n => Convert.ToByte(bits.Substring(n * 8, 8), 2)).ToArray();
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // the standard's own
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
