using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Hotline.Telephony.Ami;

/// <summary>
/// One connection to the manager interface: beside ARI, for what ARI lacks (fallback queue, redirects out of the dialplan,
/// recording, registrations). No decision needs both: the two streams have no common order.
/// </summary>
/// <param name="options">Where, and as whom.</param>
/// <param name="time">The clock of its time-outs.</param>
/// <param name="log">Where losses are told.</param>
public sealed partial class AmiConnection(AmiOptions options, TimeProvider time, ILogger<AmiConnection> log) : IDisposable
{
    private static readonly TimeSpan BackOffMin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BackOffMax = TimeSpan.FromSeconds(2);

    /// <summary>No line of Asterisk is longer; a longer one ends the connection.</summary>
    private const int LineLengthMax = 64 * 1024;
    private readonly ConcurrentDictionary<string, Waiting> _waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private Stream? _stream;
    private long _lastId;
    private TimeSpan _backOff = BackOffMin;

    public bool Connected => _stream is not null;

    /// <summary>Raised for each event, in order, on the reading task: be quick.</summary>
    public event Action<AmiMessage>? Received;

    /// <summary>Raised after each successful sign-in.</summary>
    public event Action? SignedIn;

    /// <summary>Connects, and connects again, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                using var client = new TcpClient { NoDelay = true };
                await client.ConnectAsync(options.Host, options.Port, cancellationToken);
                await using var stream = client.GetStream();
                await LiveAsync(stream, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is SocketException or IOException or TimeoutException or OperationCanceledException or AmiRefusedException)
            {
                LogAway(options.Host, options.Port, e.Message);
            }
            await Task.Delay(_backOff, time, cancellationToken);
            _backOff = _backOff * 2 > BackOffMax ? BackOffMax : _backOff * 2;
        }
    }

    /// <summary>Sends an action and waits for its answer; for lists, for all their items.</summary>
    /// <exception cref="IOException">Not connected, or the connection broke.</exception>
    /// <exception cref="TimeoutException">Not sent and answered within <see cref="AmiOptions.ActionTimeout"/>.</exception>
    public async Task<AmiAnswer> SendAsync(AmiMessage action, CancellationToken cancellationToken)
    {
        var stream = _stream ?? throw new IOException("the manager interface is not connected");
        var id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        var waiting = new Waiting();
        _waiting[id] = waiting;
        // Writing is under the same limit: on a half-open connection it is the write that stands still once the buffers are full.
        using var late = new CancellationTokenSource(options.ActionTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await _writing.WaitAsync(either.Token);
            try
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(action.Encode(id)), either.Token);
            }
            finally
            {
                _writing.Release();
            }
            return await waiting.Done.Task.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                Invariant($"the manager interface did not answer {action["Action"]} within {options.ActionTimeout.TotalSeconds} s"));
        }
        catch (ObjectDisposedException)
        {
            throw new IOException("the manager connection broke");
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    public void Dispose() => _writing.Dispose();

    private async Task LiveAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _stream = stream;
        var reading = ReadAsync(stream, gone.Token);
        try
        {
            var login =
                SendAsync(AmiMessage.Action("Login", ("Username", options.User), ("Secret", options.Secret), ("Events", options.Events)), gone.Token);
            if (await Task.WhenAny(login, reading) == reading)
            {
                await reading;
            }
            if (!(await login).Response.Ok)
            {
                throw new AmiRefusedException("Asterisk refuses our manager user: hotline.json and manager.conf name different secrets");
            }
            _backOff = BackOffMin;
            SignedIn?.Invoke();
            while (!reading.IsCompleted)
            {
                await Task.WhenAny(reading, Task.Delay(options.PingInterval, time, gone.Token));
                if (!reading.IsCompleted)
                {
                    await SendAsync(AmiMessage.Action("Ping"), gone.Token); // a half-open connection is noticed here
                }
            }
            await reading;
        }
        finally
        {
            _stream = null;
            await gone.CancelAsync();
            foreach (var waiting in _waiting.Values)
            {
                waiting.Done.TrySetException(new IOException("the manager connection broke"));
            }
            await Task.WhenAny(reading);
        }
    }

    private async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, 16 * 1024, leaveOpen: true);
        await reader.ReadLineAsync(cancellationToken); // the banner
        var message = new AmiMessage();
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length > LineLengthMax)
            {
                throw new IOException("a line is longer than any can be");
            }
            if (line.Length > 0)
            {
                message.AddLine(line);
                continue;
            }
            if (message.Lines.Count > 0)
            {
                Route(message);
            }
            message = new AmiMessage();
        }
    }

    private void Route(AmiMessage message)
    {
        if (message["ActionID"] is { Length: > 0 } id && _waiting.TryGetValue(id, out var waiting))
        {
            waiting.Take(message);
        }
        else if (message["Event"].Length > 0)
        {
            Tell(message);
        }
    }

    private void Tell(AmiMessage message)
    {
        try
        {
            Received?.Invoke(message);
        }
#pragma warning disable CA1031 // A listener's fault is not the connection's: the next event is read.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogListenerFell(message["Event"], e);
        }
    }

    private sealed class Waiting
    {
        private readonly List<AmiMessage> _items = [];
        private AmiMessage? _response;

        public TaskCompletionSource<AmiAnswer> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Take(AmiMessage message)
        {
            if (message["Response"].Length > 0)
            {
                _response = message;
                if (!message["EventList"].Equals("start", StringComparison.OrdinalIgnoreCase))
                {
                    Done.TrySetResult(new AmiAnswer(message, []));
                }
            }
            else if (message["EventList"].Equals("Complete", StringComparison.OrdinalIgnoreCase))
            {
                Done.TrySetResult(new AmiAnswer(_response ?? message, _items));
            }
            else
            {
                _items.Add(message);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Manager interface {Host}:{Port} away: {Reason}")]
    private partial void LogAway(string host, int port, string reason);

    [LoggerMessage(2, LogLevel.Error, "A listener to the manager's event {Event} fell")]
    private partial void LogListenerFell(string @event, Exception e);
}
