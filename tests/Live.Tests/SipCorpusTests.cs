using Hotline.Testkit;
using Hotline.Testkit.Running;
using Hotline.Testkit.Sip;
using Hotline.Testkit.Sound;

namespace Hotline.Live.Tests;

/// <summary>
/// Messages of other makes, written by hand: what is answered, what the desk shows, what the ledger keeps, and who hears whom.
/// </summary>
[Trait(LiveTests.Reads, LiveTests.TheDatabase)]
public sealed class SipCorpusTests(QuickHotline quick) : QuickScene(quick)
{
    /// <summary>A legal expert: calls to 12348 come to her at once.</summary>
    private const string Expert = "1001";
    private static readonly TimeSpan NoAnswer = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Invites => [.. SipCorpus.Invites.Keys];

    public static TheoryData<string> Parties => [.. SipCorpus.Parties.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Invites))]
    public async Task An_invite_becomes_a_call_or_is_refused(string name)
    {
        var expected = SipCorpus.Invites[name];
        var expert = await AgentAsync(Expert, expected.Status == 200 ? WhenRung.AnswersAfter(50) : null);
        await using var phone = Hotline.RawCitizen(new Tone(500), expected.Trunk);

        var call = phone.Call(expected.Number, expected.Invite);
        (await call.AnswerAsync()).ShouldBe(expected.Status);
        if (expected.Status != 200)
        {
            return;
        }

        var shown = await expert.TalksAsync();
        shown.Number.Dialled.ShouldBe(expected.Dialled);
        shown.Caller.Withheld.ShouldBe(expected.Caller.Length == 0);
        (await expert.Desk.RevealAsync(shown.Id)).ShouldBe(expected.Caller);
        await phone.Ear.ShouldHearAsync(expert.Tone);
        await expert.Phone.Ear.ShouldHearAsync(phone.Tone);
        await call.HangUpAsync();
        var row = (await LedgerBook.RowsAsync(Hotline, call.CallId)).ShouldHaveSingleItem();
        (row.Terminal, row.EndedBy, row.Dialled, row.Caller, row.CallerSent)
            .ShouldBe(("answered", "caller", expected.Dialled, expected.Caller, expected.Sent));
    }

    /// <summary>No channel is made for them, so that no event and no book of Asterisk tells of them.</summary>
    [Fact]
    public async Task What_asterisk_refuses_by_itself_stands_in_the_ledger_and_is_nobody_who_waited()
    {
        await using var phone = Hotline.RawCitizen(new Tone(500));
        var refused = SipCorpus.Invites.Where(i => i.Value.Status != 200).ToDictionary(i => i.Key, i => i.Value);
        Dictionary<string, RawCall> calls = [];
        foreach (var (name, expected) in refused)
        {
            calls[name] = phone.Call(expected.Number, expected.Invite);
            (await calls[name].AnswerAsync()).ShouldBe(expected.Status, name);
        }

        // The auditor waits until whatever else knows of a call has told.
        var rows = await LedgerBook.RowsAsync(Hotline, Limits.Usual * 4, [.. calls.Values.Select(c => c.CallId)]);

        rows.Select(r => r.SipCallId).ShouldBe(calls.Values.Select(c => c.CallId), ignoreOrder: true);
        rows.ShouldAllBe(r => r.Terminal == "turnedAway" && r.EndedBy == "system" && r.Agent.Length == 0);
        var ids = rows.ToDictionary(r => r.SipCallId, r => r.Id);
        var causes = refused.Keys.ToDictionary(name => name, name => LedgerBook.LegsOf(Hotline, ids[calls[name].CallId]).Single().Cause);
        causes["an SDP without a codec of ours"].ShouldBe(88);
        causes["a body that is no SDP"].ShouldBe(79);
        causes["Require of something unknown"].ShouldBe(127);
        causes["an SDP that is broken"].ShouldBe(41);
    }

    [Fact]
    public async Task Whatever_is_asked_within_a_call_the_talk_goes_on()
    {
        var expert = await AgentAsync(Expert, WhenRung.AnswersAfter(50));
        await using var phone = Hotline.RawCitizen(new Tone(500));
        var call = phone.Call("12345");
        (await call.AnswerAsync()).ShouldBe(200);
        await expert.TalksAsync();

        var unanswered = SipCorpus.InDialogue.Where(r => r.Status is null).ToList();
        foreach (var (name, method, headers, body, status) in SipCorpus.InDialogue.Except(unanswered))
        {
            (await call.AskAsync(method, headers, body)).ShouldBe(status, name);
        }
        // Asterisk 22 has no answer of its own to these (docs/production.md): should it get one, this tells.
        var answers = await Task.WhenAll(unanswered.Select(r => call.AskAsync(r.Method, r.Headers, r.Body, NoAnswer)));
        answers.ShouldAllBe(a => a == null);

        call.IsEnded.ShouldBeFalse();
        await phone.Ear.ShouldHearAsync(expert.Tone);
        await expert.Phone.Ear.ShouldHearAsync(phone.Tone);
        await call.HangUpAsync();
    }

    [Theory]
    [MemberData(nameof(Parties))]
    public async Task However_the_third_party_refuses_citizen_and_agent_talk_on_and_the_desk_says_why(string name)
    {
        var (_, answer, headers, reason) = SipCorpus.Parties.Single(p => p.Name == name);
        await using var centre = await Staff.RawSubCentreAsync();
        var (citizen, agent) = await TalkAsync();
        var others = OfOtherTrunks();

        await agent.Desk.BringInAsync("12366");
        var invite = await centre.RequestAsync("INVITE");
        centre.Answer(invite, "180 Ringing");
        centre.Answer(invite, answer, headers: headers);

        (await agent.Desk.WaitForAsync(v => v.Call?.PartyFailure is not null, "the refusal")).Call!.PartyFailure!.Reason.ShouldBe(reason);
        await citizen.Ear.ShouldHearAsync(agent.Tone);
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
        var id = agent.View.Call!.Id;
        await citizen.HangUpAsync();
        await LedgerBook.RowsAsync(Hotline, citizen.CallId);
        var party = LedgerBook.LegsOf(Hotline, id).Single(l => l.Role == "party");
        (party.Number, party.Answered).ShouldBe(("12366", false));
        OfOtherTrunks().ShouldBe(others, "no second call came of it");
    }

    [Theory]
    [InlineData(486)]
    [InlineData(200)]
    public async Task What_a_third_partys_line_says_before_it_is_answered_the_agent_hears_and_nobody_else(int status)
    {
        await using var centre = await Staff.RawSubCentreAsync();
        var (citizen, agent) = await TalkAsync();

        await agent.Desk.BringInAsync("12366");
        var invite = await centre.RequestAsync("INVITE");
        centre.Answer(invite, "183 Session Progress", sound: true);
        centre.Ear.SpeakTo(invite.Sound);

        await agent.Phone.Ear.ShouldHearAsync(centre.Tone);
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
        await citizen.Ear.ShouldHearOnlyAsync(agent.Tone, centre.Tone);
        await centre.Ear.ShouldNotHearAsync(citizen.Tone);
        await centre.Ear.ShouldNotHearAsync(agent.Tone);

        centre.Answer(invite, status == 200 ? "200 OK" : "486 Busy Here", sound: status == 200);
        if (status == 200)
        {
            await agent.Desk.WaitForAsync(v => v.Call?.Party?.State == "joined", "the third party");
            await citizen.Ear.ShouldHearAsync(centre.Tone);
            await centre.Ear.ShouldHearAsync(citizen.Tone);
            await centre.Ear.ShouldHearAsync(agent.Tone);
        }
        else
        {
            await agent.Desk.WaitForAsync(v => v.Call?.PartyFailure?.Reason == "busy", "the refusal");
            centre.Ear.FallSilent();
        }
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
        await Hotline.Asterisk.ShouldHaveNoBridgeAsync("ear-");
    }

    private int OfOtherTrunks() => Hotline.Database.Read("select call_id from calls where trunk <> 'carrier'", r => r.GetString(0)).Count;

    [Theory]
    [InlineData(Citizen.CarrierAddress)]
    [InlineData(HotlineInstance.SubCentreAddress)]
    public async Task An_invite_with_replaces_takes_no_talk_over(string trunk)
    {
        var expert = await AgentAsync(Expert, WhenRung.AnswersAfter(50));
        await using var citizen = Hotline.RawCitizen(new Tone(500));
        var call = citizen.Call("12345");
        await call.AnswerAsync();
        await expert.TalksAsync();
        await citizen.Ear.ShouldHearAsync(expert.Tone);

        await using var thief = Hotline.RawCitizen(new Tone(600), trunk);
        var replaces = $"Replaces: {call.CallId};to-tag={call.ToTag};from-tag={call.FromTag}";
        (await thief.Call("12345", new RawInvite { Headers = $"Require: replaces\r\n{replaces}" }).AnswerAsync()).ShouldBe(420);
        var second = thief.Call("12345", new RawInvite { Headers = replaces });
        (await second.AnswerAsync()).ShouldBe(200); // one more citizen, who waits

        call.IsEnded.ShouldBeFalse();
        await citizen.Ear.ShouldHearOnlyAsync(expert.Tone, thief.Tone);
        await expert.Phone.Ear.ShouldHearOnlyAsync(citizen.Tone, thief.Tone);
        await second.HangUpAsync();
        await call.HangUpAsync();
    }

    [Fact]
    public async Task One_invite_that_comes_on_two_ways_is_one_call()
    {
        var expert = await AgentAsync(Expert, WhenRung.AnswersAfter(50));
        await using var phone = Hotline.RawCitizen(new Tone(500));
        var call = phone.Call("12345");
        var other = call.InviteAgain();

        // Which of them Asterisk reads first is its own affair.
        var answers = await Task.WhenAll(call.AnswerAsync(), call.AnswerAsync(other));
        answers.Order().ShouldBe([200, 403]);

        await expert.TalksAsync();
        await phone.Ear.ShouldHearAsync(expert.Tone);
        call.IsEnded.ShouldBeFalse();
        await (await Staff.LeaderAsync()).WaitForFloorAsync(f => f.Waiting.Count == 0 && f.Calls.Count == 1, "one call on the floor");
        await call.HangUpAsync();
    }

    [Theory]
    [InlineData("MESSAGE")]
    [InlineData("SUBSCRIBE")]
    [InlineData("OPTIONS")]
    public async Task A_message_outside_of_a_call_is_no_call(string method)
    {
        await using var phone = Hotline.RawCitizen(new Tone(500));
        phone.Send($"""
            {method} sip:12345@{Hotline.Sip} SIP/2.0
            Via: SIP/2.0/UDP {phone.Here};rport;branch=z9hG4bK{RawPhone.New()}
            From: <sip:13800006021@c.invalid>;tag=1
            To: <sip:12345@c.invalid>
            Call-ID: {RawPhone.New()}
            CSeq: 1 {method}
            Max-Forwards: 70
            Contact: <sip:{phone.Here}>
            Event: dialog
            Content-Type: text/plain
            Content-Length: 5

            hello
            """);
        var answer = await phone.Messages.FirstAsync(m => m.IsResponse && m.Status >= 200, "an answer");
        answer.Status.ShouldBe(method switch { "OPTIONS" => 200, "MESSAGE" => 202, _ => 603 });
        await Hotline.Asterisk.ShouldBeQuietAsync();
    }

    [Fact]
    public async Task Who_withholds_his_number_withholds_it_from_the_sub_centre_too()
    {
        await using var centre = await Staff.RawSubCentreAsync();
        var expert = await AgentAsync(Expert, WhenRung.AnswersAfter(50));
        await using var phone = Hotline.RawCitizen(new Tone(500));
        var call = phone.Call("12345", SipCorpus.Invites["Privacy: id"].Invite);
        await call.AnswerAsync();
        await expert.TalksAsync();

        await expert.Desk.BringInAsync("12366");

        var invite = await centre.RequestAsync("INVITE");
        (invite["From"] + invite["P-Asserted-Identity"] + invite["Contact"]).ShouldNotContain("1391111");
        (invite["From"] + invite["P-Asserted-Identity"]).ShouldNotContain("1380000");
        invite["Privacy"].ShouldBe("id");
        expert.View.Call!.Caller.Withheld.ShouldBeTrue();
        centre.Answer(invite, "486 Busy Here");
        await call.HangUpAsync();
    }
}
