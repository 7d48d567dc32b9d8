using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Hotline.Telephony.Tests.Ami;

/// <summary>A manager interface in this process, for what the real one cannot be made to do: be silent, lie, tear a message.</summary>
internal sealed class FakeManager : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<Session> _sessions = Channel.CreateUnbounded<Session>();
    private readonly Task _accepting;

    public FakeManager()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The next connection, with its login answered by <paramref name="welcome"/>.</summary>
    public async Task<Session> SignInAsync(CancellationToken cancellationToken, string welcome = "Success")
    {
        var session = await _sessions.Reader.ReadAsync(cancellationToken);
        var login = await session.ReadAsync(cancellationToken);
        login["Action"].ShouldBe("Login");
        await session.WriteAsync($"Response: {welcome}\r\nActionID: {login["ActionID"]}\r\nMessage: Authentication\r\n\r\n", cancellationToken);
        return session;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        while (_sessions.Reader.TryRead(out var session))
        {
            session.Dispose();
        }
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var session = new Session(await _listener.AcceptTcpClientAsync(_stop.Token));
                await session.WriteAsync("Asterisk Call Manager/11.0.0\r\n", _stop.Token);
                await _sessions.Writer.WriteAsync(session, _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // the end of the test
        }
    }

    internal sealed class Session(TcpClient client) : IDisposable
    {
        private readonly StreamReader _reader = new(client.GetStream(), Encoding.UTF8);

        /// <summary>The lines of the next action, as they came over the wire.</summary>
        public async Task<Dictionary<string, string>> ReadAsync(CancellationToken cancellationToken)
        {
            var lines = new Dictionary<string, string>(StringComparer.Ordinal);
            while (await _reader.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
            {
                var colon = line.IndexOf(": ", StringComparison.Ordinal);
                lines.Add(line[..colon], line[(colon + 2)..]);
            }
            return lines;
        }

        /// <summary>The next action that is not a ping; pings are answered.</summary>
        public async Task<Dictionary<string, string>> ReadActionAsync(CancellationToken cancellationToken)
        {
            while (true)
            {
                var action = await ReadAsync(cancellationToken);
                if (action["Action"] != "Ping")
                {
                    return action;
                }
                await WriteAsync($"Response: Success\r\nPing: Pong\r\nActionID: {action["ActionID"]}\r\n\r\n", cancellationToken);
            }
        }

        public async Task WriteAsync(string text, CancellationToken cancellationToken) =>
            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

        public void Dispose()
        {
            _reader.Dispose();
            client.Dispose();
        }
    }
}
