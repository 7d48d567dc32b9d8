using System.Net.Sockets;
using Hotline.AgentHub.Config;
using Hotline.Persistence;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;

namespace Hotline.AgentHub.Notices;

/// <summary>A relay that takes mail by SMTP. One told twice has the same Message-Id.</summary>
/// <param name="settings">Where it is.</param>
/// <param name="name">The sender's, where the settings have none.</param>
/// <param name="time">The clock of the limit.</param>
internal sealed class MailRelay(MailSettings settings, string name, TimeProvider time) : INoticeCarrier
{
    public async Task<Carried> SendAsync(Message message, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        if (!MailboxAddress.TryParse(message.To, out var to))
        {
            return new Carried.Refused(DeliveryReasons.Address, "");
        }
        try
        {
            using var mail = Mail(message, to);
            // Certificates are checked; that one was revoked says a list that an office's network often does not reach.
            using var smtp = new SmtpClient { CheckCertificateRevocation = false };
            await smtp.ConnectAsync(settings.Host, settings.Port, settings.Tls switch
            {
                MailSettings.Implicit => SecureSocketOptions.SslOnConnect,
                MailSettings.None => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            }, either.Token);
            if (settings.User.Length > 0)
            {
                await smtp.AuthenticateAsync(settings.User, settings.Password, either.Token);
            }
            await smtp.SendAsync(mail, either.Token);
            await LeaveAsync(smtp, either.Token);
            return new Carried.Sent();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Carried.Later(DeliveryReasons.Timeout, "");
        }
        catch (Exception e) when (e is not OperationCanceledException && Said(e) is { } said)
        {
            return said;
        }
    }

    // It was taken: what becomes of the farewell changes nothing.
    private static async Task LeaveAsync(SmtpClient smtp, CancellationToken cancellationToken)
    {
        try
        {
            await smtp.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception e) when (e is IOException or ProtocolException or CommandException or SocketException or OperationCanceledException)
        {
            // The relay hung up first.
        }
    }

    // The words of an answer may repeat the address: the status alone is kept.
    private static Carried? Said(Exception e) => e switch
    {
        SmtpCommandException refused when (int)refused.StatusCode >= 500 && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted =>
            new Carried.Refused(DeliveryReasons.Address, Invariant($"SMTP {(int)refused.StatusCode}")),
        SmtpCommandException refused when (int)refused.StatusCode >= 500 =>
            new Carried.Refused(DeliveryReasons.Refused, Invariant($"SMTP {(int)refused.StatusCode}")),
        SmtpCommandException busy => new Carried.Later(DeliveryReasons.Busy, Invariant($"SMTP {(int)busy.StatusCode}")),
        AuthenticationException or SaslException => new Carried.Later(DeliveryReasons.Credentials, ""),
        SslHandshakeException => new Carried.Later(DeliveryReasons.Tls, ""),
        NotSupportedException => new Carried.Later(DeliveryReasons.Tls, "STARTTLS"),
        ProtocolException or CommandException => new Carried.Later(DeliveryReasons.Answer, ""),
        IOException or SocketException or ServiceNotConnectedException => new Carried.Later(DeliveryReasons.Unreachable, ""),
        _ => null,
    };

    private MimeMessage Mail(Message message, MailboxAddress to)
    {
        var mail = new MimeMessage
        {
            Subject = message.Subject,
            Body = new TextPart(TextFormat.Plain) { Text = message.Text },
            MessageId = $"{message.Key}@{settings.From[(settings.From.LastIndexOf('@') + 1)..].TrimEnd('>')}",
            Date = time.GetUtcNow(),
        };
        mail.From.Add(new MailboxAddress(settings.FromName.Length > 0 ? settings.FromName : name, MailboxAddress.Parse(settings.From).Address));
        mail.To.Add(to);
        mail.Headers.Add("Auto-Submitted", "auto-generated"); // no holiday notes in answer
        return mail;
    }
}
