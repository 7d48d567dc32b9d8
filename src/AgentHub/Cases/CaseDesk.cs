using Hotline.AgentHub.Auth;
using Hotline.Persistence;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Cases;

/// <summary>A command that somebody wishes.</summary>
internal sealed record CaseRequest(string Id, CaseForm Form, Person Person, string Wish, string Address, string? Number);

/// <summary>What people do with cases.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "the store behind it comes next")]
internal sealed class CaseDesk
{
    public Task<CaseAnswer> DoAsync(CaseRequest request, CancellationToken cancellationToken) => Task.FromResult<CaseAnswer>(new CaseAnswer.NotFound());

    public Task<(CaseView View, string Through)?> LoadAsync(string id, Person person, string? number, CancellationToken cancellationToken) =>
        Task.FromResult<(CaseView, string)?>(null);

    public Task<CaseView> ViewAsync(TicketCase subject, Person person, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CaseListView> ListAsync(Person person, CaseListWish wish, CancellationToken cancellationToken) =>
        Task.FromResult(new CaseListView([], 0, wish.Page, 20));

    public Task<CaseCountsView> CountsAsync(Person person, CancellationToken cancellationToken) => Task.FromResult(new CaseCountsView([]));

    public Task<(bool Found, RevealedView? Revealed)> RevealAsync(string id, Person person, CancellationToken cancellationToken) =>
        Task.FromResult<(bool, RevealedView?)>((false, null));
}
