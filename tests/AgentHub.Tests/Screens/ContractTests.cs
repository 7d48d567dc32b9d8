using System.Text.Json;
using System.Text.RegularExpressions;
using Hotline.AgentHub.Api;
using Hotline.AgentHub.Screens;

namespace Hotline.AgentHub.Tests.Screens;

/// <summary>The desk's contract.ts and the server's records name the same members: neither side can drift alone.</summary>
public sealed partial class ContractTests
{
    public static TheoryData<string, Type> Pairs => new()
    {
        { "DeskView", typeof(DeskView) },
        { "DeskAgent", typeof(DeskAgent) },
        { "QueueFigure", typeof(QueueFigure) },
        { "DeskCall", typeof(DeskCall) },
        { "DialledNumber", typeof(DialledNumber) },
        { "CallerView", typeof(CallerView) },
        { "PartyView", typeof(PartyView) },
        { "PartyFailure", typeof(PartyFailureView) },
        { "FloorView", typeof(FloorView) },
        { "FloorAgent", typeof(FloorAgent) },
        { "FloorWaiting", typeof(FloorWaiting) },
        { "FloorCall", typeof(FloorCall) },
        { "DraftForm", typeof(DraftForm) },
        { "TicketSummary", typeof(TicketSummary) },
        { "TicketPage", typeof(TicketListView) },
        { "PhoneAccount", typeof(SessionApi.PhoneView) },
        { "Session", typeof(SessionApi.SessionView) },
        { "CallerHistory", typeof(CallsApi.HistoryView) },
        { "Party", typeof(ReferenceApi.PartyListed) },
        { "Reference", typeof(ReferenceApi.ReferenceView) },
        { "NotAcceptReason", typeof(ReferenceApi.RefusalView) },
        { "ReferralReason", typeof(ReferenceApi.ReferralView) },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Members_are_the_same_on_both_sides(string name, Type type) =>
        Members(name).ShouldBe(type.GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)), ignoreOrder: true);

    [Fact]
    public void The_reader_of_the_contract_sees_members() => Members("PartyView").ShouldBe(["target", "name", "state", "since"], ignoreOrder: true);

    private static List<string> Members(string name)
    {
        var contract = Contract();
        var start = contract.IndexOf($"export interface {name} ", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, $"contract.ts has no {name}");
        var open = contract.IndexOf('{', start);
        var depth = 0;
        var end = open;
        do
        {
            depth += contract[end] switch { '{' => 1, '}' => -1, _ => 0 };
            end++;
        }
        while (depth > 0);
        var body = Comment().Replace(contract[(open + 1)..(end - 1)], "");
        body = Nested().Replace(body, "object");
        return [.. Member().Matches(body).Select(m => m.Groups[1].Value)];
    }

    private static string Contract()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "src", "AgentHub", "desk", "src", "shared", "contract.ts");
            if (File.Exists(file))
            {
                return File.ReadAllText(file);
            }
        }
        throw new FileNotFoundException("contract.ts");
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Nested();

    [GeneratedRegex(@"(?:^|[;\n])\s*(\w+)\??:")]
    private static partial Regex Member();
}
