namespace Hotline.Tickets.Tests;

/// <summary>Codes are on the wire and in databases: a renamed member must fail here first.</summary>
public sealed class CodeTests
{
    [Fact]
    public void States_HaveTheseCodes() =>
        Codes<TicketState>().ShouldBe(["draft", "accepted", "answeredDirect", "transferred", "notAccepted", "referred"]);

    [Fact]
    public void Outcomes_HaveTheseCodes() => Codes<OutcomeKind>().ShouldBe(["directAnswer", "ticket", "transfer", "notAccepted", "referral"]);

    [Fact]
    public void RequesterKinds_HaveTheseCodes() => Codes<RequesterKind>().ShouldBe(["person", "legalPerson", "otherOrganization"]);

    [Fact]
    public void Urgencies_HaveTheseCodes() => Codes<Urgency>().ShouldBe(["normal", "special", "specialUrgent"]);

    [Theory]
    [InlineData("Draft")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_NoCode_IsFalse(string? text) => Code.TryParse<TicketState>(text, out _).ShouldBeFalse();

    [Fact]
    public void Parse_NoCode_SaysWhichTypeItIsNot() =>
        Should.Throw<FormatException>(() => Code.Parse<TicketState>("closed")).Message.ShouldContain("TicketState");

    private static string[] Codes<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Code.Of)];
}
