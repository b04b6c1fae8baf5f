// The door with the server gone: it opens, scans, finds people, and sends all of it when the server is back.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faults, watch } from './support/checks.mjs';
import { launchKept, phone } from './support/chromium.mjs';
import { cut, demo, exported, printed, revive } from './support/product.mjs';

export const tests = {
  'with the server gone the door opens, scans, finds people by name, and sends each scan once when it is back': alone,
};

const SCANS = 12;

async function alone() {
  const product = await demo({ delegates: 300 });
  const profile = mkdtempSync(join(tmpdir(), 'hazir-profile-'));
  let context = await launchKept(profile, phone);
  let page = watch(await context.newPage());
  await page.goto(printed(product, '/pair/'));
  await page.locator('main form button').click();
  await page.waitForURL('**/door');
  await ready(page);
  const people = badges(product);
  const before = await count(page);

  cut(product);
  await page.reload();
  await ready(page);
  for (const badge of people.slice(0, SCANS / 2)) await scanned(page, badge);
  assert.match(await page.locator('#door-connection').innerText(), /On its own since .*to send: 6/);
  await scanned(page, people[0], 'look', 'Already in');
  await context.close();

  context = await launchKept(profile, phone);
  page = watch(await context.newPage());
  await page.goto(`${product.address}/en/door`);
  await ready(page);
  assert.match(await page.locator('#door-connection').innerText(), /to send: 7/);
  for (const badge of people.slice(SCANS / 2, SCANS)) await scanned(page, badge);
  const byName = people[SCANS];
  await page.fill('#search-q', byName.name);
  await page.locator('#search-found button').first().click();
  await page.locator('#ask-yes').click();
  await page.locator('#verdict.go').waitFor();
  assert.deepEqual((await faults(page)).filter((text) => !text.includes('ERR_CONNECTION_REFUSED')), []);

  // Half of the answers are lost after the server has written them.
  let asked = 0;
  await page.route('**/api/door/scans', async (route) => {
    asked += 1;
    const answer = await route.fetch();
    return asked % 2 ? route.abort() : route.fulfill({ response: answer });
  });
  await revive(product);
  await page.waitForFunction(() => document.getElementById('door-connection').textContent === 'Connected', null, { timeout: 60_000 });
  await page.unroute('**/api/door/scans');
  await page.reload();
  await page.waitForFunction((wanted) => Number(document.getElementById('door-count').textContent) === wanted, before + SCANS + 1);
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}

// Confirmed delegates who have not come, with their badges.
function badges(product) {
  const rows = exported(product);
  const people = (rows.registrations ?? rows.people ?? rows).filter((row) => row.badge && row.state === 'confirmed' && row.category === 'delegate');
  return people.filter((row) => !row.first_admitted_at);
}

async function ready(page) {
  await page.locator('html[data-roster=whole]').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => caches.open('door')).then(async (cache) => {
    while (!(await cache.match(location.pathname))) await new Promise((done) => setTimeout(done, 50));
  }));
}

async function scanned(page, { badge, name }, tone = 'go', word = 'Welcome') {
  await page.locator('#code').fill(badge);
  await page.locator('#code').press('Enter');
  await page.locator(`#verdict.${tone}`).waitFor();
  await page.waitForFunction((wanted) => document.getElementById('verdict-name').textContent === wanted, name);
  assert.equal(await page.locator('#verdict-word').innerText(), word);
}

async function count(page) {
  return Number(await page.locator('#door-count').innerText());
}
