#pragma warning disable
using System.Collections.Concurrent;
using Hotline.Routing; using Hotline.Tickets; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Hosting;
namespace Hotline.Persistence;
public sealed record DatabaseOptions(string Provider, string ConnectionString);
public sealed class Database { public Task MigrateAsync(CancellationToken c)=>Task.CompletedTask; }
public abstract record SaveResult { public sealed record Saved(Ticket Ticket):SaveResult; public sealed record Conflict(Ticket Current):SaveResult; }
public sealed record TicketPage(IReadOnlyList<Ticket> Items, int Total);
public sealed class TicketStore { public ConcurrentDictionary<string,Ticket> T=new(); 
 public async Task<Ticket?> LoadAsync(string id, CancellationToken c)=>T.GetValueOrDefault(id);
 public async Task<SaveResult> SaveAsync(Ticket t,int v,TicketStep? s,CancellationToken c){T[t.Id]=t;return new SaveResult.Saved(t);}
 public async Task<SaveResult> SaveNumberedAsync(Ticket t,int v,TicketStep s,string a,DateOnly d,int ch,CancellationToken c){t=t with{Number="410200-1"};T[t.Id]=t;return new SaveResult.Saved(t);}
 public async Task OpenDraftAsync(Ticket t,CancellationToken c)=>T.TryAdd(t.Id,t);
 public async Task<TicketPage> SearchAsync(string t,string q,TicketState? s,int p,int ps,CancellationToken c)=>new(T.Values.ToList(),T.Count);
 public async Task<IReadOnlyList<Ticket>> DraftsOfAgentAsync(string t,string a,int l,CancellationToken c)=>T.Values.Where(x=>x.State==TicketState.Draft).ToList();
 public async Task<IReadOnlyList<Ticket>> OfCallerAsync(string t,string a,int l,CancellationToken c)=>[]; }
public sealed record LedgerCall { public string CallId{get;init;}=""; public string Caller{get;init;}=""; public string Dialled{get;init;}=""; public string NumberName{get;init;}=""; public DateTimeOffset InvitedAt{get;init;} public string? AgentId{get;init;} public string? Outcome{get;init;} public string TicketId{get;init;}=""; }
public sealed class CallLedger { public Task<LedgerCall?> FindAsync(string id,CancellationToken c)=>Task.FromResult<LedgerCall?>(null); public async Task<IReadOnlyList<LedgerCall>> OfCallerAsync(string t,string a,int l,CancellationToken c)=>[]; public async Task<int> CountOfCallerSinceAsync(string a,DateTimeOffset s,CancellationToken c)=>0; public async Task SetOutcomeAsync(string a,string o,CancellationToken c){} }
public sealed record AgentAccount { public string Tenant{get;init;}=""; public string Id{get;init;}=""; public string Name{get;init;}=""; public string PasswordHash{get;init;}=""; public IReadOnlyList<string> Roles{get;init;}=[]; public IReadOnlyList<string> Skills{get;init;}=[]; public bool Enabled{get;init;} public int Failures{get;init;} public DateTimeOffset? LockedUntil{get;init;} }
public sealed class AgentStore { public async Task<IReadOnlyList<AgentAccount>> AllAsync(string t,CancellationToken c)=>[]; public async Task UpsertAsync(AgentAccount a,CancellationToken c){} public async Task RecordSignInAsync(string t,string id,bool s,int f,DateTimeOffset? l,CancellationToken c){} }
public sealed record AuditEntry(DateTimeOffset At, string Tenant, string Who, string What, string Subject, string Purpose, string Address);
public abstract record WriteItem { public sealed record Ledger(CallRecord Record):WriteItem; public sealed record Draft(Ticket Ticket):WriteItem; public sealed record Audit(AuditEntry Entry):WriteItem; }
public sealed class WriteBehind(TicketStore t) { public bool TryWrite(WriteItem i){ if(i is WriteItem.Draft d) t.T.TryAdd(d.Ticket.Id,d.Ticket); return true;} public int Pending=>0; public bool Healthy=>true; public long Lost=>0; }
public static class PersistenceServices { public static IServiceCollection AddHotlinePersistence(this IServiceCollection s, DatabaseOptions o, string f)=>s.AddSingleton<Database>().AddSingleton<TicketStore>().AddSingleton<CallLedger>().AddSingleton<AgentStore>().AddSingleton<WriteBehind>(); }
