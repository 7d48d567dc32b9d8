using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>
/// The clocks of one ticket by a second way: from the commands that were granted, one after the other, without looking at the case. It is
/// written from part D of the domain, not from the code, and knows nothing of its records.
/// </summary>
internal sealed class NaiveTimers(DateTimeOffset acceptedAt, DemandType demand, Urgency urgency)
{
    private sealed class Job(string unit, char kind, DateTimeOffset given, bool bound)
    {
        internal string Unit => unit;
        internal char Kind => kind;
        internal DateTimeOffset Given => given;
        internal bool Bound { get; set; } = bound;
        internal bool Signed { get; set; }
        internal bool Done { get; set; }
        internal bool Over { get; set; }
        internal bool ReturnAsked { get; set; }
        internal bool Responded { get; set; }
        internal bool FedBack { get; set; }
        internal bool Works => !Done && !Over;
    }

    private readonly List<Job> _jobs = [];
    private readonly List<Job> _returns = [];
    private DateTimeOffset _atHotlineSince = acceptedAt;
    private DateTimeOffset? _roundSince, _urgentSince, _repliedAt, _askedAt, _answeredAt, _closedSince, _reportedAt;
    private DateOnly? _asksPromise, _promise;
    private Urgency _urgency = urgency;
    private int _extended;

    private Job? Lead => _jobs.LastOrDefault(job => job is { Kind: 'L', Over: false });

    internal void Saw(LoopCommand command, TicketState from, TicketState to, DateTimeOffset now)
    {
        switch (command)
        {
            case CheckScope { Verdict: ScopeVerdict.Accept }:
                _atHotlineSince = now;
                break;
            case AnswerByWording:
                _answeredAt = now;
                break;
            case MarkUrgent mark:
                (_urgency, _urgentSince) = (mark.Urgency, now);
                break;
            case Dispatch dispatch:
                Give(dispatch.Lead, dispatch.CoHandlers, now, bound: false);
                break;
            case DecideCoordination order:
                Give(order.Lead, order.CoHandlers, now, bound: true);
                break;
            case RecordRevisit when from == TicketState.Revisit:
                _askedAt ??= now;
                break;
            default:
                SawUnit(command, now, to);
                break;
        }

        if (to == TicketState.Redo && from != TicketState.Redo)
        {
            Again(now);
            _jobs.Where(job => job is { Done: true, Over: false }
                && job.Kind != 'C').ToList().ForEach(job => (job.Done, job.Signed) = (false, false));
        }
        else if (to == TicketState.CoordinationPending && from is TicketState.Replied or TicketState.Revisit or TicketState.Screening)
        {
            if (to != from)
            {
                Again(now);
                _jobs.ForEach(job => job.Over = true);
            }
        }
    }

    /// <summary>What runs in a state.</summary>
    internal HashSet<CaseTimer> Running(TicketState state)
    {
        HashSet<CaseTimer> timers = [];
        if (state == TicketState.Accepted)
        {
            timers.Add(new CaseTimer(DeadlineTimer.Dispatch, null, _atHotlineSince + Limit(DeadlineTimer.Dispatch)));
        }
        else if (state == TicketState.Replied || (state == TicketState.Revisit && _askedAt is null))
        {
            timers.Add(new CaseTimer(DeadlineTimer.Revisit, null, _repliedAt + Limit(DeadlineTimer.Revisit)));
        }
        else if (state is TicketState.Revisit or TicketState.AnsweredByWording)
        {
            timers.Add(new CaseTimer(DeadlineTimer.Rating, null,
                (state == TicketState.Revisit ? _askedAt : _answeredAt) + Limit(DeadlineTimer.Rating)));
        }
        else if (LoopTable.AtUnits.Contains(state) || state == TicketState.CoordinationPending)
        {
            foreach (var (index, job) in _jobs.Index().Where(job => job.Item.Works))
            {
                OfJob(timers, job, index + 1);
            }
        }

        return timers;
    }

