/**
 * A small stand-in for AgentHub, to look at the desk before or without the real one. Never part of a build.
 *   npm run build && npm run stub      → http://localhost:5090
 *   curl -X POST localhost:5090/stub/scene/ringing      (see test/fixtures/scenes.mjs)
 *   curl -X POST localhost:5090/stub/down | /stub/up    (the hub and the API away and back)
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { cases, caseView, counts, deskNotices, notices } from '../fixtures/cases.mjs';
import { history, newTicket, parties, reference, summaries } from '../fixtures/records.mjs';
import { floor, scenes } from '../fixtures/scenes.mjs';
import { serveSip } from './sip.mjs';

const root = fileURLToPath(new URL('../../../wwwroot/', import.meta.url));
const port = Number(process.env.PORT ?? 5090);
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const state = { scene: 'idle', version: 0, down: false, signedIn: false, filled: false, log: [], override: null };
const tickets = new Map();
const hubs = new Set();
const recordEnd = '\u001e';

const ticket = (id) => {
  if (!tickets.has(id)) tickets.set(id, newTicket(id, state.filled));
  return tickets.get(id);
};
const view = () => ({
  version: ++state.version,
  now: new Date().toISOString(),
  ...scenes[state.scene](),
  ...(state.override ?? {}),
});
const invoke = (target, argument) => JSON.stringify({ type: 1, target, arguments: [argument] }) + recordEnd;
const push = () => {
  for (const socket of hubs) {
    socket.send(invoke('desk', view()));
    socket.send(invoke('floor', { version: ++state.version, now: new Date().toISOString(), ...floor() }));
  }
};

const reply = (response, status, body) => {
  const problem = status >= 400;
  response.writeHead(status, { 'content-type': problem ? 'application/problem+json' : 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
};
const session = () => ({
  agent: state.signedIn ? { id: '1027', name: '王晓燕', roles: ['agent', 'shiftLeader'] } : null,
  csrf: 'stub',
  city: '开封市',
  idleMinutes: 30,
  totp: false,
  passwordLengthMin: 12,
});

const calledBack = new Set();
const callBacks = () =>
  [
    { callId: 'cb-1', caller: '138****6021', dialled: '12345', name: '政务服务便民热线' },
    { callId: 'cb-2', caller: '139****4410', dialled: '12329', name: '住房公积金热线服务电话' },
  ]
    .filter((one) => !calledBack.has(one.callId))
    .map((one, n) => {
      const queuedAt = new Date(Date.now() - (n + 3) * 91_000).toISOString();
      return { ...one, queuedAt, askedAt: queuedAt };
    });

const commands = {
  hold: 'held',
  retrieve: 'talking',
  'hang-up': 'wrapUp',
  leave: 'wrapUp',
  'drop-party': 'talking',
  'three-way': 'dialling',
  requeue: 'idle',
  'wrap-up': 'idle',
};

async function api(request, response, url) {
  const body = await new Promise((resolve) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => resolve(text ? JSON.parse(text) : {}));
  });
  const parts = url.pathname.split('/').filter(Boolean);
  const key = `${request.method} ${url.pathname}`;
  state.log.push({ key, body });
  if (key === 'GET /api/day') {
    const at = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
    const gone = { callId: 'gone-1', caller: '136****2001', dialled: '12345', name: '政务服务便民热线' };
    const lastAbandoned = [{ ...gone, askedAt: at(12), endedAt: at(11) }];
    return reply(response, 200, {
      asked: 412,
      answered: 398,
      soon: 371,
      soonSeconds: 15,
      abandoned: 1,
      unfinished: 2,
      lastAbandoned,
    });
  }
  if (key === 'GET /api/session') return reply(response, 200, session());
  if (key === 'POST /api/session') {
    if (body.password !== '123456') return reply(response, 401, { code: 'wrong', detail: '工号或密码不对' });
    state.signedIn = true;
    return reply(response, 200, session());
  }
  if (key === 'DELETE /api/session') {
    state.signedIn = false;
    return reply(response, 204);
  }
  if (key === 'POST /api/phone') {
    return reply(response, 200, {
      webSocketUrl: `ws://localhost:${port}/sip`,
      uri: 'sip:1027@stub',
      authorizationUser: '1027',
      realm: 'stub',
      ha1: '0'.repeat(32),
    });
  }
  if (key === 'GET /api/reference') return reply(response, 200, reference);
  if (key === 'GET /api/parties') return reply(response, 200, parties);
  if (key === 'GET /api/call-backs') return reply(response, 200, callBacks());
  if (parts[1] === 'call-backs') {
    calledBack.add(parts[2]);
    return reply(response, 204);
  }
  if (key === 'GET /api/drafts') {
    return reply(response, 200, { items: summaries.slice(0, 2), total: 2, capped: false });
  }
  if (key === 'GET /api/tickets') {
    const query = url.searchParams.get('query') ?? '';
    const items = summaries.filter(
      (entry) => query === '' || entry.title.includes(query) || entry.number?.includes(query),
    );
    return reply(response, 200, { items, total: items.length, page: 1, pageSize: 20, capped: false });
  }
  if (key === 'GET /api/units') {
    const units = reference.units.map(({ code, name }) => ({
      code,
      name,
      parent: null,
      level: 'city',
      isStation: false,
    }));
    return reply(
      response,
      200,
      units.map((unit) => ({ ...unit, station: null, mayBeChosen: true, why: '' })),
    );
  }
  if (key === 'GET /api/notices/counts')
    return reply(response, 200, { dead: notices.length, failed: 1, queued: 0, notSetUp: ['mail'] });
  if (key === 'GET /api/notices') {
    const items = notices.filter(({ state: one }) => one === url.searchParams.get('state'));
    return reply(response, 200, { items, total: items.length, page: 1, pageSize: 20 });
  }
  if (parts[1] === 'notices') return reply(response, 200, { count: body.ids.length });
  if (key === 'GET /api/cases/notices') return reply(response, 200, deskNotices);
  if (key === 'POST /api/cases/notices/read') return reply(response, 204);
  if (key === 'GET /api/cases/counts') return reply(response, 200, counts());
  if (key === 'GET /api/cases') {
    const items = url.searchParams.get('queue') === 'screening' ? [] : cases;
    const page = Number(url.searchParams.get('page') ?? 1);
    return reply(response, 200, { items, total: items.length && 384, page, pageSize: 20 });
  }
  if (parts[1] === 'cases') {
    const held = caseView(parts[2]);
    if (request.method === 'GET') return reply(response, 200, held);
    if (parts[3] === 'reveal') return reply(response, 200, { caller: '13800006021', contactNumber: '15000003348' });
    if (parts[3] === 'urge') {
      const urged = { ...held.timeline[3], no: 5, reason: '别人刚刚催办', at: new Date().toISOString() };
      const current = { ...held, version: body.version + 1, timeline: [...held.timeline, urged] };
      if (body.version === held.version)
        return reply(response, 409, { code: 'version', detail: '这件工单刚刚被更新。查看变化后再提交', current });
    }
    if (parts[3] === 'submit-reply' && !body.text.includes('更换'))
      return reply(response, 422, { code: 'fieldsMissing', detail: '请补充：内容', fields: ['text'] });
    return reply(response, 200, { ...held, version: body.version + 1 });
  }
  if (parts[1] === 'desk') {
    if (parts[2] === 'state')
      state.scene = { ready: 'idle', break: 'break', notReady: 'signedIn' }[body.state] ?? state.scene;
    else state.scene = commands[parts[2]] ?? state.scene;
    reply(response, 204);
    return push();
  }
  if (parts[1] === 'tickets' && parts[3] === 'draft') {
    const held = ticket(parts[2]);
    if (body.version !== held.version)
      return reply(response, 409, { code: 'version', detail: '这件工单刚刚被更新', current: held });
    Object.assign(held, body, { version: held.version + 1, savedAt: new Date().toISOString() });
    return reply(response, 200, { version: held.version, savedAt: held.savedAt });
  }
  if (parts[1] === 'tickets') return reply(response, 200, ticket(parts[2]));
  if (parts[3] === 'history') return setTimeout(() => reply(response, 200, history), 150);
  if (parts[3] === 'reveal') return reply(response, 200, { number: '13800006021' });
  if (parts[3] === 'outcome') {
    const held = ticket('t-103');
    Object.assign(held, body, {
      version: held.version + 1,
      state: 'accepted',
      stateText: '已受理',
      number: '20260317-1-000103',
      savedAt: new Date().toISOString(),
    });
    return reply(response, 200, held);
  }
  return reply(response, 404, { code: 'missing', detail: '没有找到' });
}

async function stub(_request, response, url) {
  const [, , verb, name] = url.pathname.split('/');
  if (verb === 'scene' && scenes[name]) {
    state.scene = name;
    state.override = null;
    push();
  }
  if (verb === 'filled') {
    state.filled = true;
    tickets.clear();
  }
  if (verb === 'empty') {
    state.filled = false;
    tickets.clear();
  }
  if (verb === 'down') {
    state.down = true;
    for (const socket of hubs) socket.terminate();
  }
  if (verb === 'up') state.down = false;
  if (verb === 'signed-in') state.signedIn = true;
  if (verb === 'signed-out') state.signedIn = false;
  if (verb === 'touch')
    Object.assign(ticket('t-103'), {
      title: '系统里的标题',
      place: '系统里的地点',
      version: ticket('t-103').version + 1,
    });
  if (verb === 'restart') state.version = 0;
  if (verb === 'log') return reply(response, 200, state.log.splice(0));
  reply(response, 200, { scene: state.scene });
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, `http://localhost:${port}`);
  if (url.pathname.startsWith('/stub/')) return stub(request, response, url);
  if (state.down && !extname(url.pathname) && url.pathname !== '/') return request.socket.destroy();
  if (url.pathname.startsWith('/api/')) return api(request, response, url);
  if (url.pathname === '/hub/desk/negotiate') {
    return reply(response, 200, {
      connectionId: 'stub',
      connectionToken: 'stub',
      negotiateVersion: 1,
      availableTransports: [{ transport: 'WebSockets', transferFormats: ['Text'] }],
    });
  }
  try {
    const path = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
    const content = await readFile(join(root, path));
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    response.end(content);
  } catch {
    reply(response, 404, { code: 'missing', detail: '没有找到' });
  }
});

const hub = new WebSocketServer({ noServer: true });
const sip = new WebSocketServer({ noServer: true, handleProtocols: () => 'sip' });
serveSip(sip);
server.on('upgrade', (request, socket, head) => {
  const chosen = request.url.startsWith('/sip') ? sip : hub;
  if (chosen === hub && state.down) return socket.destroy();
  chosen.handleUpgrade(request, socket, head, (web) => chosen.emit('connection', web));
});
hub.on('connection', (socket) => {
  socket.on('message', (data) => {
    for (const record of String(data).split(recordEnd).filter(Boolean)) {
      const message = JSON.parse(record);
      if (message.protocol) {
        socket.send(`{}${recordEnd}`);
        hubs.add(socket);
        socket.send(invoke('desk', view()));
        socket.send(invoke('floor', { version: ++state.version, now: new Date().toISOString(), ...floor() }));
      }
    }
  });
  const ping = setInterval(() => socket.send(JSON.stringify({ type: 6 }) + recordEnd), 5000);
  socket.on('close', () => {
    hubs.delete(socket);
    clearInterval(ping);
  });
});
server.listen(port, () => console.log(`stub on http://localhost:${port}`));
