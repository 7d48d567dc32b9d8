// A citizen for SIPp, and what became of him.
//   caller.mjs scenario DIR SECONDS ANSWER_SECONDS DTMF COUNT FROM    writes DIR/scenario.xml and DIR/callers.csv
//   caller.mjs report DIR COUNT       reads DIR/log as SIPp writes it until DIR/done exists, prints one line per call
import { closeSync, existsSync, openSync, readSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const [, , action, dir, ...rest] = process.argv;
const REFUSALS = [400, 401, 403, 404, 405, 406, 408, 410, 415, 420, 480, 481, 482, 483, 484, 485, 486, 487, 488, 491, 500, 501, 502, 503, 504, 513, 600, 603, 604, 606];
const WORDS = { 403: 'refused', 404: 'no such number', 408: 'no answer', 480: 'not available', 486: 'busy', 487: 'given up', 503: 'overloaded', 600: 'busy', 603: 'refused' };

if (action === 'scenario') scenario(); else await report();

function scenario() {
  const [seconds, answerSeconds, dtmf, count, from] = rest;
  const log = what => `<action><log message="${what} [call_number] [clock_tick] [field1]"/></action>`;
  // RFC 3261 9.1 and 17.1.1.3: a CANCEL, and the ACK of a refusal, belong to the INVITE's transaction and bear its branch.
  const inviteBranch = 'z9hG4bKi-[pid]-[call_number]';
  const head = (method, cseq, to, branch = '[branch]') => `Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=${branch}
From: <sip:[field0]@[local_ip]:[local_port]>;tag=[pid]c[call_number]
${to}
Call-ID: [call_id]
CSeq: ${cseq} ${method}
Max-Forwards: 70`;
  const known = '[last_To:]', asked = 'To: <sip:[service]@[remote_ip]:[remote_port]>';
  const send = (text, attributes = '') => `<send ${attributes}><![CDATA[\n${text}\n]]></send>`;
  const ok = `SIP/2.0 200 OK\n[last_Via:]\n[last_From:]\n[last_To:]\n[last_Call-ID:]\n[last_CSeq:]\nContent-Length: 0\n`;
  // SIPp refuses what it does not expect: every refusal that may come is named.
  const refusals = REFUSALS.map(code => `<recv response="${code}" optional="true" next="${code}">${log(`refused ${code}`)}</recv>`).join('\n');
  const refusalEnds = REFUSALS.map(code => `<label id="${code}"/>\n${send(`ACK sip:[service]@[remote_ip]:[remote_port] SIP/2.0\n${head('ACK', 1, known, inviteBranch)}\nContent-Length: 0\n`, 'next="99"')}`).join('\n');
  // Between two keys the far end may hang up as well.
  const keys = [...dtmf].map((key, n) => `<recv request="BYE" timeout="600" ontimeout="${1000 + n}" next="7"/>
<label id="${1000 + n}"/>
${send(`INFO [next_url] SIP/2.0\n${head('INFO', 2 + n, known)}\n[routes]\nContent-Type: application/dtmf-relay\nContent-Length: [len]\n\nSignal=${key}\nDuration=160\n`, 'retrans="500"')}
<recv response="200"/>`).join('\n');
  writeFileSync(`${dir}/scenario.xml`, `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="citizen">
<nop>${log('start')}</nop>
${send(`INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
${head('INVITE', 1, asked, inviteBranch)}
Contact: <sip:[field0]@[local_ip]:[local_port]>
Allow: INVITE, ACK, BYE, CANCEL, OPTIONS, INFO
Content-Type: application/sdp
Content-Length: [len]

v=0
o=- 1 1 IN IP[local_ip_type] [local_ip]
s=-
c=IN IP[media_ip_type] [media_ip]
t=0 0
m=audio [rtpstream_audio_port] RTP/AVP 8 101
a=rtpmap:8 PCMA/8000
a=rtpmap:101 telephone-event/8000
a=fmtp:101 0-16
a=ptime:20
a=sendrecv
`, 'retrans="500"')}
<recv response="100" optional="true"/>
<recv response="180" optional="true">${log('ringing')}</recv>
<recv response="181" optional="true"/>
<recv response="182" optional="true"/>
<recv response="183" optional="true"/>
${refusals}
<recv response="200" rrs="true" timeout="${answerSeconds * 1000}" ontimeout="5">${log('answered')}</recv>
${send(`ACK [next_url] SIP/2.0\n${head('ACK', 1, known)}\n[routes]\nContent-Length: 0\n`)}
<nop><action><exec rtp_stream="${dir}/tone.al,-1,8"/></action></nop>
${keys}
<recv request="BYE" timeout="${Math.max(10, seconds * 1000 - 600 * dtmf.length)}" ontimeout="6"/>
<label id="7"/>
<nop>${log('ended far')}</nop>
${send(ok, 'next="99"')}
<label id="6"/>
<nop>${log('ended caller')}</nop>
${send(`BYE [next_url] SIP/2.0\n${head('BYE', 90, known)}\n[routes]\nContent-Length: 0\n`, 'retrans="500"')}
<recv response="200" timeout="4000" ontimeout="99" next="99"/>
<label id="5"/>
<nop>${log('gaveup')}</nop>
${send(`CANCEL sip:[service]@[remote_ip]:[remote_port] SIP/2.0\n${head('CANCEL', 1, asked, inviteBranch)}\nContent-Length: 0\n`, 'retrans="500"')}
<recv response="200"/>
<recv response="487"/>
${send(`ACK sip:[service]@[remote_ip]:[remote_port] SIP/2.0\n${head('ACK', 1, known, inviteBranch)}\nContent-Length: 0\n`, 'next="99"')}
${refusalEnds}
<label id="99"/>
</scenario>
`);
  // Text from the command line becomes the user part of a SIP address: what has a meaning there is escaped.
  const caller = n => (from ? encodeURIComponent(from) : `139${String(10000000 + n)}`).slice(0, 1000);
  writeFileSync(`${dir}/callers.csv`, 'SEQUENTIAL\n' + Array.from({ length: Number(count) }, (_, n) => `${caller(n)};${caller(n)}\n`).join(''));
}

async function report() {
  const count = Number(rest[0]), calls = new Map(), out = { answered: 0, failed: 0 };
  const seconds = ms => `${(ms / 1000).toFixed(2)} s`;
  const print = (n, call, text) => { call.done = true; console.log(`call ${n} from ${call.from}: ${text}`); };
  for await (const line of lines()) {
    const m = /^(\w+)(?: (far|caller|\d+))? (\d+) (\d+) (\S+)$/.exec(line.trim());
    if (!m) continue;
    const [, what, detail, number, tick, from] = m, at = Number(tick);
    if (what === 'start') { calls.set(number, { from: decodeURIComponent(from), at }); continue; }
    const call = calls.get(number);
    if (!call || call.done) continue;
    if (what === 'answered') call.answered = at;
    else if (what === 'ended') out.answered++, print(number, call, `answered after ${seconds(call.answered - call.at)}, talked ${seconds(at - call.answered)}, hung up by ${detail === 'far' ? 'the far end' : 'the caller'}`);
    else if (what === 'gaveup') { out.failed++; print(number, call, `no answer, given up after ${seconds(at - call.at)}`); }
    else if (what === 'refused') { out.failed++; print(number, call, `failed after ${seconds(at - call.at)}: ${WORDS[detail] ? WORDS[detail] + ' ' : ''}(SIP ${detail})`); }
  }
  for (const [number, call] of calls) if (!call.done) { out.failed++; print(number, call, call.answered ? 'answered, then lost without a goodbye' : 'no answer from the line at all'); }
  if (count > 1 && calls.size > 0) console.log(`${calls.size} calls: ${out.answered} answered, ${out.failed} failed`);
  process.exit(calls.size === 0 || out.failed > 0 ? 1 : 0);
}

// The log's lines while they come. That SIPp has ended is looked at before the last reading, so nothing is missed.
async function* lines() {
  const file = openSync(`${dir}/log`, 'r'), buffer = Buffer.alloc(65536);
  for (let rest = '', over = false; ;) {
    over = existsSync(`${dir}/done`);
    for (let n; (n = readSync(file, buffer, 0, buffer.length, null)) > 0;) rest += buffer.toString('latin1', 0, n);
    const whole = rest.split('\n');
    rest = whole.pop();
    yield* whole;
    if (over) break;
    await pause(100);
  }
  closeSync(file);
}
