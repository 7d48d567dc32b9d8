using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Hotline.AgentHub.Session;

/// <summary>Says in the API's description what every request that changes something must carry.</summary>
internal static class CsrfInTheDescription
{
    public static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var method = context.Description.HttpMethod ?? "";
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return Task.CompletedTask;
        }
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = SignInRules.CsrfHeader,
            In = ParameterLocation.Header,
            Required = true,
            Description = "The token that GET /api/session answers with as csrf; another one after each sign-in.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
        return Task.CompletedTask;
    }
}
