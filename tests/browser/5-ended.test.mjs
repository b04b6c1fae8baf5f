// A door whose time is over while it is without network: it judges nobody and knows nobody, and loses nothing.
import assert from 'node:assert/strict';
import { launch, phone } from './support/chromium.mjs';
import { faults, watch } from './support/checks.mjs';
import { cut, demo, exported, pairingLink, revive } from './support/product.mjs';

const LASTS_MS = 15_000;
const SCANNED = 3;

export const tests = {
  'what a door took before its time was over is sent afterwards, and the list is gone': ended,
};

async function ended() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const context = await browser.newContext(phone);
  const page = watch(await context.newPage());
  const people = expected(product);
  const over = Date.now() + LASTS_MS;
  await page.goto(pairingLink(product, 'hall-day-1', over));
  await page.locator('main form button').click();
  await page.locator('html[data-roster=whole]').waitFor();
  cut(product);
  for (const { badge } of people) {
    await page.locator('#code').fill(badge);
    await page.locator('#code').press('Enter');
    await page.locator('#verdict.go').waitFor();
    await page.keyboard.press('Escape');
  }
  await page.locator('#verdict-word', { hasText: 'Pairing ended' }).waitFor({ timeout: LASTS_MS });
  assert.ok(Date.now() >= over - 1000);
  assert.deepEqual(await kept(page), { roster: 0, queue: SCANNED });
  await page.keyboard.press('Escape');
  await page.locator('#code').fill(people[0].badge);
  await page.locator('#code').press('Enter');
  await page.locator('#verdict-word', { hasText: 'Pairing ended' }).waitFor();
  await page.close();
  await revive(product);
  const later = watch(await context.newPage());
  await later.goto(`${product.address}/en/door`);
  await later.getByText('Everything has been sent').waitFor();
  const arrived = exported(product).filter(({ badge, first_admitted_at: at }) => at && people.some((one) => one.badge === badge));
  assert.equal(arrived.length, SCANNED);
  assert.ok((await later.evaluate(() => indexedDB.databases())).length === 0, 'nothing is left on the phone');
  assert.deepEqual((await faults(later)).filter((text) => !/401/.test(text)), []);
  await browser.close();
}

function expected(product) {
  const free = exported(product).filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at);
  return free.slice(0, SCANNED);
}

// How many rows this phone keeps of the list and of what is to be sent.
function kept(page) {
  return page.evaluate(() => new Promise((done, failed) => {
    const opening = indexedDB.open('hazir-door');
    opening.onerror = failed;
    opening.onsuccess = () => {
      const tables = opening.result.transaction(['roster', 'queue']);
      const [roster, queue] = ['roster', 'queue'].map((name) => tables.objectStore(name).count());
      tables.oncomplete = () => done({ roster: roster.result, queue: queue.result });
    };
  }));
}
