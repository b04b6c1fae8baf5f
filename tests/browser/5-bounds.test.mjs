// Scans that wait with a phone: the desk's overview says between which numbers the hall's figure lies, while it lasts.
import assert from 'node:assert/strict';
import { faults, watch } from './support/checks.mjs';
import { launch, phone } from './support/chromium.mjs';
import { atTheDesk } from './support/desk.mjs';
import { part } from './support/door-parts.mjs';
import { demo, exported, pairingLink } from './support/product.mjs';

const { ScanQueue } = await part('scan-queue.js');
const { NoAnswer } = await part('api.js');

export const tests = {
  'while scans wait with a phone the overview says between which numbers the hall lies, and no longer than that': live,
  'a phone tells by how many that it holds back somebody came in or went out, at each checkpoint': heldBack,
};

async function live() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const door = watch(await (await browser.newContext(phone)).newPage());
  await door.goto(pairingLink(product, 'hall-day-1'));
  await door.locator('main form button').click();
  await door.waitForURL('**/door');
  await door.locator('html[data-roster=whole]').waitFor();
  const desk = await atTheDesk(product, browser, { viewport: { width: 360, height: 740 } });
  await desk.goto(`${product.address}/en/desk/gsnp-2025`);
  const hall = desk.locator('[data-live=hall]').first();
  const bounds = desk.locator('[data-live=hall_bounds]');
  const doubts = desk.locator('[data-live=hall_doubts]');
  const known = Number(await hall.innerText());
  assert.equal(await doubts.isVisible(), false);

  await door.route('**/api/door/scans', (route) => route.fulfill({ status: 503, body: '{"error":"Busy."}' }));
  const coming = exported(product).filter(({ badge, state, first_admitted_at: first }) => badge && state === 'confirmed' && !first).slice(0, 3);
  for (const person of coming) await scanned(door, person);
  await bounds.filter({ hasText: `between ${known} and ${known + 3}` }).waitFor({ timeout: 60_000 });
  assert.match(await doubts.innerText(), /^Not yet counted in the hall: .* \(3 scans to send as of \d\d:\d\d\)$/);
  assert.equal(Number(await hall.innerText()), known);
  assert.ok(await desk.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
  assert.deepEqual(await faults(desk), []);

  await door.unroute('**/api/door/scans');
  await hall.filter({ hasText: String(known + 3) }).waitFor({ timeout: 60_000 });
  await doubts.waitFor({ state: 'hidden', timeout: 60_000 });
  assert.equal(await bounds.textContent(), '');
  assert.deepEqual(await faults(desk), []);
  await browser.close();
}

async function scanned(page, { badge, name }) {
  await page.locator('#code').fill(badge);
  await page.locator('#code').press('Enter');
  await page.locator('#verdict.go').waitFor();
  await page.waitForFunction((wanted) => document.getElementById('verdict-name').textContent === wanted, name);
}

async function heldBack() {
  const before = [
    { id: '1', checkpoint: 'C1', direction: 'in', told: 'admitted', of: { registration: 'a' } },
    { id: '2', checkpoint: 'C1', direction: 'in', told: 'already_in', of: { registration: 'b' } },
    { id: '3', checkpoint: 'C1', direction: 'out', told: 'left', of: { registration: 'c' } },
    { id: '4', checkpoint: 'C2', direction: 'in' },
    { id: '5', checkpoint: 'C2', direction: 'in', told: 'full', of: { registration: 'd' } },
    { id: '6', checkpoint: 'C2', direction: 'in', told: 'admitted' },
    { id: '7', do: 'undo', scan: 'x', of: { registration: 'e', checkpoint: 'C3' } },
    { id: '8', do: 'note', words: 'Please come.' },
  ];
  const store = { all: async () => before, put: async () => {}, delete: async () => {} };
  const away = async () => { throw new NoAnswer(); };
  const queue = new ScanQueue({ sendScans: away, sendActs: away }, () => {});
  queue.add({ id: '9', checkpoint: 'C1', direction: 'in' }).catch(() => {});
  await queue.keepIn(store);
  assert.equal(queue.length, 9);
  // What has just been taken is on its way.
  assert.deepEqual(queue.heldBack, [
    { checkpoint: 'C1', in: 2, out: 1 },
    { checkpoint: 'C2', in: 1, out: 0 },
    { checkpoint: 'C3', in: 1, out: 1 },
  ]);
}
