// The scan page on a phone: people without a badge, a server that is away, a device that is a door no longer.
import assert from 'node:assert/strict';
import { faults, watch } from './support/checks.mjs';
import { launch, phone } from './support/chromium.mjs';
import { breakLine } from './support/network.mjs';
import { demo, pairingLink, printed } from './support/product.mjs';

const CODE = 'HZ0123456789ABCDEFGHJKMNPQRS';

export const tests = {
  'somebody without a badge is found by name and admitted after one question': byName,
  'a server that is away is missed by nobody: the device answers, and sends the scan when it is back': serverAway,
  'a scan at one door is known at the others at once': known,
  'a device that has left is told so at its next scan': left,
};

async function paired() {
  const product = await demo();
  const browser = await launch();
  const page = watch(await (await browser.newContext(phone)).newPage());
  await page.goto(printed(product, '/pair/'));
  await page.locator('main form button').click();
  await page.waitForURL('**/door');
  await page.locator('#camera[data-state=none]').waitFor();
  return { page, product, close: () => browser.close() };
}

async function type(page, code) {
  await page.keyboard.type(code, { delay: 5 });
  await page.keyboard.press('Enter');
}

async function byName() {
  const { page, close } = await paired();
  await page.fill('#search-q', 'ali');
  const row = page.locator('#search-found button').first();
  await row.waitFor();
  const name = await row.locator('.name-line').first().innerText();
  assert.deepEqual(await faults(page), []);
  await row.click();
  assert.equal(await page.locator('#ask-name').innerText(), name);
  assert.deepEqual(await faults(page), []);
  await page.keyboard.press('Enter');
  // On a busy machine the page says first that it is checking.
  await page.locator('#verdict-name').filter({ hasText: name }).waitFor();
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('#verdict').isHidden());
  assert.equal(await page.inputValue('#search-q'), '');
  await close();
}

async function serverAway() {
  const { page, close } = await paired();
  await page.locator('html[data-roster=whole]').waitFor();
  const ids = new Set();
  const line = await breakLine(page, '**/api/door/**', (route) => {
    for (const { id } of route.request().postDataJSON()?.scans ?? []) ids.add(id);
    return route.abort();
  });
  await type(page, CODE);
  await page.locator('#verdict.ask').waitFor();
  assert.ok(!(await page.locator('#door-connection').getAttribute('class')).includes('on'));
  const notOurs = (await faults(page)).filter((text) => !text.includes('ERR_FAILED'));
  assert.deepEqual(notOurs, []);
  await page.waitForTimeout(1500);
  assert.equal(ids.size, 1, 'the same scan each time');
  await line.mend();
  await page.locator('#door-connection.on').waitFor({ timeout: 15_000 });
  assert.equal(await page.locator('#door-connection').innerText(), 'Connected');
  await close();
}

async function known() {
  const { page, product, close } = await paired();
  const other = watch(await (await page.context().browser().newContext(phone)).newPage());
  await other.goto(pairingLink(product, 'hall-day-1'));
  await other.locator('main form button').click();
  await other.waitForURL('**/door');
  const inside = async () => Number(await other.locator('#door-count').innerText());
  await page.fill('#search-q', 'al');
  const row = page.locator('#search-found button').filter({ hasNotText: ':' }).first();
  const name = await row.locator('.name-line').first().innerText();
  await other.fill('#search-q', name);
  const there = other.locator('#search-found button').filter({ hasText: name }).first();
  await there.waitFor();
  assert.doesNotMatch(await there.innerText(), /\d:\d\d/);
  const before = await inside();
  await row.click();
  await page.keyboard.press('Enter');
  await page.locator('#verdict.go').waitFor();
  const told = Date.now();
  await other.waitForFunction((count) => Number(document.getElementById('door-count').textContent) === count, before + 1);
  assert.ok(Date.now() - told < 1000, `the count was told after ${Date.now() - told} ms`);
  await there.filter({ hasText: /\d:\d\d/ }).waitFor();
  assert.deepEqual(await faults(other), []);
  await close();
}

async function left() {
  const { page, product, close } = await paired();
  const other = await page.context().newPage();
  await other.goto(`${product.address}/en/door/leave`);
  await other.locator('main form button').click();
  await other.waitForURL('**/en/');
  assert.deepEqual(await other.evaluate(() => indexedDB.databases()), [], 'no name is kept');
  await other.close();
  await type(page, CODE);
  await page.locator('#verdict.ask').waitFor();
  assert.match(await page.locator('#verdict-advice').innerText(), /new link/);
  await close();
}
