using System.Diagnostics;
using System.Globalization;
using Hotline.Testkit.Desk;
using Hotline.Testkit.Running;
using Hotline.Testkit.Sip;
using Hotline.Testkit.Sound;

namespace Hotline.Desk.Tests;

/// <summary>The whole line at work: twenty citizens and two pages, and every book tells the same of them.</summary>
[Collection(DeskStories.Name)]
public sealed class TwentyCitizensTests(Browser browser)
{
    private const int Citizens = 20, TalksOfEach = 5;

    /// <summary>Loudness of a tone on a track, 1 being as loud as it was sent.</summary>
    private const double Heard = 0.5, Silent = 0.05;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90), TalkLength = TimeSpan.FromSeconds(2);
    private static readonly Tone Citizen = new(440);
    private static readonly IReadOnlyDictionary<string, Tone> Voices = new Dictionary<string, Tone> { ["1009"] = new(1000), ["1012"] = new(1600) };

    [Fact]
    public async Task Two_pages_answer_ten_of_twenty_and_all_twenty_are_accounted_for_with_their_recordings()
    {
        var watch = Stopwatch.StartNew();
        await using var first = await SignInAsync("1009");
        await using var second = await SignInAsync("1012");
        await second.Part("auto-answer").ClickAsync();
        await Task.WhenAll(first.ReadyAsync(), second.ReadyAsync());

        var citizens = Enumerable.Range(0, Citizens).Select(n => browser.Hotline.Calls("12345", $"139{n:00000000}", Citizen)).ToArray();
        try
        {
            await Task.WhenAll(ServeAsync(first, first.AnswerAsync), ServeAsync(second, second.TalksAsync));
            await OthersGiveUpAsync(citizens);
        }
        finally
        {
            await Task.WhenAll(citizens.Select(c => c.DisposeAsync().AsTask()));
        }
        var ledger = await ShouldAgreeAsync(citizens);
        var answered = ledger.Where(r => r.Terminal == "answered").ToArray();
        answered.GroupBy(r => r.Agent).ShouldAllBe(g => g.Count() == TalksOfEach);
        foreach (var call in answered)
        {
            ShouldHoldEachOnHisTrack(call, await (call.Agent == "1009" ? first : second).RecordingAsync(call.Id));
        }
        Say($"{Citizens} of {Citizens} accounted for, {Answered} of them answered in two pages, in {watch.Elapsed.TotalSeconds:0.0} s");
        watch.Elapsed.ShouldBeLessThan(Limit);
    }

    private static int Answered => Voices.Count * TalksOfEach;

    private async Task<DeskPage> SignInAsync(string agent)
    {
        var desk = await browser.OpenAsync(Voices[agent]);
        await desk.SignInAsync(agent);
        return desk;
    }

    private static async Task ServeAsync(DeskPage desk, Func<Task> answered)
    {
        for (var talk = 1; talk <= TalksOfEach; talk++)
        {
            await answered();
            await desk.ShouldTalkAndHearAsync();
            await RtpPeer.ListenAsync(TalkLength);
            await desk.HangUpAsync();
            await (talk < TalksOfEach ? desk.WrapUpForTheNextAsync("已答复") : desk.WrapUpForGoodAsync("已答复"));
        }
    }

    private async Task OthersGiveUpAsync(Citizen[] citizens)
    {
        await browser.Hotline.Asterisk.ShouldHaveInContextAsync("hotline", Citizens - Answered);
        await Task.WhenAll(citizens.Select(c => c.AnsweredAsync())); // Asterisk knows of an answer before we have read it here
        await Task.WhenAll(citizens.Where(c => c.IsConnected).Select(c => c.HangUpAsync()));
        var ends = await Task.WhenAll(citizens.Select(c => c.EndAsync()));
        await browser.Hotline.Asterisk.ShouldBeQuietAsync();
        (ends.Count(e => e == "ended far"), ends.Count(e => e == "ended own")).ShouldBe((Answered, Citizens - Answered));
    }

    /// <summary>The carrier's Call-IDs, Asterisk's CEL and Hotline's ledger: one to one, one end each.</summary>
    private async Task<LedgerRow[]> ShouldAgreeAsync(Citizen[] citizens)
    {
        string[] carrier = [.. citizens.Select(c => c.CallId).Order()];
        var ledger = await LedgerBook.RowsAsync(browser.Hotline, carrier);
        ledger.Select(r => r.SipCallId).Order().ShouldBe(carrier);
        CelBook.CallsThatEnded(browser.Hotline, carrier).ShouldBe(carrier);
        (ledger.Count(r => r.Terminal == "answered"), ledger.Count(r => r.Terminal == "abandoned")).ShouldBe((Answered, Citizens - Answered));
        return ledger;
    }

    private static void ShouldHoldEachOnHisTrack(LedgerRow call, Recording recording)
    {
        var agent = Voices[call.Agent];
        double[] left = Measure(recording.Left), right = Measure(recording.Right);
        Say($"recording {call.Id}, agent {call.Agent} ({agent}), {recording.Length.TotalSeconds:0.0} s: left {Show(left)}, right {Show(right)}");
        Tones.Zip(left).ShouldAllBe(t => t.First == Citizen ? t.Second > Heard : t.Second < Silent);
        Tones.Zip(right).ShouldAllBe(t => t.First == agent ? t.Second > Heard : t.Second < Silent);
    }

    private static Tone[] Tones => [Citizen, .. Voices.Values];

    private static double[] Measure(short[] track) => [.. Tones.Select(t => Recording.Loudness(track, t))];

    private static string Show(double[] loudness) =>
        string.Join(", ", Tones.Zip(loudness, (t, l) => string.Create(CultureInfo.InvariantCulture, $"{t} {l:0.000}")));

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
