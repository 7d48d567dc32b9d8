using Hotline.Routing;
using Hotline.Telephony.Ari;
using Hotline.Testkit;

namespace Hotline.Telephony.Tests.Ari;

/// <summary>What several events say together.</summary>
public sealed class AriTranslatorTests
{
    private static readonly NodeId Node = new("n1");
    private readonly AriTranslator _translator = new(Node, new IdSource(new HandTime()), new PlainRules(), new HandTime());

    private Input? Tell(string type, string channel, int cause = 0) =>
        _translator.Translate(new AriEvent { Type = type, Channel = new AriChannel { Id = channel }, Cause = cause });

    /// <summary>A line that Asterisk gave up was booked as hung up by the caller: the event of its end says no cause.</summary>
    [Fact]
    public void Why_a_channel_ends_is_said_before_its_end()
    {
        Tell("ChannelHangupRequest", "x-1", HangupCause.ChannelUnavailable).ShouldBeNull();
        Tell("StasisEnd", "x-2").ShouldBe(new Input.LegEnded(new LegId(Node, "x-2"), HangupCause.NormalClearing));
        Tell("StasisEnd", "x-1").ShouldBe(new Input.LegEnded(new LegId(Node, "x-1"), HangupCause.ChannelUnavailable));
        Tell("StasisEnd", "x-1").ShouldBe(new Input.LegEnded(new LegId(Node, "x-1"), HangupCause.NormalClearing));
    }
}
