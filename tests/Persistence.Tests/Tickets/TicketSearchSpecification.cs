using Hotline.Testkit;
using Hotline.Tickets;

namespace Hotline.Persistence.Tests;

public abstract class TicketSearchSpecification(Func<Task<TestDatabase>> create) : DatabaseSpecification(create)
{
    private TicketStore Store => new(Database);

    private TicketCommands Commands => new(Database);

    [Theory]
    [InlineData("停水")]
    [InlineData("自昨晚起停水")]
    [InlineData("物业 停水")]
    [InlineData("停水　物业")]
    [InlineData("小区停水")]
    [InlineData("中山路")]
    [InlineData("王女")]
    [InlineData("水")]
    [InlineData("水 物")]
    [InlineData("水 物业")]
    [Requirement("TKT-16", Shows = "words of title, text, place and requester find the ticket")]
    public async Task Words_of_title_text_place_or_requester_find_the_ticket(string query)
    {
        await DraftAsync("t1", Given.WholeForm);
        await DraftAsync("t2", Given.WholeForm with { Title = "路灯不亮", Text = "路灯坏了三天", Place = "龙亭区", RequesterName = "李先生" });

        (await FindAsync(query)).ShouldBe(["t1"]);
    }

    [Theory]
    [InlineData("水停")]
    [InlineData("停电")]
    [InlineData("物业 停电")]
    [InlineData("小区物业")]
    [InlineData("路王")]
    [InlineData("火")]
    [InlineData("   ab")]
    public async Task Words_that_do_not_stand_there_find_nothing(string query)
    {
        await DraftAsync("t1", Given.WholeForm);

        (await FindAsync(query)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_whose_pairs_stand_apart_find_nothing()
    {
        await DraftAsync("t1", TicketForm.Empty with { Text = "供水管，水管道，管道工" });

        (await FindAsync("供水管道工")).ShouldBeEmpty();
        (await FindAsync("水管道")).ShouldBe(["t1"]);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "'; drop table tickets; --", "'; drop" },
        { "他说\"停水\"了", "\"停水\"" },
        { "打折100%真实", "100%" },
        { "a_b\\c[d]", "a_b\\c[d]" },
        { "<script>alert('停水')</script>", "<script>" },
        { "@Tenant or 1=1", "@tenant" },
        { "谢谢😀😁", "😀😁" },
        { "谢谢😀", "😀" },
        { "ＡＢＣ公司", "abc公司" },
        { "停\0水", "停水" },
        { "第一行\r\n第二行", "第二行" },
        { "[\"停水\"]", "[\"停水\"]" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_text_is_kept_and_found_as_text(string typed, string query)
    {
        await DraftAsync("t0", TicketForm.Empty with { Text = "别的事 x" });
        await DraftAsync("t1", TicketForm.Empty with { Text = typed });

        (await FindAsync(query)).ShouldBe(["t1"]);
        (await Store.LoadAsync(new("t1"), Cancel))!.Form.Text.ShouldBe(typed.Replace("\0", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("%%")]
    [InlineData("__")]
    [InlineData("' or ''='")]
    public async Task Wildcards_are_no_wildcards(string query)
    {
        await DraftAsync("t1", Given.WholeForm);

        (await FindAsync(query)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Long_text_is_found_by_its_end()
    {
        var text = string.Concat(Enumerable.Range(0, 1990).Select(i => (char)('\u4E00' + (i * 7 % 900)))) + "最后十个字在这里结束";
        await DraftAsync("t1", TicketForm.Empty with { Text = text });

        (await FindAsync("这里结束")).ShouldBe(["t1"]);
        (await FindAsync(text[500..700])).ShouldBe(["t1"]);
    }

    [Fact]
    public async Task Changed_draft_is_found_by_what_it_says_now()
    {
        var draft = await DraftAsync("t1", TicketForm.Empty with { Title = "停水", Text = "噪音扰民" });
        await Commands.KeptAsync(Given.SaveDraft(draft, TicketForm.Empty with { Title = "停电", Text = "噪音扰民" }));

        (await FindAsync("停水")).ShouldBeEmpty();
        (await FindAsync("停电")).ShouldBe(["t1"]);
        (await FindAsync("扰民")).ShouldBe(["t1"]);
    }

    [Fact]
    public async Task Direct_answer_is_found_by_the_answer_given()
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        await Commands.KeptAsync(Given.Answer(opened, "携带身份证到窗口"));

        (await FindAsync("身份证")).ShouldBe(["t1"]);
    }

    [Fact]
    public async Task Ticket_number_finds_that_ticket_of_that_city_only()
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        await Commands.KeptAsync(Given.Accept(opened));

        (await FindAsync(" 410200-20260401-1-000001 ")).ShouldBe(["t1"]);
        (await FindAsync("410200-20260401-1-000002")).ShouldBeEmpty();
        (await FindAsync("000001")).ShouldBe(["t1"]); // as people read it to each other
        (await FindAsync("0001")).ShouldBe(["t1"]);
        (await FindAsync("0002")).ShouldBeEmpty();
        (await FindAsync("410200-20260401-1-000001", state: TicketState.Draft)).ShouldBeEmpty();
        (await Store.SearchAsync(new TicketSearch(Given.Ziyang, TicketSight.Everything, "410200-20260401-1-000001"), Cancel)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Telephone_number_finds_caller_and_contact_and_words_otherwise()
    {
        await DraftAsync("t1", TicketForm.Empty);
        await DraftAsync("t2", TicketForm.Empty with { ContactNumber = Given.Caller }, caller: "13900000000");
        await DraftAsync("t3", TicketForm.Empty with { Text = "打了12345没人接" }, caller: "13900000000");

        (await FindAsync(Given.Caller)).ShouldBe(["t2", "t1"]);
        (await FindAsync("1380000602")).ShouldBeEmpty();
        (await FindAsync("12345")).ShouldBe(["t3"]);
    }

    [Fact]
    public async Task No_query_lists_by_state_newest_first_in_pages()
    {
        for (var i = 1; i <= 5; i++)
        {
            await DraftAsync($"t{i}", Given.WholeForm);
        }

        await Commands.KeptAsync(Given.Answer((await Store.LoadAsync(new("t3"), Cancel))!, "好"));

        (await FindAsync("")).ShouldBe(["t5", "t4", "t3", "t2", "t1"]);
        (await FindAsync("", TicketState.Draft)).ShouldBe(["t5", "t4", "t2", "t1"]);
        (await FindAsync("停水", TicketState.AnsweredDirect)).ShouldBe(["t3"]);
        var second =
            await Store.SearchAsync(new TicketSearch(Given.Kaifeng, TicketSight.Everything, "停水", null, Page: 2, PageSize: 2), Cancel);
        second.Items.Select(ticket => ticket.Id).ShouldBe(["t3", "t2"]);
        second.Total.ShouldBe(5);
        (await Store.SearchAsync(new TicketSearch(Given.Kaifeng, TicketSight.Everything, "停水", null, int.MaxValue, int.MaxValue),
            Cancel)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_city_is_never_found()
    {
        await DraftAsync("t1", Given.WholeForm);

        foreach (var query in new[] { "", "停水", "水", Given.Caller })
        {
            (await Store.SearchAsync(new TicketSearch(Given.Ziyang, TicketSight.Everything, query), Cancel)).Total.ShouldBe(0);
        }
    }

    /// <summary>By every way there is to search: what a person may not see is neither found nor counted.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("停水")]
    [InlineData("水")]
    [InlineData("停水 中山")]
    [InlineData(Given.Caller)]
    public async Task Confidential_is_there_for_its_agent_its_unit_and_those_who_may_alone(string query)
    {
        await AcceptedAsync("open", Given.WholeForm with { Confidential = false });
        await AcceptedAsync("secret", Given.WholeForm with { Confidential = true });
        var unit = Given.WholeForm.Unit!;

        (await SeenAsync(new TicketSight("1009", null, Open: true, Confidential: false))).ShouldBe(["open"]);
        (await SeenAsync(new TicketSight("1009", null, Open: true, Confidential: true))).ShouldBe(["secret", "open"]);
        (await SeenAsync(new TicketSight("1001", null, Open: true, Confidential: false))).ShouldBe(["secret", "open"]);
        (await SeenAsync(new TicketSight("7001", unit, Open: false, Confidential: false))).ShouldBe(["secret", "open"]);
        (await SeenAsync(new TicketSight("7001", "another", Open: false, Confidential: false))).ShouldBeEmpty();
        (await SeenAsync(new TicketSight("1009", null, Open: false, Confidential: false, Given.Caller))).ShouldBe(["open"]);
        (await SeenAsync(new TicketSight("1009", null, Open: false, Confidential: false, "13900000000"))).ShouldBeEmpty();
        (await SeenAsync(new TicketSight("1009", null, Open: false, Confidential: false, null, "secret"))).ShouldBe(["secret"]);

        async Task<string[]> SeenAsync(TicketSight sight)
        {
            var page = await Store.SearchAsync(new TicketSearch(Given.Kaifeng, sight, query), Cancel);
            page.Total.ShouldBe(page.Items.Count);
            foreach (var ticket in await Store.OfCallerAsync(Given.Kaifeng, Given.Caller, sight, 10, Cancel))
            {
                page.Items.ShouldContain(ticket);
            }

            return [.. page.Items.Select(ticket => ticket.Id)];
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("停水")]
    [InlineData("水")]
    [InlineData(Given.Caller)]
    public async Task Draft_is_there_for_its_agent_and_those_who_see_everything_alone(string query)
    {
        await DraftAsync("d1", Given.WholeForm);
        async Task<int> SeenAsync(TicketSight sight) => (await Store.SearchAsync(new TicketSearch(Given.Kaifeng, sight, query), Cancel)).Total;

        (await SeenAsync(new TicketSight("1001", null, Open: false, Confidential: false))).ShouldBe(1);
        (await SeenAsync(TicketSight.Everything)).ShouldBe(1);
        (await SeenAsync(new TicketSight("1009", null, Open: true, Confidential: false))).ShouldBe(0);
        (await SeenAsync(new TicketSight("7001", Given.WholeForm.Unit, Open: false, Confidential: false))).ShouldBe(0);
        (await SeenAsync(new TicketSight("1009", null, Open: false, Confidential: false, Given.Caller))).ShouldBe(0);
    }

    [Fact]
    public async Task Confidential_by_its_number_and_by_its_state_is_not_there_for_others()
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(), Cancel);
        var saved = await Commands.KeptAsync(Given.Accept(opened, Given.WholeForm with { Confidential = true }));
        var others = new TicketSight("1009", null, Open: true, Confidential: false);

        (await Store.SearchAsync(new TicketSearch(Given.Kaifeng, others, saved.Number!), Cancel)).Total.ShouldBe(0);
        (await Store.SearchAsync(new TicketSearch(Given.Kaifeng, others, "", TicketState.Accepted), Cancel)).Total.ShouldBe(0);
        (await Store.SearchAsync(new TicketSearch(Given.Kaifeng, others, "停水", TicketState.Accepted), Cancel)).Total.ShouldBe(0);
        (await Store.SearchAsync(new TicketSearch(Given.Kaifeng, TicketSight.Everything, saved.Number!), Cancel)).Total.ShouldBe(1);
    }

    private async Task<Ticket> AcceptedAsync(string id, TicketForm form)
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(id), Cancel);
        return await Commands.KeptAsync(Given.Accept(opened, form));
    }

    private async Task<Ticket> DraftAsync(string id, TicketForm form, string caller = Given.Caller)
    {
        var opened = await Store.OpenDraftAsync(Given.Opening(id, caller: caller), Cancel);
        return await Commands.KeptAsync(Given.SaveDraft(opened, form));
    }

    private async Task<string[]> FindAsync(string query, TicketState? state = null) =>
        [.. (await Store.SearchAsync(new TicketSearch(Given.Kaifeng, TicketSight.Everything, query, state), Cancel)).Items.Select(
            ticket => ticket.Id)];
}

public sealed class TicketSearchOnSqlite() : TicketSearchSpecification(TestDatabase.OnSqliteAsync);

public sealed class TicketSearchOnPostgres() : TicketSearchSpecification(TestDatabase.OnPostgresAsync);

public sealed class TicketSearchOnSqlServer() : TicketSearchSpecification(TestDatabase.OnSqlServerAsync);
