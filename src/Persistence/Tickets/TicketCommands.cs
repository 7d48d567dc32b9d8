using Hotline.Tickets;
using Hotline.Tickets.Loop;

namespace Hotline.Persistence;

/// <summary>
/// The one way to change a ticket: load and hold it, decide, save with the version compared, and in the same transaction its steps, what
/// others have to be told of them (<see cref="Outbox"/>) and the audit. All of it counts, or none.
/// </summary>
/// <remarks>Throws <see cref="System.Data.Common.DbException"/> while the database is away; nothing was kept then.</remarks>
public sealed class TicketCommands(Database database)
{
    /// <summary>Does it, or says why not. Safe to repeat.</summary>
    public Task<TicketAnswer> DoAsync(TicketWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        return database.WriteAsync(session => DoAsync(session, wish), cancellationToken);
    }

    /// <summary>Does one command of the closed loop, in the same way: with the case, its lists and its clocks in the same transaction.</summary>
    public Task<CaseAnswer> DoAsync(CaseWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        return database.WriteAsync(session => DoAsync(session, wish), cancellationToken);
    }

    /// <summary>
    /// Ends a call's draft and adds to the ticket that its matter had already (补充, 催办): both, or neither. Told again, it is done once: the
    /// draft says that it was.
    /// </summary>
    /// <param name="draft">The outcome of the call, which names the other ticket.</param>
    /// <param name="earlier">What that ticket gets.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The call's own ticket; where the other one was changed in between or says no, that one.</returns>
    public Task<TicketAnswer> FollowUpAsync(TicketWish draft, TicketWish earlier, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            var own = await WeighAsync(session, draft);
            if (own.Answer is { } said)
            {
                return said;
            }

            var other = await WeighAsync(session, earlier);
            if (other.Answer is { } refusal)
            {
                return refusal;
            }

            await KeepAsync(session, other, earlier);
            return await KeepAsync(session, own, draft);
        },
        cancellationToken);

    /// <summary>
    /// Closes a call's ticket as handed on, with what was written so far (CALL-07), as part of a larger transaction. One that has an outcome
    /// already keeps it; safe to repeat.
    /// </summary>
    internal static async Task CloseAsync(DbSession session, TicketOpening opening, string summary)
    {
        await TicketStore.OpenAsync(session, opening);
        var ticket = (await TicketStore.LoadAsync(session, opening.TicketId))!;
        var command = new TicketCommand.RecordOutcome(TicketActor.System, ticket.Form, new CallOutcome.Transfer(summary));
        var unused = DateOnly.FromDateTime(opening.At.UtcDateTime); // what is handed on has no number
        await DoAsync(session, new TicketWish(ticket.Id, ticket.Version, command, TicketSight.Everything, opening.At, unused, ""));
    }

    private static async Task<TicketAnswer> DoAsync(DbSession session, TicketWish wish)
    {
        var weighed = await WeighAsync(session, wish);
        return weighed.Answer ?? await KeepAsync(session, weighed, wish);
    }

    /// <summary>Holds the ticket and decides; nothing is written yet. There is an answer, or else something to keep.</summary>
    private static async Task<Weighed> WeighAsync(DbSession session, TicketWish wish)
    {
        var held = await session.FirstOrDefaultAsync<HeldTicketRow>(Statement.TicketHold, new { TicketId = wish.Ticket });
        if (held is null || await TicketStore.LoadAsync(session, wish.Ticket) is not { } ticket || !wish.Sight.Sees(ticket))
        {
            return new Weighed(new TicketAnswer.NotFound());
        }

        var decision = TicketRules.Decide(ticket, wish.Command, wish.At);
        return decision switch
        {
            // Before anything is told of it: whose it is not hears no more than that.
            TicketDecision.Refused { Code: TicketRefusal.NotYours } refused => new Weighed(new TicketAnswer.Refused(refused)),
            TicketDecision.Already => new Weighed(new TicketAnswer.Done(ticket)),
            _ when ticket.Version != wish.Version => new Weighed(new TicketAnswer.Stale(ticket)),
            TicketDecision.Refused refused => new Weighed(new TicketAnswer.Refused(refused)),
            TicketDecision.Changed changed => new Weighed(null, held, ticket, changed),
            _ => throw new System.Diagnostics.UnreachableException($"{decision}"),
        };
    }

    private static async Task<TicketAnswer> KeepAsync(DbSession session, Weighed weighed, TicketWish wish)
    {
        var (held, before, changed) = (weighed.Held!, weighed.Before!, weighed.Change!);
        var saved = await TicketStore.KeepAsync(session, held, changed.Ticket, changed.Steps.Select(TicketStepRow.Of), wish.CityDate);
        if (saved is { CallId: { } call, Outcome: { } outcome, State: not TicketState.Draft })
        {
            await session.ExecuteAsync(Statement.CallOutcomeSet, new { CallId = call, Outcome = Code.Of(outcome) });
        }

        if (before.State == TicketState.Draft && saved.State != TicketState.Draft)
        {
            await CaseKeeper.SeenByAsync(session, saved, [saved.Form.Unit]);
        }

        // What was answered on the spot is rated and filed like what is handled, and counted with it (REV-04).
        if (before.State == TicketState.Draft && saved.State is TicketState.Accepted or TicketState.AnsweredDirect && wish.Birth is { } rules)
        {
            await CaseKeeper.SaveAsync(session, TicketCase.Of(saved, rules.RuleSetFor(saved)), rules, wish.At);
        }

        // What a later call added to a ticket is its unit's to hear and not the floor's: the call itself has an outcome of its own.
        if (changed.Steps is not [{ FollowUp: not null }])
        {
            await Outbox.AppendAsync(session, Outbox.Floor, changed.Steps, wish.At);
        }

        await Outbox.AppendAsync(session, Outbox.Desks, [.. changed.Steps.Where(step => step.To != TicketState.Draft)], wish.At);
        AuditLog.WriteLast(session, [Entry(before, saved, changed, wish)]);
        return new TicketAnswer.Done(saved);
    }

    private static async Task<CaseAnswer> DoAsync(DbSession session, CaseWish wish)
    {
        var held = await session.FirstOrDefaultAsync<HeldTicketRow>(Statement.TicketHold, new { TicketId = wish.Ticket });
        if (held is null || await TicketStore.LoadAsync(session, wish.Ticket) is not { } ticket
            || await CaseKeeper.LoadAsync(session, ticket, wish.Rules) is not { } subject || !wish.Sees(subject))
        {
            return new CaseAnswer.NotFound();
        }

        var earlier = await CaseKeeper.EarlierAsync(session, ticket, wish.Target, wish.Rules);
        var command = wish.Command(subject, earlier);
        return LoopRules.Decide(subject, command, wish.Rules.ContextOf(subject, wish.Units, earlier), wish.At) switch
        {
            LoopDecision.Already already => new CaseAnswer.Done(already.Case),
            LoopDecision.Refused { Code: LoopRefusal.Stale } => new CaseAnswer.Stale(subject),
            LoopDecision.Refused refused => new CaseAnswer.Refused(refused),
            LoopDecision.Changed changed => await KeepAsync(session, held, subject, changed, wish),
            var other => throw new System.Diagnostics.UnreachableException($"{other}"),
        };
    }

    private static async Task<CaseAnswer> KeepAsync(
        DbSession session, HeldTicketRow held, TicketCase before, LoopDecision.Changed changed, CaseWish wish)
    {
        var saved = await TicketStore.KeepAsync(session, held, changed.Case.Ticket, changed.Steps.Select(TicketStepRow.Of), cityDate: null);
        var subject = changed.Case with { Ticket = saved };
        await CaseKeeper.SaveAsync(session, subject, wish.Rules, wish.At);
        IReadOnlyList<TicketStep> steps = [.. changed.Steps.Select(step => step.Step)];
        await Outbox.AppendAsync(session, Outbox.Desks, steps, wish.At);
        if (before.Ticket.Form.Urgency != Urgency.Normal || saved.Form.Urgency != Urgency.Normal)
        {
            await Outbox.AppendAsync(session, Outbox.Duty, steps, wish.At);
        }

        var last = changed.Steps[^1];
        AuditLog.WriteLast(session,
        [
            (Invariant($"{saved.Id}#{saved.LastStep}"), new AuditEntry(
                wish.At, saved.Tenant, last.Step.By.Id, Code.Of(last.Verb), saved.Id, last.Step.By.Unit ?? "", wish.Address,
                Detail: TicketChanges.Of(before.Ticket, saved))),
        ]);
        return new CaseAnswer.Done(subject);
    }

    // A draft saves itself every few seconds: that its agent wrote in it is one entry, and not thousands. What another writes in it is one each.
    private static (string Id, AuditEntry Entry) Entry(Ticket before, Ticket saved, TicketDecision.Changed changed, TicketWish wish)
    {
        var who = wish.Command.By.Id;
        var action = changed.Steps.Count == 0 ? "write-draft"
            : changed.Steps[^1].FollowUp is { } kind ? Code.Of(kind)
            : Code.Of(saved.State);
        var id = changed.Steps.Count > 0 ? Invariant($"{saved.Id}#{saved.LastStep}")
            : saved.AgentId == who ? $"{saved.Id}/{who}"
            : Invariant($"{saved.Id}/{who}/{saved.Version}");
        return (id, new AuditEntry(wish.At, saved.Tenant, who, action, saved.Id, "", wish.Address, Detail: TicketChanges.Of(before, saved)));
    }

    private sealed record Weighed(
        TicketAnswer? Answer, HeldTicketRow? Held = null, Ticket? Before = null, TicketDecision.Changed? Change = null);
}
