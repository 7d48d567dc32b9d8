using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Web;
using Hotline.Tickets;
using Hotline.Tickets.Loop;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hotline.AgentHub.Cases;

/// <summary>A refusal of the loop in words: one text for each reason, one for each field.</summary>
internal static class CaseProblems
{
    public static ProblemHttpResult Of(LoopDecision.Refused why)
    {
        List<string> fields = [.. why.Fields.Distinct().Select(Code.Of)];
        var named = string.Join('、', why.Fields.Distinct().Select(TextOf));
        return Problem.Of(StatusOf(why.Code), Code.Of(why.Code), TextOf(why.Code, named), fields: fields.Count > 0 ? fields : null);
    }

    /// <summary>The sentence of a reason.</summary>
    public static string TextOf(LoopRefusal refusal, string fields = "") => Text.Of($"case.refused.{refusal}", fields);

    /// <summary>What a field is called.</summary>
    public static string TextOf(LoopField field) => Text.Of($"case.field.{field}");

    private static int StatusOf(LoopRefusal refusal) => refusal switch
    {
        LoopRefusal.NotYourRole or LoopRefusal.NotYourUnit or LoopRefusal.AccusedUnit => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
