using Microsoft.AspNetCore.SignalR;

namespace Hotline.AgentHub.Screens;

/// <summary>Holds the newest unsent picture for one browser and sends it when the browser has taken the one before.</summary>
/// <param name="browser">Whom to send to.</param>
/// <param name="method">The client's method.</param>
/// <param name="replaced">The picture as a page sees it that is no longer the agent's newest.</param>
/// <param name="gone">Ends with the connection.</param>
internal sealed class Mailbox<T>(ISingleClientProxy browser, string method, Func<T, T> replaced, CancellationToken gone)
    where T : class
{
    private readonly Lock _lock = new();
    private T? _unsent;
    private T? _last;
    private bool _sending;
    private bool _replaced;

    public void Post(T picture)
    {
        lock (_lock)
        {
            _last = picture;
            _unsent = _replaced ? replaced(picture) : picture;
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
        T? last;
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
            T picture;
            lock (_lock)
            {
                if (_unsent is null)
                {
                    _sending = false;
                    return;
                }
                (picture, _unsent) = (_unsent, null);
            }
            try
            {
                await browser.SendAsync(method, picture, gone);
            }
#pragma warning disable CA1031 // Whatever ends one browser's connection concerns nobody else; it re-reads everything when it is back.
            catch (Exception)
#pragma warning restore CA1031
            {
                lock (_lock)
                {
                    _sending = false;
                }
                return;
            }
        }
    }
}
