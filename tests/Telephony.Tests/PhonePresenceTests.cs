using Hotline.Routing;
using Hotline.Telephony.Ami;

namespace Hotline.Telephony.Tests;

/// <summary>A phone is there while it has a contact.</summary>
public sealed class PhonePresenceTests
{
    private readonly PhonePresence.Contacts _contacts = new(new NodeId("n1"));

    [Fact]
    public void A_phone_that_moves_to_a_new_contact_stays_registered()
    {
        Feed("NonQualified", "sip:a@h:1").ShouldBe(true);
        Feed("NonQualified", "sip:a@h:2").ShouldBe(true);
        Feed("Removed", "sip:a@h:1").ShouldBeNull();
        Feed("Removed", "sip:a@h:2").ShouldBe(false);
    }

    /// <summary>
    /// Each page that opens has the account made anew, and Asterisk tells its contact once more: that of the page before. Taken for news, it
    /// had the call ring where the agent had just left.
    /// </summary>
    [Fact]
    public void A_pages_contact_that_is_told_again_is_no_news()
    {
        Feed("NonQualified", "sip:x@h:1;transport=ws").ShouldBe(true);
        Feed("NonQualified", "sip:x@h:1;transport=ws").ShouldBeNull();
        Feed("NonQualified", "sip:y@h:2;transport=ws").ShouldBe(true);
    }

    /// <summary>It is in no page: whichever page opens, it can be rung.</summary>
    [Fact]
    public void A_telephone_on_the_desk_that_is_told_again_is_there()
    {
        Feed("NonQualified", "sip:a@h:1").ShouldBe(true);
        Feed("NonQualified", "sip:a@h:1").ShouldBe(true);
    }

    /// <summary>Asterisk says nothing of a contact that goes with its account. One that is forgotten there must not keep an agent ready.</summary>
    [Fact]
    public void A_contact_that_went_with_its_account_keeps_nobody_registered()
    {
        Feed("NonQualified", "sip:x@h:1;transport=ws");
        Feed("NonQualified", "sip:y@h:2;transport=ws").ShouldBe(true);
        Feed("Removed", "sip:y@h:2;transport=ws").ShouldBe(false);
    }

    [Fact]
    public void A_contact_from_before_our_start_is_gone_when_it_is_removed() => Feed("Removed", "sip:a@h:1").ShouldBe(false);

    [Fact]
    public void A_new_connection_begins_with_nothing_known()
    {
        Feed("NonQualified", "sip:a@h:1");
        _contacts.Feed(AmiMessage.Action("x", ("Event", "FullyBooted"))).ShouldBeNull();
        Feed("NonQualified", "sip:a@h:2").ShouldBe(true);
        Feed("Removed", "sip:a@h:2").ShouldBe(false);
    }

    [Fact]
    public void Other_news_is_none() => _contacts.Feed(AmiMessage.Action("Ping")).ShouldBeNull();

    private bool? Feed(string status, string uri)
    {
        var input =
            _contacts.Feed(AmiMessage.Action("x", ("Event", "ContactStatus"), ("EndpointName", "a"), ("URI", uri), ("ContactStatus", status)));
        input?.Endpoint.ShouldBe("a");
        return input?.Registered;
    }
}
