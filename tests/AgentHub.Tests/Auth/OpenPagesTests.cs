using Hotline.AgentHub.Auth;
using Hotline.Routing;

namespace Hotline.AgentHub.Tests.Auth;

/// <summary>The pages of an account that is closed end at once, and nobody else's.</summary>
public sealed class OpenPagesTests
{
    private static readonly AgentId Closed = new("1001"), Other = new("1002");
    private readonly OpenPages _pages = new();
    private readonly List<string> _ended = [];

    [Fact]
    public void All_pages_of_a_person_end_and_no_others()
    {
        Open("a", Closed);
        Open("b", Closed);
        Open("c", Other);

        _pages.CloseAllOf(Closed);

        _ended.ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public void A_page_that_went_is_not_ended_any_more()
    {
        Open("a", Closed);
        _pages.Closed("a");
        _pages.Closed("a");

        _pages.CloseAllOf(Closed);

        _ended.ShouldBeEmpty();
    }

    [Fact]
    public void A_page_that_goes_while_it_is_ended_does_not_keep_the_others_open()
    {
        _pages.Opened("a", Closed, "s", () => _pages.Closed("a"));
        Open("b", Closed);

        _pages.CloseAllOf(Closed);

        _ended.ShouldBe(["b"]);
    }

    [Fact]
    public void Pages_of_one_session_end_and_the_persons_others_stay()
    {
        Open("a", Closed, "s1");
        Open("b", Closed, "s2");

        _pages.CloseAllOf("s1");

        _ended.ShouldBe(["a"]);
    }

    private void Open(string connection, AgentId person, string session = "s") =>
        _pages.Opened(connection, person, session, () => _ended.Add(connection));
}
