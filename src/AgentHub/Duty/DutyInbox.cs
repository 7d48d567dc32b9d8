using System.Threading.Channels;
using Hotline.Telephony;
using Hotline.Tickets.Duty;

namespace Hotline.AgentHub.Duty;

/// <summary>Something that the ringer of duty phones has to look at.</summary>
internal abstract record DutyWork
{
    /// <summary>From a line.</summary>
    public sealed record Heard(DutyNews News) : DutyWork;

    /// <summary>A ticket was changed: what of it is not needed any more ends.</summary>
    public sealed record Look(string Ticket) : DutyWork;

    /// <summary>Somebody of the hotline wishes something; he hears whether it was done.</summary>
    public sealed record Wish(string Ticket, int Task, DutyFact Fact, TaskCompletionSource<bool> Done) : DutyWork;
}

/// <summary>
/// What waits for the ringer of duty phones, in order. It has no limit of its own: there are as many lines as the city allows at once, and each
/// says a few words.
/// </summary>
internal sealed class DutyInbox : IDutyInbox
{
    private readonly Channel<DutyWork> _work = Channel.CreateUnbounded<DutyWork>(new UnboundedChannelOptions { SingleReader = true });

    public void Post(DutyNews news) => Add(new DutyWork.Heard(news));

    /// <summary>A ticket was changed, or has a call that begins.</summary>
    public void Look(string ticket) => Add(new DutyWork.Look(ticket));

    /// <summary>Somebody of the hotline passes on to the next, or stops it.</summary>
    /// <returns>False where nobody is rung for that task, or not any more.</returns>
    /// <exception cref="System.Data.Common.DbException">The database is away.</exception>
    public Task<bool> WishAsync(string ticket, int task, DutyFact fact, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(new DutyWork.Wish(ticket, task, fact, done));
        return done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>The next; false where none waits.</summary>
    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DutyWork? work) => _work.Reader.TryRead(out work);

    /// <summary>Waits until there is something, at most so long.</summary>
    public async Task WaitAsync(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            await _work.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing came; clocks are looked at.
        }
    }

    private void Add(DutyWork work) => _work.Writer.TryWrite(work);
}
