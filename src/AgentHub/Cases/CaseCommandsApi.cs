using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Hotline.Persistence;
using Hotline.Telephony;
using Hotline.Tickets;
using Hotline.Tickets.Loop;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Cases;

/// <summary>
/// The commands of the closed loop: each has an address, a form, and the permission that stands before the table of the loop. What was done is
/// written into the audit with it; what was refused, by these routes.
/// </summary>
internal static class CaseCommandsApi
{
    public static void MapCaseCommands(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/cases/{id}").WithTags("case commands");
        Command(api.MapPost("/ask-scope", DoAsync<AskScopeForm>), LoopVerb.AskScope);
        Command(api.MapPost("/check-scope", DoAsync<CheckScopeForm>), LoopVerb.CheckScope);
        Command(api.MapPost("/merge-into", DoAsync<MergeIntoForm>), LoopVerb.MergeInto);
        Command(api.MapPost("/answer-by-wording", DoAsync<AnswerByWordingForm>), LoopVerb.AnswerByWording);
        Command(api.MapPost("/mark-urgent", DoAsync<MarkUrgentForm>), LoopVerb.MarkUrgent);
        Command(api.MapPost("/dispatch", DoAsync<DispatchForm>), LoopVerb.Dispatch);
        Command(api.MapPost("/send-to-coordination", DoAsync<SendToCoordinationForm>), LoopVerb.SendToCoordination);
        Command(api.MapPost("/decide-coordination", DoAsync<DecideCoordinationForm>), LoopVerb.DecideCoordination);
        Command(api.MapPost("/sign", DoAsync<SignForm>), LoopVerb.Sign);
        Command(api.MapPost("/respond-first", DoAsync<RespondFirstForm>), LoopVerb.RespondFirst);
        Command(api.MapPost("/request-return", DoAsync<RequestReturnForm>), LoopVerb.RequestReturn);
        Command(api.MapPost("/decide-return", DoAsync<DecideReturnForm>), LoopVerb.DecideReturn);
        Command(api.MapPost("/sub-assign", DoAsync<SubAssignForm>), LoopVerb.SubAssign);
        Command(api.MapPost("/give-opinion", DoAsync<GiveOpinionForm>), LoopVerb.GiveOpinion);
        Command(api.MapPost("/request-extension", DoAsync<RequestExtensionForm>), LoopVerb.RequestExtension);
        Command(api.MapPost("/decide-extension", DoAsync<DecideExtensionForm>), LoopVerb.DecideExtension);
        Command(api.MapPost("/request-temporary-closure", DoAsync<RequestTemporaryClosureForm>), LoopVerb.RequestTemporaryClosure);
        Command(api.MapPost("/decide-temporary-closure", DoAsync<DecideTemporaryClosureForm>), LoopVerb.DecideTemporaryClosure);
        Command(api.MapPost("/report-progress", DoAsync<ReportProgressForm>), LoopVerb.ReportProgress);
        Command(api.MapPost("/submit-reply", DoAsync<SubmitReplyForm>), LoopVerb.SubmitReply);
        Command(api.MapPost("/review-reply", DoAsync<ReviewReplyForm>), LoopVerb.ReviewReply);
        Command(api.MapPost("/review-closing", DoAsync<ReviewClosingForm>), LoopVerb.ReviewClosing);
        Command(api.MapPost("/record-revisit", DoAsync<RecordRevisitForm>), LoopVerb.RecordRevisit);
        Command(api.MapPost("/screen", DoAsync<ScreenForm>), LoopVerb.Screen);
        Command(api.MapPost("/redo", DoAsync<RedoForm>), LoopVerb.Redo);
        Command(api.MapPost("/declare-final", DoAsync<DeclareFinalForm>), LoopVerb.DeclareFinal);
        Command(api.MapPost("/accept-final", DoAsync<AcceptFinalForm>), LoopVerb.AcceptFinal);
        Command(api.MapPost("/archive", DoAsync<ArchiveForm>), LoopVerb.Archive);
        Command(api.MapPost("/withdraw", DoAsync<WithdrawForm>), LoopVerb.Withdraw);
        Command(api.MapPost("/urge", DoAsync<UrgeForm>), LoopVerb.Urge);
        Command(api.MapPost("/supervise", DoAsync<SuperviseForm>), LoopVerb.Supervise);
        Command(api.MapPost("/move-rule-set", MoveRuleSetAsync), LoopVerb.MoveRuleSet);
    }

    private static void Command(RouteHandlerBuilder route, LoopVerb verb) =>
        route.Needs(CaseRoles.Needed(verb)).AuditedWhenRefused(Code.Of(verb)).WithMetadata(new CommandOf(verb));

    /// <summary>Does it, and answers with the case as it stands then.</summary>
    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> DoAsync<TForm>(
        string id, TForm form, HttpContext http, CaseDesk desk, string? number = null)
        where TForm : CaseForm
    {
        if (UnknownIn(form) is { } unknown)
        {
            return unknown;
        }
        var person = Person.Of(http.User);
        var answer = await desk.DoAsync(Wish(id, form, http, number), http.RequestAborted);
        return answer is CaseAnswer.Done { Case: var subject }
            ? TypedResults.Ok(await desk.ViewAsync(subject, person, http.RequestAborted))
            : await ProblematicAsync(answer, desk, person, http.RequestAborted);
    }

    /// <summary>The system's administrator sees no citizen's data: he is told no more than what stands there now.</summary>
    private static async Task<Results<Ok<CaseMovedView>, ProblemHttpResult>> MoveRuleSetAsync(
        string id, MoveRuleSetForm form, HttpContext http, CaseDesk desk)
    {
        var answer = await desk.DoAsync(Wish(id, form, http, null), http.RequestAborted);
        return answer is CaseAnswer.Done { Case: var subject }
            ? TypedResults.Ok(CaseMapping.Moved(subject))
            : await ProblematicAsync(answer, desk, null, http.RequestAborted);
    }

    private static ProblemHttpResult? UnknownIn(CaseForm form)
    {
        List<string> unknown = [.. form.UnknownCodes().Distinct()];
        return unknown.Count > 0 ? Problem.OfNames("unknownCode", unknown) : null;
    }

    private static CaseRequest Wish(string id, CaseForm form, HttpContext http, string? number)
    {
        var request = http.Request.Headers[RequestIds.Header].ToString();
        return new CaseRequest(id, form, Person.Of(http.User), request.Length is > 0 and <= RequestIds.LengthMax ? request : IdSource.Random(16),
            http.Connection.RemoteIpAddress?.ToString() ?? "", number);
    }

    private static async Task<ProblemHttpResult> ProblematicAsync(CaseAnswer answer, CaseDesk desk, Person? person,
        CancellationToken cancellationToken) =>
        answer switch
        {
            CaseAnswer.Stale stale => Problem.Of(StatusCodes.Status409Conflict, "version", Text.Refusal("version"),
                person is null ? CaseMapping.Moved(stale.Current) : await desk.ViewAsync(stale.Current, person, cancellationToken)),
            CaseAnswer.Refused { Why: var why } => CaseProblems.Of(why),
            CaseAnswer.NotFound => Problem.NotFound(),
            _ => throw new System.Diagnostics.UnreachableException($"{answer}"),
        };

    /// <summary>Which command a route is.</summary>
    internal sealed record CommandOf(LoopVerb Verb);
}
