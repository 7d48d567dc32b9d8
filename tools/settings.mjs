// DIR/hotline.json: made once, read by the script, the server and the watchdog.
//   settings.mjs make DIR TCP_TAKEN UDP_TAKEN [PORT] [DEMO] [DATABASE] [CITY]   makes the file where it is missing, applies PORT and DEMO
//   settings.mjs shell DIR                                                      prints it as assignments for bash
// TCP_TAKEN and UDP_TAKEN: ports in use now, separated by commas.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const [, , action, dir, ...rest] = process.argv;
const file = `${dir}/hotline.json`;

const fail = message => { console.error(`hotline: ${message}`); process.exit(1); };

function read() {
  let settings;
  try { settings = JSON.parse(readFileSync(file, 'utf8')); }
  catch (error) { fail(`${file} cannot be read: ${error.message}`); }
  const a = settings.asterisk ?? {};
  for (const [name, value] of Object.entries({
    'http.port': settings.http?.port, 'asterisk.sip': a.sip, 'asterisk.amiPort': a.amiPort, 'asterisk.rtp[0]': a.rtp?.[0], 'asterisk.rtp[1]': a.rtp?.[1],
  })) if (!Number.isInteger(value) || value < 1 || value > 65535) fail(`${file}: ${name} must be a port, not ${JSON.stringify(value)}`);
  for (const [name, value] of Object.entries({
    'tenant': settings.tenant, 'city': settings.city, 'http.address': settings.http?.address, 'asterisk.node': a.node, 'asterisk.http': a.http,
    'asterisk.password': a.password, 'asterisk.amiSecret': a.amiSecret, 'asterisk.amiWatchdogSecret': a.amiWatchdogSecret, 'asterisk.spool': a.spool,
  })) if (typeof value !== 'string' || value === '') fail(`${file}: ${name} must be a text, not ${JSON.stringify(value)}`);
  return settings;
}

// The first block of ports nobody uses. Block 0 are Asterisk's own; the others keep clear of each other.
function freePorts(tcp, udp) {
  for (let block = 0; block < 10; block++) {
    const ports = { sip: 5060 + 100 * block, http: 8088 + 100 * block, ami: 5038 + 100 * block, capture: 9060 + 100 * block,
      rtp: block === 0 ? [20000, 29999] : [8000 + 2000 * block + 2000, 8000 + 2000 * block + 3999] };
    if (block > 5) ports.rtp = [30000 + 2000 * (block - 6), 31999 + 2000 * (block - 6)];
    if (!udp.has(ports.sip) && !udp.has(ports.capture) && !tcp.has(ports.sip) && !tcp.has(ports.http) && !tcp.has(ports.ami)) return ports;
  }
  return fail("No free block of ports was found for Asterisk (5060, 8088, 5038 and nine blocks above them are in use).");
}

// Never half a file, never readable by others; and a file of our own, renamed into its place: what lies there is not written through.
function put(path, text) {
  const made = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(made, text, { mode: 0o600, flag: 'wx' });
  renameSync(made, path);
}

const secret = () => randomBytes(24).toString('base64url');

const databases = {
  sqlite: () => `Data Source=${dir}/data/hotline.db`,
  // By a socket in DIR/database: no port is opened. The file "password" beside it is for the database's own first start.
  postgres: () => `Host=${dir}/database;Database=hotline;Username=hotline;Password=${secret()}`,
};

// The city's own area code: what is kept bears it. A folder is named from Hotline's own, as the server does.
function tenantOf(city) {
  try { return JSON.parse(readFileSync(resolve(import.meta.dirname, '..', city, 'settings.json'), 'utf8')).tenant; }
  catch (error) { return fail(`--city: ${city}: ${error.message}`); }
}

function fresh(tcp, udp, database, city) {
  const ports = freePorts(tcp, udp);
  return {
    tenant: tenantOf(city), city, demo: false,
    http: { address: '127.0.0.1', port: 8080 },
    asterisk: {
      node: 'hotline-1', http: `http://127.0.0.1:${ports.http}`, user: 'hotline', password: secret(),
      phoneWebSocket: `ws://127.0.0.1:${ports.http}/ws`, phoneDomain: 'hotline.local',
      amiHost: '127.0.0.1', amiPort: ports.ami, amiUser: 'hotline', amiSecret: secret(),
      amiWatchdogUser: 'watchdog', amiWatchdogSecret: secret(),
      spool: `${dir}/asterisk/spool`, celFile: `${dir}/asterisk/log/cel-custom/hotline.csv`,
      sip: ports.sip, rtp: ports.rtp, capturePort: ports.capture, captureSecret: secret(),
    },
    database: { provider: database, connectionString: databases[database]() },
    journal: `${dir}/journal`,
  };
}

const ports = text => new Set((text ?? '').split(',').filter(Boolean).map(Number));
const quote = text => `'${String(text).replaceAll("'", `'\\''`)}'`;

if (action === 'make') {
  const [tcp, udp, port, demo, database, city] = rest;
  if (database && !databases[database]) fail(`--database takes ${Object.keys(databases).join(' or ')}, not '${database}'.`);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const settings = before ? read() : fresh(ports(tcp), ports(udp), database || 'sqlite', city || 'config/kaifeng');
  const { provider, connectionString } = settings.database ?? {};
  if (database && provider !== database) fail(`${file} names the database ${provider}; what is in it does not move to ${database} by itself.`);
  if (city && settings.city !== city) fail(`${file} names the city ${settings.city}; what was kept for it is not another's. Give another --data.`);
  if (port) settings.http.port = Number(port);
  if (demo) settings.demo = true;
  // A file of before knew nothing of the capture.
  settings.asterisk.capturePort ??= settings.asterisk.sip + 4000;
  settings.asterisk.captureSecret ??= secret();
  const after = JSON.stringify(settings, null, 2) + '\n';
  if (after !== before) put(file, after);
  const [, host, password] = /^Host=([^;]*);.*Password=([^;]*)/.exec(connectionString) ?? [];
  if (provider === 'postgres' && host === `${dir}/database`) {
    mkdirSync(host, { recursive: true, mode: 0o700 });
    put(`${host}/password`, password);
  }
} else if (action === 'shell') {
  const s = read(), a = s.asterisk;
  const address = { carrier: a.carrier ?? '127.0.0.2:5080', subcentre: a.subcentre ?? '127.0.0.3:5070' };
  for (const [name, value] of Object.entries({
    HTTP_ADDRESS: s.http.address, HTTP_PORT: s.http.port, DEMO: s.demo ? 1 : '', NODE: a.node, ARI_URL: a.http, ARI_PORT: new URL(a.http).port,
    ARI_USER: a.user, ARI_PASSWORD: a.password, AMI_PORT: a.amiPort, AMI_SECRET: a.amiSecret, WATCHDOG_SECRET: a.amiWatchdogSecret,
    SIP_ADDRESS: a.sipAddress ?? '127.0.0.1', SIP_PORT: a.sip, CAPTURE_PORT: a.capturePort ?? a.sip + 4000, CAPTURE_SECRET: a.captureSecret ?? '', RTP_START: a.rtp[0], RTP_END: a.rtp[1], CARRIER: address.carrier, SUBCENTRE: address.subcentre,
    DATABASE_PASSWORD: /^Host=.*Password=([^;]*)/.exec(s.database?.connectionString)?.[1] ?? '', PHONE_DOMAIN: a.phoneDomain, PHONE_HOST: new URL(a.phoneWebSocket).hostname,
  })) console.log(`${name}=${quote(value)}`);
} else fail('settings.mjs make|shell DIR …');
