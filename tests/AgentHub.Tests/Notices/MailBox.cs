using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Hotline.Testkit;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Hotline.AgentHub.Tests.Notices;

/// <summary>A real SMTP server in this process. It answers as a test wants it to.</summary>
internal sealed class MailBox : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;

    public MailBox()
    {
        Port = FreePort();
        var parts = new ServiceProvider();
        parts.Add(new Store(this));
        parts.Add(new Filter(this));
        parts.Add(new Users(this));
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).AllowUnsecureAuthentication()).Build();
        _running = new SmtpServer.SmtpServer(options, parts).StartAsync(_end.Token);
    }

    public int Port { get; }

    /// <summary>What came, whole.</summary>
    public Happenings<MimeMessage> Mails { get; } = new("the mailbox");

    /// <summary>The answer to a mail.</summary>
    public SmtpResponse Answer { get; set; } = SmtpResponse.Ok;

    /// <summary>Nobody's mailbox.</summary>
    public string Unknown { get; set; } = "nobody@example.gov.cn";

    /// <summary>Who signed in last.</summary>
    public string SignedIn { get; private set; } = "";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Store(MailBox box) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (box.Answer.ReplyCode == SmtpReplyCode.Ok)
            {
                using var stream = new MemoryStream(buffer.ToArray());
                box.Mails.Add(await MimeMessage.LoadAsync(stream, cancellationToken));
            }
            return box.Answer;
        }
    }

    private sealed class Filter(MailBox box) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            Task.FromResult(to.AsAddress() != box.Unknown);
    }

    private sealed class Users(MailBox box) : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken)
        {
            box.SignedIn = user;
            return Task.FromResult(password == "right");
        }
    }
}
