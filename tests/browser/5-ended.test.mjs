// A door whose time is over while it is without network: it judges nobody and knows nobody, and loses nothing.
import assert from 'node:assert/strict';
import { launch, phone } from './support/chromium.mjs';
import { faults, watch } from './support/checks.mjs';
import { atTheDesk } from './support/desk.mjs';
import { sentAll, wiped } from './support/eventually.mjs';
import { breakLine } from './support/network.mjs';
import { cut, demo, exported, pairingLink, revive } from './support/product.mjs';

const LASTS_MS = 15_000;
const SCANNED = 3;

export const tests = {
  'a phone that the desk takes away says so, shows and keeps no name, and hands in what it took before': revoked,
  'a phone whose clock is twenty minutes fast, or days off, is a door until its time is over, and says what is wrong': fastClock,
  'a clock that is set while the page is open ends no door': setClock,
  'a clock that is set ahead over the end of the pairing while the phone is alone is doubted, also when the page is opened again': doubtful,
  'a low battery is told': battery,
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

// A phone at the door; `until` when its time is over.
async function paired(product, context, until) {
  const page = watch(await context.newPage());
  await page.goto(pairingLink(product, 'hall-day-1', until));
  await page.locator('main form button').click();
  await page.locator('html[data-roster=whole]').waitFor();
  return page;
}

async function scanned(page, { badge }) {
  await page.locator('#code').fill(badge);
  await page.locator('#code').press('Enter');
  await page.locator('#verdict.go').waitFor();
}

async function revoked() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const desk = await atTheDesk(product, browser);
  const page = await paired(product, await browser.newContext(phone));
  const people = expected(product);
  const line = await breakLine(page, /api\/door\/(scans|acts)/);
  for (const person of people) {
    await scanned(page, person);
    await page.keyboard.press('Escape');
  }
  await page.locator('#walk-in-part summary').click();
  await page.fill('#walk-in #name', 'Ana Sefo');
  await page.fill('#search-q', people[0].name);
  await page.locator('#search-found button').first().click();
  await page.locator('#ask[open]').waitFor();
  await desk.goto(`${product.address}/en/desk/gsnp-2025/devices`);
  const links = await desk.locator('tbody th a').evaluateAll((all) => all.map(({ href }) => href));
  for (const link of links) {
    await desk.goto(link);
    if ((await desk.locator('form[action$="/revoke"]').count()) === 0) continue;
    await desk.locator('details summary').last().click();
    await desk.locator('form[action$="/revoke"] button').click();
    await desk.waitForLoadState();
  }
  await page.locator('#verdict-word', { hasText: 'Pairing ended' }).waitFor({ timeout: 30_000 });
  assert.match(await page.locator('#verdict-advice').innerText(), /ended the pairing/);
  assert.equal(await page.locator('dialog[open]').count(), 0);
  const shown = await page.evaluate(() => {
    const typed = [...document.querySelectorAll('input:not([type=hidden]), textarea')].map(({ value }) => value);
    const texts = document.body.cloneNode(true);
    for (const script of texts.querySelectorAll('script')) script.remove();
    return [texts.textContent, ...typed].join(' ');
  });
  for (const name of ['Ana Sefo', ...people.map((person) => person.name)]) assert.ok(!shown.includes(name), name);
  assert.deepEqual(await kept(page), { roster: 0, queue: SCANNED });
  await line.mend();
  await wiped(page);
  await desk.goto(`${product.address}/en/desk/gsnp-2025/not-entered`);
  const rows = await desk.locator('main').innerText();
  for (const { name } of people) assert.ok(rows.includes(name), name);
  await browser.close();
}

// A phone whose clock shows another time.
async function wrongBy(browser, milliseconds) {
  const context = await browser.newContext(phone);
  await context.addInitScript((by) => {
    const Real = Date;
    window.wrongBy = by;
    window.Date = class extends Real {
      constructor(...given) {
        if (given.length) super(...given);
        else super(Real.now() + window.wrongBy);
      }

      static now() {
        return Real.now() + window.wrongBy;
      }
    };
  }, milliseconds);
  return context;
}

const MINUTE = 60_000;

