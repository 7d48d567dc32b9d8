using Hotline.AgentHub.Screens;
using Hotline.Testkit;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.AgentHub.Tests.Screens;

/// <summary>A browser gets the newest picture when it has taken the one before, and its troubles are its own.</summary>
public sealed class MailboxTests : IDisposable
{
    private readonly ScreenFaults _faults = new(NullLogger<ScreenFaults>.Instance);
    private readonly Browser _browser = new();
    private readonly CancellationTokenSource _gone = new();
    private readonly Mailbox<string> _mailbox;

    public MailboxTests() => _mailbox = new Mailbox<string>(
        _browser, "show",
        (facts, replaced) => facts == "undrawable" ? throw new KeyNotFoundException() : facts + (replaced ? " (replaced)" : ""),
        _faults, _gone.Token);

    public void Dispose() => _gone.Dispose();

    [Fact]
    public async Task Post_facts_are_drawn_and_sent()
    {
        _mailbox.Post("a");
        await _browser.Came.FirstAsync(p => p == "show a", "the picture");
    }

    /// <summary>A slow browser sees the newest, not each.</summary>
    [Fact]
    public async Task Post_while_the_browser_takes_one_only_the_newest_follows()
    {
        _browser.Takes = new TaskCompletionSource();
        _mailbox.Post("a");
        await _browser.Came.FirstAsync(p => p == "show a", "the first");
        foreach (var facts in (string[])["b", "c", "d"])
        {
            _mailbox.Post(facts);
            await _browser.Came.ShouldNotComeAsync(_ => true, TimeSpan.FromMilliseconds(50), from: 1);
        }
        _browser.Takes.SetResult();
        await _browser.Came.FirstAsync(p => p == "show d", "the newest");
        _mailbox.Post("e");
        await _browser.Came.FirstAsync(p => p == "show e", "the next");
        _browser.Came.All.ShouldBe(["show a", "show d", "show e"]);
    }

    [Fact]
    public async Task Replace_page_with_a_picture_is_told_at_once_and_from_then_on()
    {
        _mailbox.Post("a");
        await _browser.Came.FirstAsync(p => p == "show a", "the picture");
        _mailbox.Replace();
        await _browser.Came.FirstAsync(p => p == "show a (replaced)", "the same, replaced");
        _mailbox.Post("b");
        await _browser.Came.FirstAsync(p => p == "show b (replaced)", "the next");
    }

    [Fact]
    public async Task Replace_page_without_a_picture_is_told_with_its_first()
    {
        _mailbox.Replace();
        _mailbox.Post("a");
        await _browser.Came.FirstAsync(p => p == "show a (replaced)", "the first");
        _browser.Came.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Post_picture_that_cannot_be_drawn_is_counted_and_the_next_comes()
    {
        _mailbox.Post("undrawable");
        while (_faults.NotDrawnCount == 0)
        {
            await Task.Yield();
        }
        _mailbox.Post("b");
        await _browser.Came.FirstAsync(p => p == "show b", "the next");
        (_faults.NotDrawnCount, _faults.NotSentCount).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task Post_picture_that_does_not_arrive_is_counted_where_the_browser_is_still_there(bool gone, long counted)
    {
        _browser.Breaks = true;
        if (gone)
        {
            await _gone.CancelAsync();
        }
        _mailbox.Post("a");
        await _browser.Came.FirstAsync(p => p == "show a", "the try");
        _browser.Breaks = false;
        _mailbox.Post("b");
        await _browser.Came.FirstAsync(p => p == "show b", "the next");
        _faults.NotSentCount.ShouldBe(counted);
    }

    private sealed class Browser : ISingleClientProxy
    {
        public Happenings<string> Came { get; } = new("the browser");

        public TaskCompletionSource? Takes { get; set; }

        public bool Breaks { get; set; }

        public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
        {
            var breaks = Breaks;
            Came.Add($"{method} {args[0]}");
            return breaks ? Task.FromException(new IOException("the connection broke")) : Takes?.Task ?? Task.CompletedTask;
        }

        public Task<T> InvokeCoreAsync<T>(string method, object?[] args, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
