using System.Data.Common;
using Hotline.AgentHub.Texts;
using Microsoft.AspNetCore.Diagnostics;

namespace Hotline.AgentHub.Web;

/// <summary>A database that is away is said so, in words: 503, and the page keeps what it has.</summary>
internal sealed class DatabaseAway : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not (DbException or TimeoutException))
        {
            return false;
        }
        await Problem.Of(StatusCodes.Status503ServiceUnavailable, "database", Text.Refusal("database")).ExecuteAsync(httpContext);
        return true;
    }
}
