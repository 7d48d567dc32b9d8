import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftKeeper } from '../../../src/agent/work/draftKeeper';
import type { DraftForm, FollowUpForm, TicketView } from '../../../src/shared/contract';
import type { Api } from '../../../src/shared/live/api';
import { Refusal } from '../../../src/shared/live/http';
import { makeTicket } from '../../make';

/** A server of tickets: what it was asked, and what it answers. */
class Server {
  readonly tickets = new Map<string, TicketView>();
  readonly asked: string[] = [];
  refusal: Refusal | null = null;

  readonly api = {
    ticket: async (id: string) => this.answer(`ticket ${id}`, () => this.tickets.get(id)),
    saveDraft: async (id: string, form: DraftForm) =>
      this.answer(`draft ${id}`, () => {
        const saved = { ...(this.tickets.get(id) ?? makeTicket()), ...form, version: form.version + 1 };
        this.tickets.set(id, saved);
        return { version: saved.version, savedAt: saved.savedAt };
      }),
    outcome: async (callId: string, form: DraftForm) =>
      this.answer(`outcome ${callId}`, () =>
        makeTicket({ ...form, state: 'answeredDirect', version: form.version + 1 }),
      ),
    followUp: async (callId: string, form: FollowUpForm) =>
      this.answer(`follow-up ${callId} ${form.kind} ${form.earlier}#${form.earlierVersion} ${form.outcome}`, () =>
        makeTicket({
          id: 't1',
          state: 'followedUp',
          outcome: form.kind,
          summary: form.words,
          version: form.version + 1,
        }),
      ),
  } as unknown as Api;

  private answer<T>(what: string, give: () => T): T {
    this.asked.push(what);
    if (this.refusal) throw this.refusal;
    return give();
  }
}

const refused = (status: number, body: unknown = null) => new Refusal(status, 'code', '服务器的话', body);
const listeners = { addEventListener: () => undefined, removeEventListener: () => undefined };
let server: Server;
let told: string[];
let keeper: DraftKeeper;
const entries = () => Object.keys(keeper.book.get().entries);
const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const show = (...tickets: string[]) => keeper.show(new Set(tickets));
const open = async (id: string) => {
  server.tickets.set(id, makeTicket({ id }));
  show(id);
  keeper.open(id);
  await later(0);
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', Object.assign(globalThis, listeners));
  vi.stubGlobal('document', listeners);
  server = new Server();
  told = [];
  keeper = new DraftKeeper(server.api, (sentence) => told.push(sentence));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what a page keeps of its citizens', () => {
  it('is nothing of a call that is done', async () => {
    await open('t1');
    keeper.edit('t1', { requesterName: '陈女士' });
    keeper.setDetail('t1', { outcome: 'directAnswer', summary: '已答复' });
    await keeper.submit('c1', 't1');
    expect(entries()).toEqual(['t1']);
    show();
    expect(entries()).toEqual([]);
  });
  it('is nothing of a whole shift', async () => {
    for (let call = 1; call <= 200; call += 1) {
      await open(`t${call}`);
      keeper.edit(`t${call}`, { text: `第 ${call} 件` });
      await later(700);
    }
    show();
    expect(entries()).toEqual([]);
  });
  it('is, of a call that was given away, what the server has not got yet, and no longer', async () => {
    await open('t1');
    keeper.edit('t1', { text: '刚写的' });
    show();
    expect(entries()).toEqual(['t1']);
    await later(700);
    expect(server.tickets.get('t1')?.text).toBe('刚写的');
    expect(entries()).toEqual([]);
  });
  it('is nothing after the sign-in', async () => {
    await open('t1');
    keeper.edit('t1', { text: '刚写的' });
    keeper.stop();
    expect(entries()).toEqual([]);
  });
  it('does not come back with an answer that was late', async () => {
    server.tickets.set('t1', makeTicket());
    show('t1');
    keeper.open('t1');
    show();
    await later(0);
    expect(entries()).toEqual([]);
  });
});

