using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Calls;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Recordings;

/// <summary>Recordings, for those who may see the call.</summary>
internal static class RecordingsApi
{
    public static void MapRecordings(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/calls/{id}/recording", RecordingAsync).Needs(Permission.ReadCalls).Audited("play-recording").WithTags("calls");

    /// <summary>The recording as WAV: the raw samples behind a header of 44 bytes. Seekable.</summary>
    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> RecordingAsync(
        string id, HttpContext http, CallAccess access, RecordingFiles recordings)
    {
        var person = Person.Of(http.User);
        var (call, mine) = await access.FindAsync(new CallId(id), person, http.RequestAborted);
        if (call is not null && !mine)
        {
            return Problem.Forbidden("not-yours");
        }
#pragma warning disable CA2000 // the answer disposes it when it is sent
        if (call is null || recordings.PathOf(call.Node, call.Id) is not { } raw || WavOverRaw.Open(raw) is not { } wav)
#pragma warning restore CA2000
        {
            return Problem.NotFound("recording");
        }
        http.Note(purpose: call.Agent == person.Id ? "own" : "all");
        return TypedResults.Stream(wav, "audio/wav", enableRangeProcessing: true);
    }
}
