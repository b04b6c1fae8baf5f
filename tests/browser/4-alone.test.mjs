// The door with the server gone: it opens, scans, finds people, and sends all of it when the server is back.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faults, watch } from './support/checks.mjs';
import { launch, launchKept, phone } from './support/chromium.mjs';
import { atTheDesk } from './support/desk.mjs';
import { sentAll } from './support/eventually.mjs';
import { breakLine, loseHalf } from './support/network.mjs';
import { cut, demo, exported, pairingLink, printed, revive } from './support/product.mjs';

export const tests = {
  'with the server gone the door opens, scans, finds people by name, and sends each scan once when it is back': alone,
  'of two doors on their own that let one badge in, the earlier counts and the desk is shown both': twice,
  'who was let in while the scan waits is already in, though the list is read and the page opened again in between': readInBetween,
  'whatever a proxy answers to a scan, it waits, the page says so, and it is sent when the way is free': refused,
  'who is renamed, and a door that is, are known to a phone that was alone by what does not change': renamed,
  'a page that is opened again is handed its list and does not fetch it from the store': handed,
};

// More than one request holds, together.
const SCANNED = 100;
const FOUND = 10;
// The server writes whole seconds, and a browser's clock is not ours.
const EXACT_MS = 2500;

async function alone() {
  const product = await demo({ delegates: 1000 });
  const profile = mkdtempSync(join(tmpdir(), 'hazir-profile-'));
  let context = await launchKept(profile, phone);
  let page = await atTheDoor(context, printed(product, '/pair/'));
  const people = badges(product).slice(0, SCANNED + FOUND);
  assert.equal(people.length, SCANNED + FOUND);
  const before = await count(page);
  const taken = new Map();
  const scan = async (person) => {
    await scanned(page, person);
    taken.set(person.badge, Date.now());
  };

  cut(product);
  await page.reload();
  await ready(page);
  for (const person of people.slice(0, SCANNED / 2)) await scan(person);
  assert.match(await page.locator('#door-connection').innerText(), /Offline since .*to send: 50/);
  await scanned(page, people[0], 'look', 'Already in');
  await context.close();

  context = await launchKept(profile, phone);
  page = watch(await context.newPage());
  await page.goto(`${product.address}/en/door`);
  await ready(page);
  await page.locator('#door-connection', { hasText: 'to send: 51' }).waitFor();
  for (const person of people.slice(SCANNED / 2, SCANNED)) await scan(person);
  for (const person of people.slice(SCANNED)) {
    await found(page, person);
    taken.set(person.badge, Date.now());
  }
  assert.deepEqual((await faults(page)).filter((text) => !text.includes('ERR_CONNECTION_REFUSED')), []);

  const lossy = await loseHalf(page, '**/api/door/scans');
  await revive(product);
  await page.waitForFunction(() => document.getElementById('door-connection').textContent === 'Connected', null, { timeout: 60_000 });
  assert.ok(lossy.answered > 1, 'an answer was lost');
  const waited = SCANNED + FOUND + 1;
  assert.ok(Math.max(...lossy.sizes) < waited, `${waited} in several requests: ${lossy.sizes}`);
  const arrived = new Map(exported(product).map((row) => [row.badge, Date.parse(row.first_admitted_at)]));
  for (const [badge, at] of taken) {
    assert.ok(Math.abs(arrived.get(badge) - at) < EXACT_MS, `${badge}: written ${new Date(arrived.get(badge)).toISOString()}, taken ${new Date(at).toISOString()}`);
  }
  await lossy.mend();
  await page.reload();
  await counted(page, before + SCANNED + FOUND);
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}

async function twice() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const doors = [];
  for (const link of [printed(product, '/pair/'), pairingLink(product, 'hall-day-1')]) {
    doors.push(await atTheDoor(await browser.newContext(phone), link));
  }
  const [person] = badges(product);
  const before = await count(doors[0]);
  cut(product);
  for (const page of doors) await scanned(page, person);
  await revive(product);
  const desk = await atTheDesk(product, browser);
  const rows = desk.locator('main tbody tr');
  // Each door sends when it finds the server back.
  for (let attempt = 0; attempt < 60 && (await rows.count()) === 0; attempt += 1) {
    await desk.waitForTimeout(250);
    await desk.goto(`${product.address}/en/desk/gsnp-2025/conflicts`);
  }
  assert.equal(await rows.count(), 1);
  assert.ok((await rows.innerText()).includes(person.name));
  for (const page of doors) await counted(page, before + 1);
  assert.deepEqual(await faults(desk), []);
  await browser.close();
}

async function readInBetween() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const page = await atTheDoor(await browser.newContext(phone), printed(product, '/pair/'));
  const [person, other] = badges(product);
  const before = await count(page);
  const line = await breakLine(page, '**/api/door/scans');
  await scanned(page, person);
  await counted(page, before + 1);
  for (let times = 0; times < 2; times += 1) {
    const read = page.waitForResponse(/api\/door\/inside/);
    await page.reload();
    await ready(page);
    await (await read).finished();
    await counted(page, before + 1);
    await scanned(page, person, 'look', 'Already in');
    await page.keyboard.press('Escape');
  }
  // It is found so by name, too.
  await page.fill('#search-q', person.name);
  await page.locator('#search-found button').filter({ hasText: person.name }).filter({ hasText: /\d:\d\d/ }).first().waitFor();
  await page.fill('#search-q', '');
  await line.mend();
  await sent(page);
  await scanned(page, other);
  await counted(page, before + 2);
  assert.equal(arrivals(product, [person, other]), 2);
  await browser.close();
}

