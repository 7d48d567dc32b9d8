using System.Text.Json;
using System.Text.Json.Serialization;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;
using static Hotline.Tickets.Tests.Loop.People;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>What holds for every command: wishes told again, lost races, forms, clocks that ran out, the document.</summary>
public sealed class LoopRulesTests
{
    [Fact]
    public void The_same_wish_told_again_changes_nothing()
    {
        var flow = new Flow();
        var wish = new Dispatch(Dispatcher, "w", Water, [], null);
        flow.Do(_ => wish);
        flow.Decide(wish).ShouldBeOfType<LoopDecision.Already>().Case.ShouldBe(flow.Case);
        flow.Decide(wish with { By = Leader }).ShouldBeOfType<LoopDecision.Refused>().Code.ShouldBe(LoopRefusal.WishTaken);
        flow.Decide(new Urge(Dispatcher, "w", "催")).ShouldBeOfType<LoopDecision.Refused>().Code.ShouldBe(LoopRefusal.WishTaken);
    }

    [Fact]
    public void Who_saw_another_version_lost_the_race()
    {
        var flow = new Flow().Dispatched();
        flow.No(LoopRefusal.Stale, w => new Sign(Handler, w) { Seen = flow.Case.Ticket.Version - 1 });
        flow.Do(w => new Sign(Handler, w) { Seen = flow.Case.Ticket.Version });
    }

    [Fact]
    public void Wish_without_an_id_is_refused() => new Flow()
        .No(LoopRefusal.FieldsMissing, _ => new Urge(Agent, " ", "催"))
        .No(LoopRefusal.FieldsTooLong, _ => new Urge(Agent, new string('x', TicketLimits.CodeMax + 1), "催"))
        .No(LoopRefusal.FieldsTooLong, w => new Urge(Agent, w, new string('x', TicketLimits.TextMax + 1)));

    [Fact]
    public void Texts_are_kept_as_every_database_can_keep_them() =>
        new Flow().Do(w => new Urge(Agent, w, "a\0b")).Case.Urgings[0].Note.ShouldBe("ab");

    [Fact]
    public void Clock_that_ran_out_is_noted_once()
    {
        var flow = new Flow().Dispatched().After(TimeSpan.FromHours(5));
        NoteOverdue Note(string w, DeadlineTimer timer = DeadlineTimer.Sign) => new(TicketActor.System, w, timer, 1);
        flow.No(LoopRefusal.NotOverdue, w => Note(w)).After(TimeSpan.FromTicks(1)).Do(w => Note(w)).No(LoopRefusal.AlreadyMarked, w => Note(w));
        flow.Do(w => new Sign(Handler, w)).Case.OverdueMarks.ShouldHaveSingleItem().Cause.ShouldBe(OverdueCause.Sign);
        flow.After(RoundClock.Day).No(LoopRefusal.NotOverdue, w => Note(w, DeadlineTimer.Return))
            .No(LoopRefusal.NotOverdue, w => Note(w, DeadlineTimer.Handle));
        flow.After(7 * RoundClock.Day).Do(w => Note(w, DeadlineTimer.Handle));
    }

    [Fact]
    public void Offered_are_the_commands_of_the_table()
    {
        var flow = new Flow().InHandling(Roads);
        LoopRules.Offered(flow.Case, CoHandler).ShouldBe([LoopVerb.Sign, LoopVerb.RequestReturn, LoopVerb.GiveOpinion]);
        LoopRules.Offered(flow.Case, AccusedHandler).ShouldBeEmpty();
    }

    [Fact]
    public void Case_is_one_document_and_comes_back_as_it_was()
    {
        var flow = new Flow(urgency: Urgency.Special).InHandling(Roads).Do(w => new RespondFirst(Handler, w, "到场"))
            .Do(w => new GiveOpinion(CoHandler, w, "完成")).Closed();
        var text = JsonSerializer.Serialize(flow.Case, CaseJson.Default.TicketCase);
        JsonSerializer.Serialize(JsonSerializer.Deserialize(text, CaseJson.Default.TicketCase)!, CaseJson.Default.TicketCase).ShouldBe(text);
        text.ShouldContain("\"state\":\"closed\"");
    }
}

/// <summary>The document as a store would write it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<TicketState>)])]
[JsonSerializable(typeof(TicketCase))]
internal sealed partial class CaseJson : JsonSerializerContext;

/// <summary>Codes as everywhere: the member's name in camel case.</summary>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