describe('a ticket that the server does not have', () => {
  it.each([403, 404, 410])('is asked for once (%d), and once more when the agent asks', async (status) => {
    server.refusal = refused(status);
    show('t1');
    keeper.open('t1');
    await later(60_000);
    expect(server.asked).toEqual(['ticket t1']);
    expect(keeper.entry('t1')?.problem?.sentence).toBe('服务器的话');
    keeper.serverBack();
    await later(60_000);
    expect(server.asked).toHaveLength(1);
    server.refusal = null;
    server.tickets.set('t1', makeTicket());
    keeper.open('t1');
    await later(0);
    expect(keeper.entry('t1')).toMatchObject({ problem: null, ticket: { id: 't1' } });
  });
  it('is asked for again and again while it is only the server that is away', async () => {
    server.refusal = refused(0);
    show('t1');
    keeper.open('t1');
    await later(20_000);
    expect(server.asked.length).toBeGreaterThan(4);
    show();
    await later(20_000);
    const asked = server.asked.length;
    await later(20_000);
    expect(server.asked).toHaveLength(asked);
  });
  it.each([403, 404, 410])('takes no draft (%d): it is sent once, told once, and let go of', async (status) => {
    await open('t1');
    server.refusal = refused(status);
    keeper.edit('t1', { text: '写的话' });
    await later(60_000);
    keeper.edit('t1', { text: '写的话，再写' });
    await later(60_000);
    expect(server.asked).toEqual(['ticket t1', 'draft t1']);
    expect(told).toEqual(['草稿没有保存：服务器的话']);
    expect([keeper.unsent(), keeper.refused()]).toEqual([0, 1]);
    show();
    expect(entries()).toEqual([]);
  });
});

describe('a draft that the server does not take as it is', () => {
  it('is sent again only when it was changed, and names its fields until then', async () => {
    await open('t1');
    server.refusal = refused(422, { fields: ['unit', 'nonsense'] });
    keeper.edit('t1', { unit: 'gone' });
    await later(60_000);
    expect(server.asked).toEqual(['ticket t1', 'draft t1']);
    expect(keeper.entry('t1')?.problem?.fields).toEqual(['unit']);
    expect(told).toEqual([]);
    server.refusal = null;
    keeper.edit('t1', { unit: 'city' });
    await later(700);
    expect(keeper.entry('t1')?.problem).toBeNull();
    expect(server.tickets.get('t1')?.unit).toBe('city');
  });
  it('is told when a colleague’s outcome took its place', async () => {
    await open('t1');
    const current = makeTicket({ state: 'accepted', version: 4, text: '同事提交的' });
    server.refusal = new Refusal(409, 'version', '刚刚被更新', { current });
    keeper.edit('t1', { text: '我写的' });
    await later(60_000);
    expect(server.asked).toEqual(['ticket t1', 'draft t1']);
    expect(keeper.entry('t1')).toMatchObject({
      ticket: { state: 'accepted' },
      draft: { values: { text: '同事提交的' } },
    });
    expect(told).toEqual(['这件工单已有结果，您刚才写的内容没有保存']);
  });
});

describe('a draft that is to go along with its call', () => {
  it('is said to be saved only when it is', async () => {
    await open('t1');
    keeper.edit('t1', { text: '写的话' });
    server.refusal = refused(503);
    expect(await keeper.flush('t1')).toBe(false);
    server.refusal = null;
    keeper.serverBack();
    expect(await keeper.flush('t1')).toBe(true);
    expect(server.tickets.get('t1')?.text).toBe('写的话');
  });
});

describe('a draft whose matter has a ticket', () => {
  const earlier = { id: 't0', version: 4 };

  it('ends with the words that went there, and with nothing of an outcome that was begun', async () => {
    await open('t1');
    keeper.setDetail('t1', { outcome: 'directAnswer', summary: '已答复' });

    await keeper.followUp('c1', 't1', earlier, 'expedite', '请尽快');

    expect(server.asked.at(-1)).toBe('follow-up c1 expedite t0#4 null');
    expect(keeper.entry('t1')?.ticket?.state).toBe('followedUp');
    expect(keeper.entry('t1')?.detail.outcome).toBe('expedite');
    await later(5000);
    expect(server.asked.at(-1)).toBe('follow-up c1 expedite t0#4 null');
  });

  it('stays as it is where that ticket was changed meanwhile', async () => {
    await open('t1');
    keeper.edit('t1', { text: '还是不亮' });
    server.refusal = new Refusal(409, 'version', '刚刚被更新', {
      current: makeTicket({ id: 't0', version: 5, text: '路灯' }),
    });

    await expect(keeper.followUp('c1', 't1', earlier, 'supplement', '还是不亮')).rejects.toThrow();

    expect(keeper.entry('t1')?.draft.values.text).toBe('还是不亮');
    expect(keeper.entry('t1')?.problem).toBeNull();
    expect(told).toEqual([]);
  });
});