async function refused() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const page = await atTheDoor(await browser.newContext(phone), printed(product, '/pair/'));
  const people = badges(product).slice(0, 4);
  const portal = '<!doctype html><title>Welcome to our network</title>';
  const answers = [
    { status: 403, json: { error: 'No.' } },
    { status: 413, contentType: 'text/html', body: portal },
    { status: 200, contentType: 'text/html', body: portal },
    { status: 302, headers: { location: 'https://network.example/' } },
  ];
  let line;
  for (const [number, person] of people.entries()) {
    await line?.mend();
    line = await breakLine(page, '**/api/door/scans', (route) => route.fulfill(answers[number]));
    await scanned(page, person);
    await page.keyboard.press('Escape');
  }
  await page.locator('#door-connection', { hasText: /: 4$/ }).waitFor();
  await page.reload();
  await page.locator('#door-connection', { hasText: /: 4$/ }).waitFor();
  await line.mend();
  await sent(page);
  assert.equal(arrivals(product, people), people.length);
  await browser.close();
}

async function renamed() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const page = await atTheDoor(await browser.newContext(phone), printed(product, '/pair/'));
  const desk = await atTheDesk(product, browser);
  const [person, other] = badges(product);
  const line = await breakLine(page, '**/api/door/scans');
  await scanned(page, person);
  const rename = async (what, slug, to) => {
    await desk.goto(`${product.address}/en/desk/gsnp-2025/${what}`);
    const links = await desk.locator('tbody a').evaluateAll((all) => all.map(({ href }) => href));
    for (const link of links) {
      await desk.goto(link);
      if ((await desk.locator('#slug').count()) > 0 && (await desk.inputValue('#slug')) === slug) break;
    }
    const { pathname } = new URL(desk.url());
    await desk.fill('#slug', to);
    await desk.press('#slug', 'Enter');
    await desk.waitForURL((url) => url.pathname !== pathname);
  };
  await rename('checkpoints', 'hall-day-1', 'grand-hall');
  await rename('categories', 'delegate', 'members');
  const read = page.waitForResponse(/api\/door\/inside/);
  await (await read).finished();
  await page.keyboard.press('Escape');
  await scanned(page, other);
  assert.doesNotMatch(await page.locator('#verdict-category').innerText(), /members/);
  await line.mend();
  await sent(page);
  assert.equal(arrivals(product, [person, other]), 2);
  await browser.close();
}

// Nothing waits on the phone any more.
async function sent(page) {
  await sentAll(page);
  await page.waitForFunction(() => document.getElementById('door-connection').textContent === 'Connected', null, { timeout: 60_000 });
}

// How many of them have come, by the organizer's list.
function arrivals(product, people) {
  return exported(product).filter((row) => row.first_admitted_at && people.some(({ badge }) => badge === row.badge)).length;
}

async function handed() {
  const product = await demo({ delegates: 60 });
  const browser = await launch();
  const context = await browser.newContext(phone);
  await context.addInitScript(() => {
    window.fetched = [];
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function noted(name) {
      window.fetched.push(`${this.name} ${name}`);
      return get.call(this, name);
    };
  });
  const page = await atTheDoor(context, printed(product, '/pair/'));
  cut(product);
  await page.reload();
  await ready(page);
  // The store is opened all the same, for what waits to be sent.
  await page.waitForFunction(() => window.fetched.includes('keys own'));
  assert.ok(!await page.evaluate(() => window.fetched.includes('roster all')));
  await browser.close();
}

// A phone that is paired and has all it needs.
async function atTheDoor(context, link) {
  const page = watch(await context.newPage());
  await page.goto(link);
  await page.locator('main form button').click();
  await page.waitForURL('**/door');
  await ready(page);
  return page;
}

// Confirmed delegates who have not come, with their badges.
function badges(product) {
  const names = new Set();
  const isNew = ({ name }) => !names.has(name) && names.add(name);
  const expected = exported(product).filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at);
  return expected.filter(isNew);
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

async function found(page, { name }) {
  await page.fill('#search-q', name);
  const row = page.locator('#search-found button').filter({ has: page.getByText(name, { exact: true }) }).first();
  await row.click();
  await page.locator('#ask-yes').click();
  await page.locator('#verdict.go').waitFor();
  await page.waitForFunction((wanted) => document.getElementById('verdict-name').textContent === wanted, name);
  await page.keyboard.press('Escape');
}

async function counted(page, wanted) {
  await page.waitForFunction((count) => Number(document.getElementById('door-count').textContent) === count, wanted, { timeout: 60_000 });
}

async function count(page) {
  return Number(await page.locator('#door-count').innerText());
}
