using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.People;
using Hotline.Exchange;
using Hotline.Routing;
using Hotline.Telephony;

namespace Hotline.AgentHub.Screens;

/// <summary>
/// Agents whom the floor forgot, because its journal was lost or older than their sign-in: their pages are still open, and a page that
/// comes back brings back its agent as it last showed him. Nobody signs in again, and no caller waits for it.
/// </summary>
public sealed class AgentReturn(AgentDirectory directory, PhoneAccounts phones, CityConfiguration city, FloorLoop loop)
{
    /// <param name="person">Who is signed in, by his cookie.</param>
    /// <param name="was">What his page last showed, in the contract's words; others than <c>ready</c> and <c>break</c> are of no account.</param>
    /// <param name="reason">Reason of that break.</param>
    /// <param name="cancellationToken">The page went.</param>
    public async Task TakeBackAsync(Person person, string? was, string? reason, CancellationToken cancellationToken)
    {
        if (person.Phone is not { } phone || await loop.ReadAsync(f => f.Agents.ContainsKey(person.Id), cancellationToken))
        {
            return;
        }
        await directory.Loaded.WaitAsync(cancellationToken);
        if (directory.Find(person.Id.Value) is not { } account)
        {
            return;
        }
        var address = phones.AddressOf(phone);
        AgentState? state =
            was switch { "ready" => AgentState.Ready, "break" when city.BreakReasons.Any(r => r.Code == reason) => AgentState.Break, _ => null };
        await loop.PostAsync(new Input.AgentSignedIn(person.Id, account.Name, AgentDirectory.SkillsOf(account), address, state, reason),
            cancellationToken);
        try
        {
            await loop.PostAsync(
                new Input.PhoneRegistered(address.Node, address.Endpoint, await phones.IsRegisteredAsync(phone.Endpoint, cancellationToken)),
                cancellationToken);
        }
        catch (HttpRequestException)
        {
            // Asterisk is away: his phone is found when it is back. Or it lost the account, which the page makes anew.
        }
    }
}
