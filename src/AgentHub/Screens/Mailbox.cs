using Microsoft.AspNetCore.SignalR;

namespace Hotline.AgentHub.Screens;

/// <summary>
/// Holds the newest facts that one browser has not seen, and draws and sends them when it has taken the picture before. What goes wrong
/// here, in the drawing or on the way, is this browser's alone and is counted; the next facts are drawn anew.
/// </summary>
/// <typeparam name="TFacts">What is drawn.</typeparam>
/// <param name="browser">Whom to send to.</param>
/// <param name="method">The client's method.</param>
/// <param name="draw">The facts as a picture; with true, for a page that is no longer the agent's newest.</param>
/// <param name="faults">Told what went wrong.</param>
/// <param name="gone">Ends with the connection.</param>
internal sealed class Mailbox<TFacts>(ISingleClientProxy browser, string method, Func<TFacts, bool, object> draw, ScreenFaults faults,
    CancellationToken gone)
    where TFacts : class
{
    private readonly Lock _lock = new();
    private TFacts? _unsent;
    private TFacts? _last;
    private bool _sending;
    private bool _replaced;

    public void Post(TFacts facts)
    {
        lock (_lock)
        {
            _last = _unsent = facts;
            if (_sending)
            {
                return;
            }
            _sending = true;
        }
        _ = Task.Run(SendAsync, CancellationToken.None);
    }

    /// <summary>From now on this page is told that another one has taken its place.</summary>
    public void Replace()
    {
        TFacts? last;
        lock (_lock)
        {
            _replaced = true;
            last = _last;
        }
        if (last is not null)
        {
            Post(last);
        }
    }

    private async Task SendAsync()
    {
        while (true)
        {
            TFacts facts;
            bool replaced;
            lock (_lock)
            {
                if (_unsent is null)
                {
                    _sending = false;
                    return;
                }
                (facts, _unsent, replaced) = (_unsent, null, _replaced);
            }
            await TrySendAsync(facts, replaced);
        }
    }

    private async Task TrySendAsync(TFacts facts, bool replaced)
    {
        object picture;
        try
        {
            picture = draw(facts, replaced);
        }
#pragma warning disable CA1031 // Whatever a picture stumbles over, the next one may not; the server goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            faults.NotDrawn(method, e);
            return;
        }
        try
        {
            await browser.SendAsync(method, picture, gone);
        }
#pragma warning disable CA1031 // Whatever ends one browser's connection concerns nobody else; it re-reads everything when it is back.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (!gone.IsCancellationRequested)
            {
                faults.NotSent(method, e);
            }
        }
    }
}
