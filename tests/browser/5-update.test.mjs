// A phone that was left on an old page takes the new one by itself, but not under the volunteer's hands.
import assert from 'node:assert/strict';
import { faults, watch } from './support/checks.mjs';
import { launch, phone } from './support/chromium.mjs';
import { cut, demo, exported, printed, revive } from './support/product.mjs';

export const tests = {
  'a page that has grown old renews itself when nobody scans, and not while a verdict is open': renewed,
};

const IDLE_MS = 1500;

async function renewed() {
  const product = await demo();
  const browser = await launch();
  const page = watch(await (await browser.newContext(phone)).newPage());
  await page.goto(printed(product, '/pair/'));
  await page.locator('main form button').click();
  await page.waitForURL('**/door');
  await page.locator('html[data-roster=whole]').waitFor();
  const newest = await versionOf(page);

  // With the server gone the page comes as it is kept: as an older version.
  await grownOld(page);
  cut(product);
  await page.reload();
  await page.locator('html[data-roster=whole]').waitFor();
  assert.equal(await versionOf(page), 'old');
  const [{ badge }] = exported(product).filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at);
  await page.locator('#code').fill(badge);
  await page.locator('#code').press('Enter');
  await page.locator('#verdict.go').waitFor();
  await revive(product);
  await page.locator('html[data-update=waits]').waitFor({ timeout: 60_000 });
  await page.locator('#door-connection.on').waitFor({ timeout: 60_000 });
  const since = await page.evaluate(() => performance.now());
  await page.waitForFunction((until) => performance.now() > until, since + 3 * IDLE_MS);
  assert.equal(await versionOf(page), 'old', 'nothing changes under an open verdict');

  await page.keyboard.press('Escape');
  await page.waitForFunction((wanted) => document.getElementById('door-texts')?.textContent.includes(`"version":"${wanted}"`), newest, { timeout: 30_000 });
  await page.locator('html[data-roster=whole]').waitFor();
  const isOutage = (text) => /ERR_(CONNECTION_REFUSED|INCOMPLETE_CHUNKED_ENCODING)/.test(text);
  assert.deepEqual((await faults(page)).filter((text) => !isOutage(text)), []);
  await browser.close();
}

// As if the page had been kept before the server was renewed; and the test does not wait a whole minute.
async function grownOld(page) {
  await page.evaluate(async (idle) => {
    await navigator.serviceWorker.ready;
    const cache = await caches.open('door');
    let kept;
    while (!(kept = await cache.match(location.pathname))) await new Promise((done) => setTimeout(done, 50));
    const html = await kept.text();
    const old = html.replace(/"version":"\w+"/, '"version":"old"').replace(/"idle_ms":\d+/, `"idle_ms":${idle}`);
    await cache.put(location.pathname, new Response(old, { headers: kept.headers }));
  }, IDLE_MS);
}

async function versionOf(page) {
  return page.evaluate(() => JSON.parse(document.getElementById('door-texts').textContent).version);
}
