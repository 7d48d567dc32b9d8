using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Tests.Host;
using Hotline.Tickets.Loop;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Hotline.AgentHub.Tests.Auth;

/// <summary>The table of rights, and that nothing goes past it.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class RightsTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    [Theory]
    [InlineData(Roles.Agent, Permission.TakeCalls, true)]
    [InlineData(Roles.Agent, Permission.WatchFloor, false)]
    [InlineData(Roles.Agent, Permission.CallBack, false)]
    [InlineData(Roles.Agent, Permission.ManagePeople, false)]
    [InlineData(Roles.ShiftLeader, Permission.WatchFloor, true)]
    [InlineData(Roles.ShiftLeader, Permission.TakeCalls, false)]
    [InlineData(Roles.ShiftLeader, Permission.ManagePeople, false)]
    [InlineData(Roles.Administrator, Permission.ManagePeople, true)]
    [InlineData(Roles.Administrator, Permission.TakeCalls, false)]
    [InlineData(Roles.Administrator, Permission.ManageSecurity, false)]
    [InlineData(Roles.SecurityAdministrator, Permission.ManageSecurity, true)]
    [InlineData(Roles.SecurityAdministrator, Permission.ReadAudit, false)]
    [InlineData(Roles.Auditor, Permission.ReadAudit, true)]
    [InlineData(Roles.Auditor, Permission.ManagePeople, false)]
    public void May_says_what_the_table_says(string role, Permission permission, bool may) => Rights.May([role], permission).ShouldBe(may);

    [Theory]
    [InlineData(Roles.Agent, Permission.ReadCalls, Reach.Mine)]
    [InlineData(Roles.Agent, Permission.ReadTickets, Reach.MyCaller)]
    [InlineData(Roles.Agent, Permission.ReadConfidential, Reach.Mine)]
    [InlineData(Roles.ShiftLeader, Permission.ReadCalls, Reach.All)]
    [InlineData(Roles.ShiftLeader, Permission.ReadConfidential, Reach.All)]
    [InlineData(Roles.Unit, Permission.ReadTickets, Reach.MyUnit)]
    [InlineData(Roles.Unit, Permission.ReadConfidential, Reach.MyUnit)]
    [InlineData(Roles.Unit, Permission.ReadCalls, Reach.None)]
    public void Of_says_how_far(string role, Permission permission, Reach reach) => Rights.Of([role], permission).ShouldBe(reach);

    /// <summary>The permission before each command of the loop, and the loop's own table, give it to the same roles.</summary>
    [Fact]
    public void May_and_the_table_of_the_loop_say_the_same()
    {
        List<string> wrong = [];
        foreach (var verb in Enum.GetValues<LoopVerb>().Except([LoopVerb.RateByDefault, LoopVerb.NoteOverdue, LoopVerb.RecountDeadlines]))
        {
            foreach (var role in Rights.RoleNames)
            {
                var table = CaseRoles.Of([role]).Any(known => LoopTable.Rows.Any(row => row.Verb == verb && row.Roles.Contains(known)));
                if (table != Rights.May([role], CaseRoles.Needed(verb)))
                {
                    wrong.Add($"{verb} as {role}");
                }
            }
        }
        wrong.ShouldBeEmpty();
    }

    /// <summary>Whoever administers sees nothing of what citizens said.</summary>
    [Theory]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.SecurityAdministrator)]
    [InlineData(Roles.Auditor)]
    public void May_no_administrator_sees_a_citizens_data(string role)
    {
        Permission[] ofCitizens =
        [
            Permission.TakeCalls, Permission.ReadCalls, Permission.ReadTickets, Permission.ReadConfidential, Permission.WriteTickets,
            Permission.WatchFloor, Permission.CallBack, Permission.ReadCases, Permission.ListCases, Permission.RevealCallers,
        ];
        ofCitizens.ShouldAllBe(permission => !Rights.May(new[] { role }, permission));
    }

    [Fact]
    public void May_unknown_role_nothing() => Enum.GetValues<Permission>().ShouldAllBe(p => !Rights.May(new[] { "king" }, p));

    [Fact]
    public void May_two_roles_both_their_rights()
    {
        Rights.May([Roles.Agent, Roles.ShiftLeader], Permission.TakeCalls).ShouldBeTrue();
        Rights.May([Roles.Agent, Roles.ShiftLeader], Permission.WatchFloor).ShouldBeTrue();
    }

    /// <summary>
    /// Each names a permission, or that it needs none, or that it is for this machine alone. The list of the open ones is short and stands here.
    /// </summary>
    [Fact]
    public void Endpoints_each_names_its_permission()
    {
        string[] policies = [.. Enum.GetNames<Permission>(), "local"];
        var open = new List<string>();
        foreach (var endpoint in server.Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            {
                open.Add(endpoint.RoutePattern.RawText ?? "");
                continue;
            }
            endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).ShouldAllBe(p => policies.Contains(p), endpoint.DisplayName);
            endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().ShouldNotBeEmpty(endpoint.DisplayName);
        }
        open.Distinct().ShouldBe(["/openapi/{documentName}.json", "/healthz", "/api/session", "{*path:nonfile}", "/api/{**path}"], ignoreOrder: true);
    }
}
