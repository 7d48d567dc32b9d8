using Hotline.Testkit;
using Hotline.Testkit.Running;
using Hotline.Testkit.Sip;

namespace Hotline.Live.Tests;

/// <summary>What a citizen meets at the end of a plan: an announcement, a sub-centre, or an offer to be called back.</summary>
[Trait(LiveTests.Reads, LiveTests.TheDatabase)]
public sealed class PlanEndingTests(QuickHotline quick) : QuickScene(quick)
{
    private const string Caller = "13800007788";
    private const int NormalClearing = 16; // Q.850

    [Fact]
    public async Task Who_waited_through_the_plan_hears_that_all_are_busy_and_the_line_ends()
    {
        var citizen = Calls(CityVariant.Announced);
        await citizen.Ear.ShouldHearSomethingAsync();
        (await citizen.EndAsync()).ShouldBe("ended far");
        (await LedgerBook.RowsAsync(Hotline, citizen.CallId)).Single().Terminal.ShouldBe("refused");
    }

    [Fact]
    [Requirement("XFER-01", Shows = "a plan hands a caller who waited to the sub-centre, and both hear each other")]
    public async Task Who_waited_through_the_plan_talks_with_the_sub_centre()
    {
        var centre = SubCentre(WhenRung.AnswersAfter(50));
        var citizen = Calls(CityVariant.ToTheSubCentre, Caller);
        await citizen.Ear.ShouldHearAsync(centre.Tone);
        await centre.Ear.ShouldHearAsync(citizen.Tone);
        await citizen.HangUpAsync();
        var row = (await LedgerBook.RowsAsync(Hotline, citizen.CallId)).Single();
        row.Terminal.ShouldBe("answeredByParty"); // none of ours had him
        LedgerBook.LegsOf(Hotline, row.Id).Select(l => (l.Role, l.Agent, l.Number, l.Answered, l.Cause)).ShouldBe(
            [("citizen", "", Caller, true, NormalClearing), ("party", "", "12366", true, NormalClearing)]);
    }

    [Fact]
    public async Task Who_presses_1_is_on_the_leaders_list_until_he_is_called_back()
    {
        var leader = await Staff.LeaderAsync();
        var citizen = Calls(CityVariant.CalledBack, Caller);
        await citizen.Ear.ShouldHearAsync(QuickHotline.CallBackOffer);
        citizen.Ear.Press(1);
        await citizen.Ear.ShouldHearAsync(QuickHotline.CallBackTaken);
        (await citizen.EndAsync()).ShouldBe("ended far");
        (await LedgerBook.RowsAsync(Hotline, citizen.CallId)).Single().Terminal.ShouldBe("callBack");

        var due = (await leader.ReadAsync("api/call-backs")).AsArray().Single()!;
        (due["caller"]!.GetValue<string>(), due["dialled"]!.GetValue<string>()).ShouldBe(("138****7788", CityVariant.CalledBack));
        var call = due["callId"]!.GetValue<string>();
        (await leader.RevealAsync(call)).ShouldBe(Caller);
        var agent = await AgentAsync("1007");
        (await agent.Desk.RefusalAsync($"api/call-backs/{call}/done")).ShouldNotBeNull();
        await leader.OrderAsync($"api/call-backs/{call}/done");
        (await leader.ReadAsync("api/call-backs")).AsArray().ShouldBeEmpty();
        (await leader.RefusalAsync($"api/call-backs/{call}/done")).ShouldBe("called-back");
    }

    [Fact]
    public async Task Who_presses_nothing_waits_on_and_is_answered()
    {
        var citizen = Calls(CityVariant.CalledBack);
        await citizen.Ear.ShouldHearAsync(QuickHotline.CallBackOffer);
        var agent = await AgentAsync("1007", WhenRung.AnswersAfter(50));
        await citizen.Ear.ShouldHearAsync(agent.Tone);
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
        await citizen.Ear.ShouldNotHearAsync(QuickHotline.CallBackOffer);
    }
}
