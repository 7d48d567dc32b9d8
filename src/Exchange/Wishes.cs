using System.Collections.Concurrent;
using Hotline.Routing;

namespace Hotline.Exchange;

/// <summary>
/// People's wishes and their answers. A wish that comes twice with the same id (a retry, a double click) is carried out
/// once and answered twice.
/// </summary>
public sealed class Wishes
{
    /// <summary>Answers kept for repeats; the oldest goes first.</summary>
    private const int KeptMax = 5_000;
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string?>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Posts a wish and waits for the floor's answer: null when granted, else one of <see cref="Refusals"/>.</summary>
    /// <exception cref="TimeoutException">The floor did not answer: the server is overloaded.</exception>
    public async Task<string?> AskAsync(FloorLoop loop, Input.Wish wish, CancellationToken cancellationToken)
    {
        var fresh = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = _answers.GetOrAdd(wish.Request.Value, fresh);
        if (ReferenceEquals(answer, fresh))
        {
            _order.Enqueue(wish.Request.Value);
            while (_order.Count > KeptMax && _order.TryDequeue(out var oldest))
            {
                _answers.TryRemove(oldest, out _);
            }
            if (!loop.TryPost(wish))
            {
                _answers.TryRemove(wish.Request.Value, out _);
                throw new TimeoutException("the floor's inbox is full");
            }
        }
        return await answer.Task.WaitAsync(AnswerTimeout, cancellationToken);
    }

    public void Answer(Effect.Reply reply)
    {
        if (_answers.TryGetValue(reply.Request.Value, out var waiting))
        {
            waiting.TrySetResult(reply.Refusal);
        }
    }
}
