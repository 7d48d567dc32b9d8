using Hotline.AgentHub.Config;
using Hotline.AgentHub.Notices;
using MimeKit;
using SmtpServer.Protocol;

namespace Hotline.AgentHub.Tests.Notices;

/// <summary>Mail by a real SMTP server: as it arrives, and what its refusals mean.</summary>
public sealed class MailRelayTests : IAsyncLifetime
{
    private readonly MailBox _box = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _box.DisposeAsync();

    [Fact]
    public async Task Mail_arrives_with_the_office_as_its_sender_and_a_key_of_its_own()
    {
        (await SendAsync(Settings())).ShouldBe(("sent", ""));

        var mail = _box.Mails.All.ShouldHaveSingleItem();
        (mail.Subject, mail.TextBody?.Trim(), mail.MessageId).ShouldBe(("工单1待签收", "市城市管理局：请登录系统签收。", "k1-1@example.gov.cn"));
        var from = mail.From.Mailboxes.ShouldHaveSingleItem();
        (from.Name, from.Address).ShouldBe(("开封市12345", "notice@example.gov.cn"));
        mail.To.Mailboxes.ShouldHaveSingleItem().Address.ShouldBe("cg@example.gov.cn");
        mail.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-generated");
    }

    [Fact]
    public async Task Relay_that_asks_who_it_is_is_told_and_a_wrong_password_is_tried_again_later()
    {
        var settings = Settings();
        (settings.User, settings.Password) = ("hotline", "right");
        (await SendAsync(settings)).ShouldBe(("sent", ""));
        _box.SignedIn.ShouldBe("hotline");

        settings.Password = "wrong";
        (await SendAsync(settings)).ShouldBe(("later", "credentials"));
    }

    [Fact]
    public async Task Mailbox_that_nobody_has_is_final_and_a_full_one_is_not()
    {
        (await SendAsync(Settings(), _box.Unknown)).Kind.ShouldBe("refused");
        _box.Answer = new SmtpResponse(SmtpReplyCode.InsufficientStorage, "full");
        (await SendAsync(Settings())).ShouldBe(("later", "busy SMTP 452"));
        _box.Answer = new SmtpResponse(SmtpReplyCode.TransactionFailed, "cg@example.gov.cn is spam");
        (await SendAsync(Settings())).ShouldBe(("refused", "refused SMTP 554"));
    }

    [Fact]
    public async Task Relay_without_encryption_gets_nothing_where_it_is_asked_for_and_one_that_is_gone_is_said_so()
    {
        var settings = Settings();
        settings.Tls = MailSettings.StartTls;
        (await SendAsync(settings)).ShouldBe(("later", "tls STARTTLS"));
        (settings.Tls, settings.Port) = (MailSettings.None, 1);
        (await SendAsync(settings)).ShouldBe(("later", "unreachable"));
        _box.Mails.All.ShouldBeEmpty();
    }

    [Fact]
    public void Settings_that_would_tell_the_password_are_refused()
    {
        var settings = Settings();
        (settings.Host, settings.User, settings.Password) = ("mail.example.gov.cn", "hotline", "right");

        new NoticeSettings { Mail = settings }.Wrong().ShouldNotBeNull().ShouldContain("in clear");
        settings.Tls = MailSettings.Implicit;
        new NoticeSettings { Mail = settings }.Wrong().ShouldBeNull();
        settings.Tls = "ssl";
        new NoticeSettings { Mail = settings }.Wrong().ShouldNotBeNull().ShouldContain("mail.tls");
    }

    private async Task<(string Kind, string Said)> SendAsync(MailSettings settings, string to = "cg@example.gov.cn") => SmsGatewayTests.Said(
        await new MailRelay(settings, "开封市12345", TimeProvider.System).SendAsync(
            new Message("k1-1", to, "工单1待签收", "市城市管理局：请登录系统签收。"), Cancel));

    private MailSettings Settings() => Of(_box.Port);

    internal static MailSettings Of(int port) => new()
    {
        Host = "127.0.0.1", Port = port, Tls = MailSettings.None, From = "notice@example.gov.cn", TimeoutSeconds = 5,
    };
}
