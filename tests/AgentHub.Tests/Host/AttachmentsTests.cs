using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hotline.AgentHub.Attachments;
using Hotline.Persistence;

namespace Hotline.AgentHub.Tests.Host;

/// <summary>Files of a case: who may add and see them, what is taken, how they lie and how they go out.</summary>
[Collection(ServerWithoutAsterisk.OneAtATime)]
public sealed class AttachmentsTests(ServerWithoutAsterisk server) : IClassFixture<ServerWithoutAsterisk>
{
    private static readonly byte[] Pdf = "%PDF-1.7 signed by 王女士"u8.ToArray();
    private readonly CaseStories _stories = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_kept_sealed_outside_the_web_and_goes_out_as_a_download_with_audit()
    {
        var id = await _stories.HandledAsync();

        var view = await CaseStories.ReadAsync(await AddAsync(CaseStories.Handler, id, "../会商 意见书.pdf", Pdf, "签字盖章件"));

        var item = view["items"]!.AsArray().ShouldHaveSingleItem()!;
        (item["no"]!.GetValue<int>(), item["name"]!.GetValue<string>(), item["note"]!.GetValue<string>(), item["by"]!.GetValue<string>())
            .ShouldBe((1, "..会商 意见书.pdf", "签字盖章件", CaseStories.Handler));
        item["hash"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Pdf)));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(server.Folder, AttachmentFiles.Folder)))
        {
            (await File.ReadAllBytesAsync(file, Cancel)).AsSpan().IndexOf("signed by"u8).ShouldBe(-1);
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var answer = await _stories.GetAsync(CaseStories.Dispatcher, FileOf(id, 1));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(Pdf);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        await server.Part<WriteBehind>().WrittenAsync(Cancel);
        var audit = await server.Part<AuditLog>().OfSubjectAsync(new("410200"), id, 50, Cancel);
        audit.ShouldContain(entry => entry.Action == "add-attachment" && entry.Who == CaseStories.Handler);
        audit.ShouldContain(entry => entry.Action == "read-attachment" && entry.Who == CaseStories.Dispatcher && entry.Result == "ok");
    }

    [Fact]
    public async Task Who_does_not_see_the_case_sees_no_file_and_who_may_do_nothing_adds_none()
    {
        var id = await _stories.HandledAsync();
        await CaseStories.ReadAsync(await AddAsync(CaseStories.Handler, id, "a.pdf", Pdf));

        foreach (var stranger in new[] { CaseStories.Stranger, CaseStories.CoHandler })
        {
            (await _stories.GetAsync(stranger, FileOf(id, 1))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await _stories.GetAsync(stranger, $"/api/cases/{id}/attachments")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await AddAsync(stranger, id, "a.pdf", Pdf)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
        (await _stories.GetAsync(CaseStories.Administrator, FileOf(id, 1))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        // Whoever looks at closings has nothing to do with a case that is handled.
        (await AddAsync(CaseStories.CloseReviewer, id, "a.pdf", Pdf)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await CaseStories.ReadAsync(await _stories.GetAsync(CaseStories.CloseReviewer, $"/api/cases/{id}/attachments")))["mayAdd"]!
            .GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_of_another_kind_torn_or_too_large_is_refused()
    {
        var id = await _stories.HandledAsync();
        foreach (var (name, bytes, code) in new (string, byte[], string)[]
        {
            ("a.html", "<script>alert(1)</script>"u8.ToArray(), "attachment-type"),
            ("a.pdf", "MZ program"u8.ToArray(), "attachment-type"),
            ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "attachment-torn"),
            ("a.pdf", [], "attachment-size"),
            ("a.pdf", [.. Pdf, .. new byte[(10 * 1024 * 1024) + 1]], "attachment-size"),
        })
        {
            var answer = await AddAsync(CaseStories.Handler, id, name, bytes);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, $"{name} {code}");
            (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["code"]!.GetValue<string>().ShouldBe(code);
        }
    }

    [Fact]
    public async Task A_file_that_was_altered_is_not_handed_out()
    {
        var id = await _stories.HandledAsync();
        await CaseStories.ReadAsync(await AddAsync(CaseStories.Handler, id, "a.pdf", Pdf));
        var place = Path.Combine(
            server.Folder, AttachmentFiles.Folder, (await server.Part<AttachmentStore>().OfAsync(id, Cancel)).ShouldHaveSingleItem().Place);
        var bytes = await File.ReadAllBytesAsync(place, Cancel);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(place, bytes, Cancel);

        (await _stories.GetAsync(CaseStories.Handler, FileOf(id, 1))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string FileOf(string id, int no) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"/api/cases/{id}/attachments/file?no={no}");

    private async Task<HttpResponseMessage> AddAsync(string who, string id, string name, byte[] bytes, string note = "") =>
        await (await _stories.PersonAsync(who)).SendAsync(
            HttpMethod.Post, $"/api/cases/{id}/attachments", new { name, content = Convert.ToBase64String(bytes), note });
}