async function fastClock() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const [person, second] = expected(product);
  for (const [by, said] of [[20 * MINUTE, /20 min fast/], [3 * 24 * 60 * MINUTE, /fast/], [-400 * 24 * 60 * MINUTE, /slow/]]) {
    const page = await paired(product, await wrongBy(browser, by), Date.now() + 10 * MINUTE);
    await page.locator('#door-clock', { hasText: said }).waitFor();
    await page.locator('#code').fill(person.badge);
    await page.locator('#code').press('Enter');
    await page.locator('#verdict:is(.go, .look)').waitFor();
    await page.keyboard.press('Escape');
    await page.context().close();
  }
  // Alone, too, and when the page is opened again; what it scans is of the right time.
  const over = Date.now() + 40_000;
  const context = await wrongBy(browser, 20 * MINUTE);
  const page = await paired(product, context, over);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => caches.open('door')).then(async (cache) => {
    while (!(await cache.match(location.pathname))) await new Promise((done) => setTimeout(done, 50));
  }));
  cut(product);
  await page.reload();
  await page.locator('html[data-roster=whole]').waitFor();
  await scanned(page, second);
  const at = Date.now();
  await page.locator('#verdict-word', { hasText: 'Pairing ended' }).waitFor({ timeout: 60_000 });
  assert.ok(Date.now() > over - 2000, 'not before its time');
  assert.match(await page.locator('#verdict-advice').innerText(), /time of this device is over/);
  await revive(product);
  await wiped(page);
  const [row] = exported(product).filter(({ badge }) => badge === second.badge);
  assert.ok(Math.abs(Date.parse(row.first_admitted_at) - at) < 5000, row.first_admitted_at);
  await browser.close();
}

async function setClock() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const page = await paired(product, await wrongBy(browser, 0), Date.now() + 10 * MINUTE);
  assert.ok(await page.locator('#door-clock').isHidden());
  for (const by of [3 * 24 * 60 * MINUTE, -24 * 60 * MINUTE]) {
    await page.evaluate((to) => (window.wrongBy = to), by);
    await page.locator('#door-clock', { hasText: by > 0 ? /fast/ : /slow/ }).waitFor({ timeout: 30_000 });
  }
  await scanned(page, expected(product)[0]);
  await browser.close();
}

async function doubtful() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const context = await wrongBy(browser, 0);
  const page = await paired(product, context, Date.now() + 10 * MINUTE);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => caches.open('door')).then(async (cache) => {
    while (!(await cache.match(location.pathname))) await new Promise((done) => setTimeout(done, 50));
  }));
  const [person, second] = expected(product);
  cut(product);
  await page.locator('#door-connection:not(.on)').waitFor({ timeout: 30_000 });
  await page.evaluate((to) => (window.wrongBy = to), 24 * 60 * MINUTE);
  await scanned(page, person);
  await page.locator('#door-clock', { hasText: 'may be wrong' }).waitFor({ timeout: 30_000 });
  const at = Date.now();
  await context.addInitScript((by) => (window.wrongBy = by), 24 * 60 * MINUTE);
  await page.reload();
  await page.locator('html[data-roster=whole]').waitFor();
  await page.locator('#door-clock', { hasText: 'may be wrong' }).waitFor({ timeout: 30_000 });
  await scanned(page, second);
  await revive(product);
  await page.locator('#door-clock', { hasText: 'fast' }).waitFor({ timeout: 30_000 });
  await sentAll(page);
  for (const { badge } of [person, second]) {
    const [row] = exported(product).filter((one) => one.badge === badge);
    assert.ok(Math.abs(Date.parse(row.first_admitted_at) - at) < MINUTE, row.first_admitted_at);
  }
  await browser.close();
}

async function battery() {
  const product = await demo({ delegates: 60 });
  const browser = await launch();
  const context = await browser.newContext(phone);
  await context.addInitScript(() => {
    window.battery = Object.assign(new EventTarget(), { level: 0.12, charging: false });
    navigator.getBattery = async () => window.battery;
  });
  const page = await paired(product, context);
  await page.locator('#door-battery', { hasText: '12' }).waitFor();
  const change = (to, event) => page.evaluate(([values, name]) => {
    Object.assign(window.battery, values);
    window.battery.dispatchEvent(new Event(name));
  }, [to, event]);
  await change({ charging: true }, 'chargingchange');
  await page.locator('#door-battery').waitFor({ state: 'hidden' });
  await change({ charging: false, level: 0.15 }, 'levelchange');
  await page.locator('#door-battery', { hasText: '15' }).waitFor();
  await change({ level: 0.5 }, 'levelchange');
  await page.locator('#door-battery').waitFor({ state: 'hidden' });
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
