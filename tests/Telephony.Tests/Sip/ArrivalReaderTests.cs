using Hotline.Telephony.Sip;

namespace Hotline.Telephony.Tests.Sip;

/// <summary>Who calls and what he dialled, of messages as carriers send them.</summary>
public sealed class ArrivalReaderTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 17, 1, 0, 0, TimeSpan.Zero);

    private static Arrival Read(string request, TrunkRules? rules, params (string Name, string Value)[] said) =>
        new ArrivalReader(new PlainRules { Rules = rules ?? TrunkRules.Usual }).Read(
            "carrier", request, ArrivalFacts.Parse(string.Join('&', said.Select(s => $"{s.Name}={Uri.EscapeDataString(s.Value)}"))), "999", At);

    [Theory]
    [InlineData("<sip:+8613911112222@c>, <tel:+8613911112222>")]
    [InlineData("<tel:+8613911112222>")]
    [InlineData("\"x, y\" <sip:13911112222@c;user=phone>")]
    [InlineData("<sip:anonymous@c>, <tel:13911112222>")]
    public void The_networks_word_goes_before_the_callers_in_any_form(string asserted)
    {
        var arrival = Read("12345", null, ("from", "<sip:13800006021@c>;tag=1"), ("pai", asserted));
        arrival.Caller.ShouldBe("13911112222");
    }

    [Fact]
    public void A_word_of_the_network_that_names_nobody_does_not_let_the_callers_own_word_count()
    {
        Read("12345", null, ("from", "<sip:13800006021@c>"), ("pai", "<sip:gateway@c>")).Caller.ShouldBe("");
        Read("12345", null, ("from", "<sip:13800006021@c>"), ("rpid", "<sip:13922223333@c>;privacy=off")).Caller.ShouldBe("13922223333");
        Read("12345", null, ("from", "<sip:13800006021@c>")).Caller.ShouldBe("13800006021");
        Read("12345", new TrunkRules([CallerSource.AssertedIdentity], [DialledSource.Request]), ("from", "<sip:13800006021@c>")).Caller.ShouldBe("");
    }

    [Theory]
    [InlineData("id")]
    [InlineData("header;id")]
    [InlineData("user; critical")]
    public void Who_withholds_his_number_has_none_and_it_is_kept_apart(string privacy)
    {
        var arrival = Read("12345", null, ("from", "<sip:13800006021@c>"), ("pai", "<sip:+8613911112222@c>"), ("privacy", privacy));
        arrival.Caller.ShouldBe("");
        arrival.CallerSent.ShouldBe("13911112222");
    }

    [Fact]
    public void A_from_without_a_name_withholds_too_unless_he_says_otherwise()
    {
        Read("12345", null, ("from", "<sip:anonymous@anonymous.invalid>"), ("pai", "<sip:13911112222@c>")).Caller.ShouldBe("");
        Read("12345", null, ("from", "<sip:anonymous@anonymous.invalid>"), ("pai", "<sip:13911112222@c>"), ("privacy", "none")).Caller
            .ShouldBe("13911112222");
        Read("12345", null, ("from", "<sip:1@c>"), ("rpid", "<sip:13911112222@c>;privacy=full")).Caller.ShouldBe("");
    }

    [Fact]
    public void A_from_that_was_cut_in_the_middle_of_a_name_has_the_caller_that_asterisk_says()
    {
        Read("12345", null, ("from", "\"WWWWWWWW")).Caller.ShouldBe("999");
        Read("12345", null, ("from", "<sip:zhang@c>")).Caller.ShouldBe("zhang");
        Read("12345", null, ("from", "\"WWWWWWWW"), ("pai", "<sip:gateway@c>")).Caller.ShouldBe("");
    }

    [Fact]
    public void What_was_sent_is_kept_where_it_is_written_otherwise()
    {
        Read("12345", null, ("from", "<sip:+8613800006021@c>")).ShouldBe(new Arrival("12345", "13800006021", "+8613800006021"));
        Read("12345", null, ("from", "<sip:13800006021@c>")).ShouldBe(new Arrival("12345", "13800006021", null));
    }

    [Theory]
    [InlineData("diversion", "<sip:12348@c>;reason=unconditional")]
    [InlineData("diversion", "<tel:+86-12348>;reason=user-busy")]
    [InlineData("diversion", "<sip:12333@c>, <sip:12348@c>")] // the newest first: 12348 was dialled, and is ours
    [InlineData("history", "<sip:12348@c?Reason=SIP%3Bcause%3D302>;index=1, <sip:12345@c>;index=1.1")]
    [InlineData("called", "<sip:+8612348@c>")]
    public void A_diverted_call_is_for_the_number_that_was_dialled(string header, string value) =>
        Read("12345", null, ("from", "<sip:1@c>"), (header, value), ("to", "<sip:12345@c>")).Dialled.ShouldBe("12348");

    [Fact]
    public void A_diversion_by_a_number_that_is_not_ours_is_the_callers_own_affair() =>
        Read("12345", null, ("from", "<sip:1@c>"), ("diversion", "<sip:13811112222@c>")).Dialled.ShouldBe("12345");

    [Fact]
    public void A_trunk_whose_diversions_mean_nothing_is_read_by_its_own_rule() =>
        Read("12345", TrunkRules.Usual with { Dialled = [DialledSource.Request] }, ("diversion", "<sip:12348@c>")).Dialled.ShouldBe("12345");

    [Theory]
    [InlineData("sip:+86-123-48@127.0.0.1", "12348")]
    [InlineData("tel:123.48", "12348")]
    [InlineData("sip:abc@127.0.0.1", "abc")]
    [InlineData("sip:127.0.0.1", "sip:127.0.0.1")]
    public void What_the_dialplan_cannot_read_is_read_here_or_kept_for_the_list_of_unknown_numbers(string asked, string dialled) =>
        Read("12345", null, ("asked", asked), ("from", "<sip:1@c>")).Dialled.ShouldBe(dialled);

    [Fact]
    public void A_to_of_ours_helps_where_the_request_has_a_number_of_the_networks_own() =>
        Read("87654321", null, ("from", "<sip:1@c>"), ("to", "<sip:12319@c>")).Dialled.ShouldBe("12319");

    [Fact]
    public void A_call_of_which_nothing_is_known_has_the_caller_that_asterisk_says()
    {
        var reader = new ArrivalReader(new PlainRules());
        reader.Read("carrier", "12348", ArrivalFacts.None, "+8613800006021", At).ShouldBe(new Arrival("12348", "13800006021", "+8613800006021"));
        reader.Read("carrier", "12348", ArrivalFacts.Parse("%%%&=&x&from=%zz"), "anonymous", At).Caller.ShouldBe("");
    }
}
