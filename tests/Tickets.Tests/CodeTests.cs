namespace Hotline.Tickets.Tests;

/// <summary>Codes are on the wire and in databases: a renamed member must fail here first.</summary>
public sealed class CodeTests
{
    [Fact]
    public void States_have_these_codes() =>
        Codes<TicketState>().ShouldBe(
        [
            "draft", "accepted", "answeredDirect", "transferred", "notAccepted", "referred", "followedUp", "scopeCheck", "merged", "answeredByWording",
            "coordinationPending", "dispatched", "returnReview", "handling", "extensionReview", "temporaryClosureReview", "temporarilyClosed",
            "replied", "redo", "revisit", "screening", "closed", "archived", "finalCase",
        ]);

    [Fact]
    public void Outcomes_have_these_codes() =>
        Codes<OutcomeKind>().ShouldBe(["directAnswer", "ticket", "transfer", "notAccepted", "referral", "supplement", "expedite"]);

    [Fact]
    public void Follow_ups_have_these_codes() => Codes<FollowUpKind>().ShouldBe(["supplement", "expedite"]);

    [Fact]
    public void Requester_kinds_have_these_codes() => Codes<RequesterKind>().ShouldBe(["person", "legalPerson", "otherOrganization"]);

    [Fact]
    public void Urgencies_have_these_codes() => Codes<Urgency>().ShouldBe(["normal", "special", "specialUrgent"]);

    [Theory]
    [InlineData("Draft")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData(null)]
    public void Try_parse_no_code_is_false(string? text) => Code.TryParse<TicketState>(text, out _).ShouldBeFalse();

    [Fact]
    public void Parse_no_code_says_which_type_it_is_not() =>
        Should.Throw<FormatException>(() => Code.Parse<TicketState>("shut")).Message.ShouldContain("TicketState");

    private static string[] Codes<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Code.Of)];
}
