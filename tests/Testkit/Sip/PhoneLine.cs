using System.Globalization;
using System.Net;
using Hotline.Testkit.Sound;

namespace Hotline.Testkit.Sip;

/// <summary>What a phone does when it is rung.</summary>
public abstract record WhenRung
{
    public static WhenRung AnswersAfter(int milliseconds) => new Answers(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>It rings and rings.</summary>
    public static WhenRung StaysSilent { get; } = new Nothing();

    public static WhenRung Refuses(int sipCode) => new RefusesWith(sipCode);

    internal sealed record Answers(TimeSpan After) : WhenRung;

    internal sealed record Nothing : WhenRung;

    internal sealed record RefusesWith(int Code) : WhenRung;
}

/// <summary>One ringing of a phone.</summary>
/// <param name="CallId">SIP Call-ID.</param>
/// <param name="Called">User part of the request's address.</param>
/// <param name="From">Header From.</param>
/// <param name="Identity">Header P-Asserted-Identity; empty without one.</param>
public sealed record Rang(string CallId, string Called, string From, string Identity);

/// <summary>A telephone that can be rung: an agent's, or the sub-centre's. SIPp signals, the test hears and speaks.</summary>
public class PhoneLine : IAsyncDisposable
{
    private readonly SippProcess _sipp;
    private readonly Task _serving;
    private readonly IPAddress _asterisk;
    private string? _current;

    protected PhoneLine(string name, IPEndPoint at, IPAddress asterisk, Tone tone)
    {
        (Name, At, _asterisk) = (name, at, asterisk);
        Ear = new RtpPeer(name, at.Address, tone);
        Rings = new Happenings<Rang>($"{name}'s phone");
        Ends = new Happenings<string>($"{name}'s phone");
        _sipp = SippProcess.Start(name, "answerer", at, null, ("MEDIA_PORT", $"{Ear.Port}"));
        _serving = Task.Run(ServeAsync);
    }

    public string Name { get; }

    public IPEndPoint At { get; }

    public RtpPeer Ear { get; }

    public Tone Tone => Ear.Tone;

    /// <summary>What it does at the next ring.</summary>
    public WhenRung WhenRung { get; set; } = WhenRung.AnswersAfter(100);

    /// <summary>Each time it was rung.</summary>
    public Happenings<Rang> Rings { get; }

    /// <summary>How each ring or talk ended: far, own, refused, cancelled.</summary>
    public Happenings<string> Ends { get; }

    /// <summary>How the newest ring or talk ended or will end.</summary>
    public async Task<string> EndAsync()
    {
        try
        {
            return await Ends.FirstAsync(_ => true, "the end of the ringing or of the talk", from: Math.Max(0, Rings.Count - 1));
        }
        catch (NotInTimeException e)
        {
            throw new NotInTimeException($"{e.Message} SIPp said:\n  {string.Join("\n  ", _sipp.Said.All)}");
        }
    }

    public Task HangUpAsync() => _sipp.DoAsync(_current ?? throw new InvalidOperationException($"{Name}'s phone is in no call."), "hang up");

    public Task AnswerAsync() => _sipp.DoAsync(_current ?? throw new InvalidOperationException($"{Name}'s phone does not ring."), "answer");

    /// <summary>Its plug is pulled: no goodbye, no more sound.</summary>
    public void LosePower()
    {
        Ear.FallSilent();
        _sipp.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        await _sipp.DisposeAsync();
        await _serving;
        Ear.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task ServeAsync()
    {
        string from = "", identity = "";
        for (var seen = 0; ; seen++)
        {
            string line;
            try
            {
                line = await _sipp.Said.FirstAsync(_ => true, "anything", Timeout.InfiniteTimeSpan, seen);
            }
            catch (NotInTimeException)
            {
                return;
            }
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words.FirstOrDefault())
            {
                case "@from":
                    from = string.Join(' ', words[2..]);
                    break;
                case "@identity":
                    identity = string.Join(' ', words[2..]);
                    break;
                case "@ringing":
                    _current = words[1];
                    Ear.FallSilent();
                    Ear.SpeakLater(new IPEndPoint(_asterisk, int.Parse(words[2], CultureInfo.InvariantCulture)));
                    Rings.Add(new Rang(words[1], words[3], from, identity));
                    _ = ReactAsync(words[1], WhenRung);
                    break;
                case "@answered":
                    Ear.Speak();
                    break;
                case "@ended":
                    Ear.FallSilent();
                    _current = null;
                    Ends.Add(words[2]);
                    break;
                case SippProcess.Gone:
                    return;
                default:
                    break;
            }
        }
    }

    private async Task ReactAsync(string call, WhenRung what)
    {
        switch (what)
        {
            case WhenRung.Answers answers:
                await Task.Delay(answers.After);
                await _sipp.DoAsync(call, "answer");
                break;
            case WhenRung.RefusesWith refuses:
                await _sipp.DoAsync(call, $"refuse {refuses.Code}");
                break;
            default:
                break;
        }
    }
}