    private void OfJob(HashSet<CaseTimer> timers, Job job, int no)
    {
        var began = Began(job);
        if (!job.Signed)
        {
            Add(DeadlineTimer.Sign, began + Limit(DeadlineTimer.Sign));
        }

        var postponed = job.Kind == 'L' && _closedSince is not null;
        if (job.Kind != 'N' && !job.ReturnAsked && !job.Bound && _roundSince is null && !postponed)
        {
            Add(DeadlineTimer.Return, began + Limit(DeadlineTimer.Return));
        }

        if (postponed)
        {
            Add(DeadlineTimer.Report, (_reportedAt ?? _closedSince) + Limit(DeadlineTimer.Report));
            Add(DeadlineTimer.Promise, RoundClock.EndOf(_promise!.Value));
        }
        else
        {
            Add(DeadlineTimer.Handle, job.Kind == 'C'
                ? job.Given + Limit(DeadlineTimer.Handle)
                : Began(Lead!) + Limit(DeadlineTimer.Handle) + (_extended * RoundClock.Day));
        }

        if (job.Kind == 'L' && _urgency != Urgency.Normal)
        {
            var since = _urgentSince > began ? _urgentSince.Value : began;
            if (!job.Responded)
            {
                Add(DeadlineTimer.FirstResponse, since + Limit(DeadlineTimer.FirstResponse));
            }

            if (!job.FedBack)
            {
                Add(DeadlineTimer.Feedback, since + Limit(DeadlineTimer.Feedback));
            }
        }

        void Add(DeadlineTimer timer, DateTimeOffset? due) => timers.Add(new CaseTimer(timer, no, due));
    }

    private DateTimeOffset Began(Job job) => job.Kind != 'C' && _roundSince is { } round && round >= job.Given ? round : job.Given;

    private TimeSpan Limit(DeadlineTimer timer) => RoundClock.LimitOf(timer, demand, _urgency);

    private void SawUnit(LoopCommand command, DateTimeOffset now, TicketState to)
    {
        var own = _jobs.LastOrDefault(job => job.Unit == command.By.Unit && !job.Over);
        switch (command)
        {
            case Sign:
                own!.Signed = true;
                break;
            case RequestReturn:
                own!.ReturnAsked = true;
                _returns.Add(own);
                break;
            case DecideReturn { Verdict: ReturnVerdict.Accept } decide:
                _returns[decide.Application - 1].Over = true;
                if (to == TicketState.Accepted)
                {
                    _jobs.ForEach(job => job.Over = true);
                    (_atHotlineSince, _extended) = (now, 0);
                }

                break;
            case SubAssign pass:
                _jobs.Where(job => job.Kind == 'N').ToList().ForEach(job => job.Over = true);
                _jobs.Add(new Job(pass.Unit, 'N', now, bound: true));
                break;
            case GiveOpinion:
                own!.Done = true;
                break;
            case DecideExtension decide:
                _extended += decide.GrantedDays ?? 0;
                break;
            case RequestTemporaryClosure ask:
                _asksPromise = ask.PromisedFor;
                break;
            case DecideTemporaryClosure { Granted: true }:
                _promise = _asksPromise;
                _closedSince ??= now;
                _reportedAt = _reportedAt is null && _closedSince != now ? null : _reportedAt;
                break;
            case ReportProgress:
                Lead!.FedBack = true;
                _reportedAt = _closedSince is null ? null : now;
                break;
            case RespondFirst:
                Lead!.Responded = true;
                break;
            case ReviewReply { Approved: true }:
                _repliedAt = now;
                foreach (var job in _jobs.Where(job => job.Works))
                {
                    (job.Done, job.Over) = (job.Kind != 'C', job.Kind == 'C');
                }

                break;
            case Withdraw:
                _jobs.Where(job => !job.Done).ToList().ForEach(job => job.Over = true);
                break;
            default:
                break;
        }
    }

    private void Again(DateTimeOffset now)
    {
        _roundSince = now;
        (_askedAt, _closedSince, _reportedAt, _promise, _extended) = (null, null, null, null, 0);
    }

    private void Give(string lead, IReadOnlyList<string> others, DateTimeOffset now, bool bound)
    {
        var keeps = Lead?.Unit == lead;
        foreach (var job in _jobs.Where(job => !job.Over))
        {
            job.Over = job.Kind == 'C' ? !others.Contains(job.Unit) : !keeps;
            job.Bound |= bound;
        }

        if (!keeps)
        {
            _extended = 0;
            _jobs.Add(new Job(lead, 'L', now, bound));
        }

        foreach (var unit in others.Where(unit => !_jobs.Exists(job => job.Unit == unit && !job.Over)))
        {
            _jobs.Add(new Job(unit, 'C', now, bound));
        }
    }
}
