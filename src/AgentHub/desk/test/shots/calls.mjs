/**
 * Whole calls through the page's own telephone, against the stub: answer, sound, mute, drafts, hang-up, and the same with
 * the server away. `npm run build && npm run stub &` first, then `npm run calls`.
 */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { build } from 'rolldown';

const base = process.env.DESK_URL ?? 'http://localhost:5090';
const out = process.env.SHOTS ?? '/tmp/desk-shots';
const stub = (path) => fetch(`${base}/stub/${path}`, { method: 'POST' }).then((answer) => answer.json());
const { output } = await build({
  input: new URL('./../stub/caller.mjs', import.meta.url).pathname,
  write: false,
  platform: 'browser',
  output: { format: 'iife' },
});
const callerScript = output[0].code;

await mkdir(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless=new',
    '--no-sandbox',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
  ],
});
const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });

async function openDesk() {
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log('desk:', error.message));
  await page.goto(base);
  await page.waitForFunction(() => document.querySelector('.status')?.textContent?.includes('电话 已注册'));
  return page;
}
async function ring(call = 'c-1') {
  const page = await context.newPage();
  await page.goto(`${base}/favicon-idle.svg`).catch(() => undefined);
  await page.goto(`${base}/blank.html`).catch(() => undefined);
  await page.addScriptTag({ content: callerScript });
  await page.evaluate(
    ([port, call]) => window.citizen.call(`ws://localhost:${port}/sip`, 'sip:1027@stub', call),
    [new URL(base).port, call],
  );
  return page;
}
const citizenState = (page) => page.evaluate(() => window.citizen.state);
const until = async (what, probe, limit = 5000) => {
  const start = Date.now();
  while (Date.now() - start < limit) {
    if (await probe()) return console.log(`ok  ${what} (${Date.now() - start} ms)`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(what);
};

const trials = {
  async signIn() {
    await stub('signed-out');
    const page = await context.newPage();
    await page.goto(base);
    await page.getByTestId('agent-id').fill('1027');
    await page.getByTestId('password').fill('wrong');
    await page.screenshot({ path: `${out}/sign-in-1366x768.png` });
    await page.getByTestId('sign-in').click();
    await page.getByText('工号或密码不对').waitFor();
    await page.getByTestId('password').fill('123456');
    await page.getByTestId('sign-in').click();
    await page.getByTestId('microphone-done').waitFor();
    await page.screenshot({ path: `${out}/microphone-1366x768.png` });
    await page.getByTestId('microphone-done').click();
    await page.getByTestId('call-bar').waitFor();
    console.log('ok  sign-in, microphone, desk');
    await page.close();
  },
  async callWithServer() {
    await stub('signed-in');
    await stub('empty');
    await stub('scene/idle');
    const page = await openDesk();
    await stub('scene/ringing');
    const citizen = await ring();
    await until('answer key is there', () => page.getByTestId('answer').isEnabled());
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${out}/ringing-real-1366x768.png` });
    assert.match(await page.title(), /^\(振铃\) 12329/);
    await page.keyboard.press('F2');
    await stub('scene/talking');
    await until('citizen hears an answer', async () => (await citizenState(citizen)) === 'accepted');
    await until('packets both ways', () =>
      page.evaluate(async () => {
        const figures = await window.__hotline.stats();
        return figures.packetsSent > 50 && figures.packetsReceived > 50 && figures.bytesReceived > 0;
      }),
    );
    assert.equal(
      await page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')),
      'demandType',
    );
    await page.keyboard.press('Alt+m');
    await page.getByText('通话 · 静音').first().waitFor();
    await page.keyboard.press('Alt+m');
    await page.getByTestId('ticket-title').fill('路灯不亮');
    await page.getByTestId('ticket-text').fill('集英街路灯连续三晚不亮');
    await page.getByText(/已自动保存/).waitFor();
    await stub('touch');
    await page.getByTestId('ticket-title').fill('路灯三晚不亮');
    await page.getByTestId('conflict-title').waitFor();
    assert.equal(await page.getByTestId('ticket-place').inputValue(), '系统里的地点');
    await page.screenshot({ path: `${out}/conflict-1366x768.png` });
    await page.getByText('保留您的值').click();
    await until(
      'draft is saved with the agent’s value',
      async () => (await page.getByTestId('draft-stamp').getAttribute('data-stamp')) === 'saved',
    );
    await page.reload();
    await page.getByTestId('ticket-title').waitFor();
    assert.equal(await page.getByTestId('ticket-title').inputValue(), '路灯三晚不亮');
    const marks = await page.evaluate(() => performance.getEntriesByType('mark').map((mark) => mark.name));
    assert.ok(marks.includes('hotline-pop'));
    console.log('ok  nothing is lost by a reload');
    await stub('scene/wrapUp');
    await page.getByTestId('outcome-ticket').click();
    await page.getByTestId('finish-wrap-up').click();
    await page.locator('.field-error', { hasText: '还没有选择诉求类型' }).first().waitFor();
    await page.getByTestId('demand-type').getByText('求助').click();
    await page.getByTestId('category').click();
    await page.keyboard.type('路灯');
    await page.getByText('城乡建设', { exact: false }).last().click();
    await page.getByTestId('unit').click();
    await page.getByText('市城市管理局').last().click();
    await page.getByTestId('finish-wrap-up').click();
    await page.locator('[data-testid="state-block"][data-state="ready"]').waitFor();
    const log = await stub('log');
    const outcome = log.find((entry) => entry.key.endsWith('/outcome'));
    assert.equal(outcome.body.outcome, 'ticket');
    assert.equal(outcome.body.category, '020101');
    assert.ok(log.some((entry) => entry.key === 'POST /api/desk/wrap-up'));
    console.log('ok  wrap-up');
    await citizen.close();
    await page.close();
  },
  async serverAway() {
    await stub('empty');
    await stub('scene/idle');
    const page = await openDesk();
    await stub('down');
    await page.waitForTimeout(300);
    const citizen = await ring();
    await until('ring without server', () => page.getByText('来电（服务器断开）').isVisible());
    await page.waitForTimeout(3200);
    await page.screenshot({ path: `${out}/server-away-1366x768.png` });
    await page.getByTestId('answer').click();
    await until('citizen hears an answer', async () => (await citizenState(citizen)) === 'accepted');
    await page.waitForTimeout(700);
    await page.getByTestId('hang-up').click();
    await page.getByTestId('hang-up-confirm').click();
    await until(
      'citizen is hung up by the telephone itself',
      async () => (await citizenState(citizen)) === 'ended',
      6000,
    );
    await citizen.close();
    await stub('restart');
    await stub('up');
    await until(
      'desk is back, with a lower version',
      async () => (await page.getByTestId('banner').count()) === 0,
      12_000,
    );
    await page.close();
  },
  async draftWhileAway() {
    await stub('empty');
    await stub('scene/talking');
    const page = await openDesk();
    await page.getByTestId('ticket-title').waitFor();
    await stub('down');
    await page.getByTestId('ticket-text').fill('断网时写下的内容');
    await until(
      'stamp says local',
      async () => (await page.getByTestId('draft-stamp').getAttribute('data-stamp')) === 'local',
      8000,
    );
    await page.screenshot({ path: `${out}/local-draft-1366x768.png` });
    await stub('up');
    await until(
      'draft is uploaded',
      async () => (await page.getByTestId('draft-stamp').getAttribute('data-stamp')) === 'saved',
      15_000,
    );
    assert.equal(await page.getByTestId('ticket-text').inputValue(), '断网时写下的内容');
    await page.screenshot({ path: `${out}/recovered-1366x768.png` });
    await page.close();
  },
  async ringOverDraft() {
    await stub('empty');
    await stub('scene/idle');
    const page = await openDesk();
    await page.getByTestId('continue-draft').first().click();
    await page.getByTestId('ticket-text').fill('正在写的内容');
    const top = (await page.getByTestId('ticket-text').boundingBox()).y;
    await stub('scene/ringing');
    const citizen = await ring();
    await page.getByTestId('ring-strip').waitFor();
    await until('answer key is there', () => page.getByTestId('answer').isEnabled());
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'ticket-text');
    await page.screenshot({ path: `${out}/ring-over-draft-1366x768.png` });
    assert.equal((await page.getByTestId('ticket-text').boundingBox()).y, top);
    console.log('ok  a ring moves nothing that is being typed');
    await page.keyboard.type('，继续');
    await page.keyboard.press('F2');
    await stub('scene/talking');
    await page.getByTestId('moved-notice').waitFor();
    await page.screenshot({ path: `${out}/moved-1366x768.png` });
    await page.waitForTimeout(700);
    await page.keyboard.press('Alt+g');
    await page.getByText('再按一次 Alt+G 挂断').waitFor();
    await stub('log');
    await page.keyboard.press('Alt+g');
    await page.waitForTimeout(300);
    assert.ok((await stub('log')).some((entry) => entry.key === 'POST /api/desk/hang-up'));
    assert.equal(await citizenState(citizen), 'accepted');
    await until(
      'a session without a call is ended by the page',
      async () => (await citizenState(citizen)) === 'ended',
      9000,
    );
    await citizen.close();
    await page.close();
  },
  async commands() {
    await stub('filled');
    await stub('scene/talking');
    const page = await openDesk();
    await page.getByTestId('reveal').click();
    await page.getByText('138 0000 6021').waitFor();
    await page.keyboard.press('Alt+i');
    await page.getByTestId('party-search').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-testid="party-card"][data-state="ringing"]').waitFor();
    await stub('scene/threeWay');
    await page.getByTestId('leave').click();
    await page.getByTestId('outcome-directAnswer').waitFor();
    await stub('scene/talking');
    await page.locator('[data-testid="call-bar"][data-mode="talking"]').waitFor();
    await page.keyboard.press('F8');
    await page.locator('[data-testid="call-bar"][data-mode="held"]').waitFor();
    await page.keyboard.press('F8');
    await page.locator('[data-testid="call-bar"][data-mode="talking"]').waitFor();
    await page.keyboard.press('Alt+u');
    await page.getByText('110：本系统尚未开通').waitFor();
    await stub('scene/wrapUp');
    await page.getByTestId('outcome-ticket').locator('input').focus();
    await page.keyboard.press('1');
    await page.getByTestId('outcome-summary').fill('已说明办理时限和查询办法');
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-testid="state-block"][data-state="ready"]').waitFor();
    await page.keyboard.press('Alt+t');
    await page.getByTestId('state-break-rest').click();
    await page.locator('[data-testid="state-block"][data-state="break"]').waitFor();
    const log = await stub('log');
    assert.deepEqual(log.find((entry) => entry.key === 'POST /api/desk/three-way').body, { target: '12366' });
    assert.deepEqual(log.find((entry) => entry.key.endsWith('/reveal')).body, { purpose: '本次通话' });
    const outcome = log.find((entry) => entry.key.endsWith('/outcome')).body;
    assert.equal(outcome.outcome, 'directAnswer');
    assert.equal(outcome.summary, '已说明办理时限和查询办法');
    await page.screenshot({ path: `${out}/break-1366x768.png` });
    console.log('ok  reveal, three-way, leave, hold, outcome by keyboard, break');
    await page.close();
  },
  async answerFromTickets() {
    await stub('empty');
    await stub('scene/idle');
    const page = await openDesk();
    await page.getByTestId('nav-tickets').click();
    await page.getByTestId('ticket-row').first().waitFor();
    await stub('scene/ringing');
    const citizen = await ring();
    await until('answer key is there', () => page.getByTestId('answer').isEnabled());
    await page.getByTestId('answer').click();
    await stub('scene/talking');
    await page.getByTestId('ticket-title').waitFor();
    console.log('ok  an answer leads to the ticket');
    await until('citizen hears an answer', async () => (await citizenState(citizen)) === 'accepted');
    await page.reload();
    await page.waitForTimeout(500);
    assert.equal(await citizenState(citizen), 'accepted');
    console.log('ok  a reload sends no BYE');
    await citizen.close();
    await page.close();
  },
  async missingPage() {
    await stub('empty');
    await stub('scene/talking');
    const page = await openDesk();
    const asked = [];
    // What the server hands out after an upgrade for a file that it has no more: its index page.
    await page.route('**/assets/tickets-*.js', (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    });
    await page.getByTestId('nav-tickets').click();
    await page.getByTestId('load-failed').waitFor();
    assert.ok(asked.length > 1);
    assert.match(await page.getByTestId('load-failed').innerText(), /通话不受影响/);
    await page.waitForTimeout(3000);
    await page.locator('[data-testid="call-bar"][data-mode="talking"]').waitFor();
    console.log('ok  a missing page is said, and nothing is reloaded during the call');
    await page.unroute('**/assets/tickets-*.js');
    await page.getByTestId('load-again').click();
    await page.getByTestId('search-box').waitFor();
    console.log('ok  asked again, the page comes');
    await page.close();
  },
};

const wanted = process.argv.slice(2);
for (const [name, trial] of Object.entries(trials)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`-- ${name}`);
  await trial();
}
await browser.close();
