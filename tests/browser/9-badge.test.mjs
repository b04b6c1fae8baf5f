// The badge on a delegate's phone: it opens with the server gone, and goes when its owner says so.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { faults, watch } from './support/checks.mjs';
import { laptop, launch, phone } from './support/chromium.mjs';
import { atTheDesk } from './support/desk.mjs';
import { cut, demo, exported, gone, printed, revive } from './support/product.mjs';

export const tests = {
  'with the server gone the badge opens as a copy that says so, and a replaced badge replaces it': alone,
  'nobody but the server itself takes a kept badge away: no proxy, and no sign-in page of a network': strangers,
  'what a phone keeps of a badge is no more than paper shows, and goes with one tap': removed,
  'a badge that is withdrawn leaves the phone': withdrawn,
  'a computer keeps no badge until its owner says so': asked,
  'a door and a badge live side by side in one browser': together,
};

async function alone() {
  const product = await demo();
  const browser = await launch();
  const page = await onPhone(browser, product);
  const person = await shown(page, product);
  cut(product);
  await page.reload();
  assert.equal(await code(page), person.badge);
  assert.match(await page.locator('.notice').innerText(), /This is a copy saved on this device: .*Baku.* time, .*UTC\+4/);
  assert.ok((await page.locator('h1').innerText()).includes(person.name));
  await page.goto(`${page.url()}/badge`);
  assert.equal(await code(page), person.badge);
  assert.deepEqual((await faults(page)).filter((text) => !text.includes('ERR_CONNECTION_REFUSED')), []);

  await revive(product);
  const replaced = await replace(product, browser, person);
  await page.locator('.actions a').click();
  await kept(page);
  assert.equal(await code(page), replaced);
  assert.deepEqual(await faults(page), []);
  cut(product);
  await page.reload();
  assert.equal(await page.locator('.notice').count(), 1);
  assert.equal(await code(page), replaced);
  await browser.close();
}

async function strangers() {
  const product = await demo();
  const browser = await launch();
  const page = await onPhone(browser, product);
  const person = await shown(page, product);
  const own = page.url();
  cut(product);
  const stranger = new Stranger();
  await stranger.open(product);
  for (const [status, words] of [[404, 'No such page'], [502, 'Bad gateway'], [200, 'Welcome to our Wi-Fi'], [429, 'Slow down']]) {
    stranger.says(status, words);
    await page.goto(own);
    assert.equal(await page.locator('.notice').count(), 1, `the copy in place of ${status}`);
    assert.equal(await code(page), person.badge);
    await page.goto(`${own}/badge`);
    assert.equal(await code(page), person.badge);
  }
  stranger.says(200, '<p id="portal">Welcome to our Wi-Fi</p>');
  await page.goto(`${own}?again`);
  assert.equal(await page.locator('#portal').count(), 1, 'who asks again may sign in to the network');
  await page.goto(own);
  assert.equal(await code(page), person.badge);
  await stranger.close();

  await revive(product);
  await page.goto(own);
  await kept(page);
  stranger.says(200, 'Welcome to our Wi-Fi');
  cut(product);
  await stranger.open(product);
  await page.evaluate(async () => {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const { KeptBadge } = await import(loaded.find((name) => name.includes('kept-badge')));
    await new KeptBadge(document.getElementById('keeping').dataset.page).keep().catch(() => {});
  });
  await page.goto(own);
  assert.equal(await code(page), person.badge, 'a portal is not kept in the place of a badge');
  await stranger.close();
  await browser.close();
}

async function removed() {
  const product = await demo();
  const browser = await launch();
  const page = await onPhone(browser, product);
  const { email } = await shown(page, product);
  const copy = await page.evaluate(() => caches.match(location.pathname).then((answer) => answer.text()));
  assert.ok(!copy.includes(email) && !copy.includes('@'), 'no address in the copy');
  await page.locator('[data-do=remove]').click();
  await page.locator('#keeping[data-state=not-kept]').waitFor();
  await page.reload();
  await page.locator('#keeping[data-state=not-kept]').waitFor();
  assert.deepEqual(await leftBehind(page), []);
  cut(product);
  await assert.rejects(page.reload());
  await browser.close();
}

