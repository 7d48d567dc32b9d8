using Microsoft.AspNetCore.Authorization;

namespace Hotline.AgentHub.Auth;

/// <summary>
/// The one guard. Every endpoint names the permission that it needs, or that it needs none; one that names nothing is closed to everybody,
/// so that a forgotten line shows at the first try.
/// </summary>
internal static class Guard
{
    public static void AddGuard(this IServiceCollection services)
    {
        var builder = services.AddAuthorizationBuilder();
        foreach (var permission in Enum.GetValues<Permission>())
        {
            builder.AddPolicy(permission.ToString(), p => p.RequireAuthenticatedUser().RequireAssertion(c => Person.Of(c.User).May(permission)));
        }
        builder.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build());
    }

    /// <summary>Only for those who may do this.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(permission.ToString());

    /// <summary>For everybody who can reach us, signed in or not.</summary>
    public static TBuilder NeedsNothing<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.AllowAnonymous();
}
