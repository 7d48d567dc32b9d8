/** Takes pictures of the desk in every state, against the stub. `npm run build && npm run stub &` first. */
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const base = process.env.DESK_URL ?? 'http://localhost:5090';
const out = process.env.SHOTS ?? '/tmp/desk-shots';
const only = process.argv.slice(2);
const stub = (path) => fetch(`${base}/stub/${path}`, { method: 'POST' });

const pictures = [
  { name: 'signed-in', scene: 'signedIn' },
  { name: 'idle', scene: 'idle' },
  { name: 'ringing', scene: 'ringing' },
  { name: 'withheld', scene: 'ringingWithheld' },
  { name: 'talking', scene: 'talking', filled: true },
  { name: 'talking-empty', scene: 'talking' },
  { name: 'held', scene: 'held', filled: true },
  { name: 'dialling', scene: 'dialling', filled: true },
  { name: 'three-way', scene: 'threeWay', filled: true },
  { name: 'party-busy', scene: 'partyBusy', filled: true },
  { name: 'wrap-up', scene: 'wrapUp', filled: true, act: (page) => page.getByTestId('outcome-ticket').click() },
  { name: 'wrap-up-none', scene: 'wrapUp', filled: true, act: (page) => page.getByTestId('finish-wrap-up').click() },
  { name: 'wrap-up-refused', scene: 'wrapUp', act: (page) => page.getByTestId('outcome-notAccepted').click() },
  { name: 'missed', scene: 'missed' },
  { name: 'database-away', scene: 'databaseAway', filled: true },
  { name: 'replaced', scene: 'replaced', filled: true },
  { name: 'picker', scene: 'talking', filled: true, act: (page) => page.keyboard.press('Alt+i') },
  { name: 'tickets', scene: 'idle', path: '#/tickets/t-81' },
  { name: 'cases', scene: 'idle', path: '#/cases' },
  { name: 'case', scene: 'idle', path: '#/cases/k-2?queue=unitHandle' },
  {
    name: 'case-reply',
    scene: 'idle',
    path: '#/cases/k-2?queue=unitHandle',
    act: (page) => page.getByTestId('do-submitReply').click(),
  },
  {
    name: 'case-changed',
    scene: 'idle',
    path: '#/cases/k-2?queue=unitHandle',
    act: async (page) => {
      await page.getByTestId('do-urge').click();
      await page.keyboard.type('请加快办理');
      await page.keyboard.press('Control+Enter');
    },
  },
  { name: 'floor', scene: 'idle', path: '#/floor' },
  { name: 'call-backs', scene: 'idle', path: '#/floor', act: (page) => page.getByTestId('call-backs').click() },
  { name: 'keys', scene: 'idle', act: (page) => page.keyboard.press('Alt+Slash') },
];

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
const sizes = process.env.SIZES?.split(',') ?? ['1366x768'];
for (const size of sizes) {
  const [width, height] = size.split('x').map(Number);
  for (const picture of pictures) {
    if (only.length > 0 && !only.includes(picture.name)) continue;
    await stub('signed-in');
    await stub(picture.filled ? 'filled' : 'empty');
    await stub(`scene/${picture.scene}`);
    const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN' });
    page.on('pageerror', (error) => console.log(picture.name, error.message));
    page.on('console', (line) => line.type() === 'error' && console.log(picture.name, line.text()));
    await page.goto(`${base}/${picture.path ?? ''}`);
    await page.waitForTimeout(1200);
    await picture.act?.(page);
    await page.waitForTimeout(500);
    const scroll = await page.evaluate(() => [
      document.documentElement.scrollHeight > innerHeight,
      document.documentElement.scrollWidth > innerWidth,
    ]);
    if (scroll.some(Boolean)) console.log(picture.name, size, 'page scrolls', scroll);
    await page.screenshot({ path: `${out}/${picture.name}-${size}.png` });
    await page.close();
  }
}
await browser.close();