async function withdrawn() {
  const product = await demo();
  const browser = await launch();
  const page = await onPhone(browser, product);
  await page.goto(`${page.url()}/withdraw`);
  await page.locator('main form button').click();
  await page.waitForURL((address) => !address.pathname.endsWith('/withdraw'));
  for (let left = await leftBehind(page); left.length > 0; left = await leftBehind(page)) await page.waitForTimeout(50);
  cut(product);
  await assert.rejects(page.reload());
  await browser.close();
}

async function asked() {
  const product = await demo();
  const browser = await launch();
  const page = watch(await (await browser.newContext(laptop)).newPage());
  await page.goto(ownPage(product));
  await page.locator('#keeping[data-state=not-kept]').waitFor();
  assert.deepEqual(await leftBehind(page), []);
  assert.deepEqual(await faults(page), []);
  await page.locator('[data-do=keep]').click();
  await kept(page);
  const person = await shown(page, product);
  cut(product);
  await page.reload();
  assert.equal(await code(page), person.badge);
  await page.locator('#remove').click();
  await page.locator('#removed').waitFor();
  await assert.rejects(page.reload());
  await browser.close();
}

async function together() {
  const product = await demo();
  const browser = await launch();
  const context = await browser.newContext(phone);
  const door = watch(await context.newPage());
  await door.goto(printed(product, '/pair/'));
  await door.locator('main form button').click();
  await door.waitForURL('**/door');
  await doorReady(door);
  const page = watch(await context.newPage());
  await page.goto(ownPage(product));
  await kept(page);
  const person = await shown(page, product);
  cut(product);
  await page.reload();
  assert.equal(await page.locator('.notice').count(), 1);
  await door.reload();
  await doorReady(door);
  await door.locator('#code').fill(person.badge);
  await door.locator('#code').press('Enter');
  await door.locator('#verdict-word').waitFor();
  await page.locator('#remove').click();
  await page.locator('#removed').waitFor();
  assert.deepEqual(await leftBehind(page), ['/', 'door']);
  await door.reload();
  await doorReady(door);
  await browser.close();
}

async function onPhone(browser, product) {
  const page = watch(await (await browser.newContext({ ...phone, locale: 'en' })).newPage());
  await page.goto(ownPage(product));
  await kept(page);
  return page;
}

// The page of the demo's delegate, in English.
function ownPage(product) {
  return printed(product, '/me/').replace(/\/\w\w\/me\//, '/en/me/');
}

async function kept(page) {
  await page.locator('#keeping[data-state=kept]').waitFor();
}

// As the organizer's list writes it.
async function code(page) {
  return (await page.locator('.code').innerText()).replaceAll(/\s/g, '').replace(/^HZ/, '');
}

// Whose page it is, as the organizer's list says.
async function shown(page, product) {
  const badge = await code(page);
  return exported(product).find((row) => row.badge === badge);
}

// The desk gives the person a new badge; its code.
async function replace(product, browser, { name }) {
  const desk = await atTheDesk(product, browser);
  await desk.goto(`${product.address}/en/desk/gsnp-2025/registrations?q=${encodeURIComponent(name)}`);
  await desk.locator('tbody th a').first().click();
  await desk.locator('details:has(form[action$="/badge"]) summary').click();
  const answer = desk.waitForResponse((response) => response.request().method() === 'POST');
  await desk.locator('form[action$="/badge"] button').click();
  assert.equal((await answer).status(), 303);
  return exported(product).find((row) => row.name === name).badge;
}

// What this browser still holds: scopes of workers and names of caches.
function leftBehind(page) {
  return page.evaluate(async () => {
    const workers = await navigator.serviceWorker.getRegistrations();
    return [...workers.map(({ scope }) => new URL(scope).pathname), ...(await caches.keys())].sort();
  });
}

async function doorReady(page) {
  await page.locator('html[data-roster=whole]').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => caches.open('door')).then(async (cache) => {
    while (!(await cache.match(location.pathname))) await new Promise((done) => setTimeout(done, 50));
  }));
}

// Somebody else who answers at the address of a server that was cut off.
class Stranger {
  says(status, words) {
    [this.status, this.words] = [status, words];
  }

  async open(product) {
    await gone(product);
    this.server = createServer((request, answer) => {
      answer.writeHead(this.status, { 'content-type': 'text/html; charset=utf-8', connection: 'close' });
      answer.end(this.words);
    });
    await new Promise((done) => this.server.listen(new URL(product.address).port, '127.0.0.1', done));
  }

  async close() {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
