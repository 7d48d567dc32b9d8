using Hotline.Testkit;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>What a carrier or an attacker may write into a caller's name and number: it is text, and the call is answered.</summary>
[Trait(LiveTests.Reads, LiveTests.TheDatabase)]
public sealed class HostileCallerTests(QuickHotline quick) : QuickScene(quick)
{
    public static TheoryData<string, string> Callers { get; } = new()
    {
        { "a quote in the number", "<sip:138%22%27%3B--@127.0.0.2>" },
        { "a script as number", "<sip:%3Cscript%3Ealert(1)%3C%2Fscript%3E@127.0.0.2>" },
        { "a script as name", "\"<script>alert(1)</script>\" <sip:13800006021@127.0.0.2>" },
        { "2,000 characters as number", $"<sip:{new string('7', 2000)}@127.0.0.2>" },
        { "2,000 characters as name", $"\"{new string('x', 2000)}\" <sip:13800006021@127.0.0.2>" },
        { "a zero byte, escaped", "<sip:138%000000@127.0.0.2>" },
        { "line ends, escaped", "<sip:138%0D%0AX-Evil:1@127.0.0.2>" },
        { "a variable of Asterisk", "\"${SHELL(id)}\" <sip:%24%7BSHELL(id)%7D@127.0.0.2>" },
        { "Chinese characters", "\"张三\" <sip:%E5%BC%A0@127.0.0.2>" },
        { "no number", "<sip:127.0.0.2>" },
        { "anonymous", "\"Anonymous\" <sip:anonymous@anonymous.invalid>" },
    };

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task A_hostile_caller_id_is_text_and_the_call_is_answered(string what, string from)
    {
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(50));

        var citizen = Calls("12345", from);

        var call = await agent.TalksAsync();
        await citizen.Ear.ShouldHearAsync(agent.Tone);
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
        var number = await agent.Desk.RevealAsync(call.Id);
        foreach (var shown in (string[])[call.Caller.Masked, number])
        {
            shown.Length.ShouldBeLessThanOrEqualTo(64, what);
            shown.ShouldAllBe(c => !char.IsControl(c), what);
        }
    }

    [Fact]
    public async Task A_number_with_marks_of_direction_is_shown_in_its_true_order()
    {
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(50));
        Calls("12345", "<sip:%E2%80%AE138%E2%80%8F0000%E2%81%A66021@127.0.0.2>");

        var call = await agent.TalksAsync();
        call.Caller.Masked.ShouldBe("138****6021");
        (await agent.Desk.RevealAsync(call.Id)).ShouldBe("13800006021");
    }

    [Fact]
    public async Task A_caller_without_a_number_is_shown_as_withheld()
    {
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(50));
        Calls("12345", "\"Anonymous\" <sip:anonymous@anonymous.invalid>");

        (await agent.TalksAsync()).Caller.Withheld.ShouldBeTrue();
    }
}
