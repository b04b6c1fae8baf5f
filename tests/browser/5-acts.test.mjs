// What a door does beside scanning: a bus, a walk-in, a scan undone, a lost badge, a note; with the server and without.
import assert from 'node:assert/strict';
import { faults, watch } from './support/checks.mjs';
import { launch, phone } from './support/chromium.mjs';
import { sentAll } from './support/eventually.mjs';
import { breakLine, loseHalf } from './support/network.mjs';
import { cut, demo, exported, mailTo, pairingLink, printed, revive } from './support/product.mjs';

export const tests = {
  'a bus has come: the delegation is ticked and admitted by one tap, each as a scan of its own': bus,
  'a walk-in is registered in three fields, what is mistyped is said, and the person is let in': walkIn,
  'a scan is undone with a reason, and the count is right again': undone,
  'a delegation that was admitted by mistake is taken back by one tap, each scan by an act of its own': undoneBus,
  'whoever is found by name can be undone from there, by a phone that took none of it': undoneElsewhere,
  'undoing the second of two entrances leaves the person in, and the phone says so before the server does': undoneSecond,
  'an undone scan, a lost badge and a walk-in that wait are so when the page is opened again': reopened,
  'a lost badge is replaced at the door, and the next one scans': lost,
  'with the server gone a walk-in, a bus and an undone scan wait, and are done once when it is back': alone,
};

async function door({ delegates = 600 } = {}) {
  const product = await demo({ delegates });
  const browser = await launch();
  const page = watch(await (await browser.newContext(phone)).newPage());
  await page.goto(printed(product, '/pair/'));
  await page.locator('main form button').click();
  await page.waitForURL('**/door');
  await page.locator('html[data-roster=whole]').waitFor();
  return { product, browser, page };
}

const expected = (product) => exported(product).filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at);
const admitted = (product) => exported(product).filter((row) => row.first_admitted_at);

// The country most people of which have not come, and those people.
function delegation(product) {
  const people = expected(product);
  const together = (country) => people.filter((row) => row.country === country);
  const groups = [...new Set(people.map((row) => row.country))].map(together);
  return groups.sort((a, b) => b.length - a.length)[0];
}

async function find(page, name) {
  await page.fill('#search-q', name);
  await page.locator('#search-found button').filter({ has: page.getByText(name, { exact: true }) }).first().click();
}

async function admitBus(page, people) {
  await find(page, people[0].name);
  await page.locator('#ask-group').click();
  await page.locator('#group').getByText('Country', { exact: true }).click();
  await page.locator('#group-all').click();
  assert.match(await page.locator('#group-yes').innerText(), new RegExp(`: ${people.length}$`));
  await page.locator('#group-yes').click();
  await page.locator('#verdict.go').waitFor();
  assert.equal(await page.locator('#verdict-name').innerText(), `${people.length} of ${people.length}`);
}

async function fillWalkIn(page, { name, email, country }) {
  await page.locator('#walk-in-part summary').click();
  await page.fill('#walk-in #name', name);
  await page.fill('#walk-in #email', email);
  await page.selectOption('#walk-in #country', country);
  await page.locator('#walk-in button').click();
}

async function scan(page, { badge, name }) {
  await page.fill('#search-q', '');
  await page.fill('#code', badge);
  await page.press('#code', 'Enter');
  await page.waitForFunction((wanted) => document.getElementById('verdict-name').textContent === wanted, name);
}

async function undo(page) {
  await page.locator('#verdict-more').click();
  await page.locator('#ask-undo-row button').click();
  await page.getByText('Did not pass').click();
  await page.locator('#undo button[value=yes]').click();
  await page.waitForFunction(() => document.getElementById('verdict-word').textContent === 'Undone');
}

const countIs = (page, wanted) => page.waitForFunction((count) => document.getElementById('door-count').textContent === String(count), wanted);
const connected = (page) => page.waitForFunction(() => document.getElementById('door-connection').textContent === 'Connected', null, { timeout: 60_000 });

async function bus() {
  const { product, browser, page } = await door();
  const people = delegation(product);
  assert.ok(people.length > 2, 'a delegation of three at least');
  await admitBus(page, people);
  await connected(page);
  const there = new Set(admitted(product).map((row) => row.email));
  for (const { email } of people) assert.ok(there.has(email), email);
  await find(page, people[0].name);
  await page.locator('#ask-group').click();
  await page.locator('#group').getByText('Country', { exact: true }).click();
  assert.equal(await page.locator('#group-people input:not(:disabled)').count(), 0, 'who is in is not let in again');
  assert.deepEqual(await faults(page), []);
  await browser.close();
}

async function walkIn() {
  const { product, browser, page } = await door();
  const person = { name: "Ngozi O'Connor", email: 'ngozi.example.org', country: 'NG' };
  await fillWalkIn(page, person);
  assert.match(await page.locator('#email-error').innerText(), /@/);
  assert.equal(await page.inputValue('#walk-in #name'), person.name);
  await page.fill('#walk-in #email', 'ngozi@people.example');
  await page.press('#walk-in #email', 'Enter');
  await page.locator('#verdict.go').waitFor();
  assert.equal(await page.locator('#verdict-name').innerText(), person.name);
  await mailTo(product, 'ngozi@people.example');
  const [row] = admitted(product).filter(({ email }) => email === 'ngozi@people.example');
  assert.deepEqual([row.name, row.country, row.state], [person.name, 'NG', 'confirmed']);
  assert.deepEqual(await faults(page), []);
  await browser.close();
}

async function undone() {
  const { product, browser, page } = await door();
  const before = Number(await page.locator('#door-count').innerText());
  const [person] = expected(product);
  await scan(page, person);
  await countIs(page, before + 1);
  await undo(page);
  await countIs(page, before);
  await connected(page);
  await page.reload();
  await countIs(page, before);
  assert.equal(admitted(product).some(({ badge }) => badge === person.badge), false);
  assert.deepEqual(await faults(page), []);
  await browser.close();
}

async function undoneBus() {
  const { product, browser, page } = await door();
  const before = Number(await page.locator('#door-count').innerText());
  const people = delegation(product);
  // One of them was in already: that scan stays.
  await scan(page, people[1]);
  await page.locator('#verdict.go').waitFor();
  await page.keyboard.press('Escape');
  await find(page, people[0].name);
  await page.locator('#ask-group').click();
  await page.locator('#group').getByText('Country', { exact: true }).click();
  await page.locator('#group-all').click();
  await page.locator('#group-yes').click();
  await page.locator('#verdict.go').waitFor();
  const acts = [];
  page.on('request', (request) => request.url().endsWith('/api/door/acts') && acts.push(...request.postDataJSON().acts));
  assert.match(await page.locator('#undo-these').innerText(), new RegExp(`${people.length - 1}$`));
  await page.locator('#undo-these').click();
  await countIs(page, before + 1);
  await connected(page);
  await sentAll(page);
  assert.equal(new Set(acts.map(({ scan }) => scan)).size, people.length - 1);
  assert.ok(acts.every((act) => act.do === 'undo' && act.reason));
  await page.reload();
  await countIs(page, before + 1);
  const there = new Set(admitted(product).map(({ badge }) => badge));
  assert.deepEqual(people.map(({ badge }) => there.has(badge)), people.map((_, number) => number === 1));
  await browser.close();
}

// Another phone at the same door.
async function second(product, browser) {
  const page = watch(await (await browser.newContext(phone)).newPage());
  await page.goto(pairingLink(product, 'hall-day-1'));
  await page.locator('main form button').click();
  await page.waitForURL('**/door');
  await page.locator('html[data-roster=whole]').waitFor();
  return page;
}

async function undoneElsewhere() {
  const { product, browser, page } = await door();
  const before = Number(await page.locator('#door-count').innerText());
  const [person] = expected(product);
  await scan(page, person);
  const other = await second(product, browser);
  await countIs(other, before + 1);
  await find(other, person.name);
  await other.locator('#ask-undo', { hasText: /\d:\d\d/ }).click();
  await other.getByText('Wrong person').click();
  await other.locator('#undo button[value=yes]').click();
  for (const one of [other, page]) await countIs(one, before);
  await sentAll(other);
  assert.equal(admitted(product).some(({ badge }) => badge === person.badge), false);
  // Both let the person in as for the first time.
  await other.keyboard.press('Escape');
  await other.fill('#search-q', '');
  await scan(other, person);
  await other.locator('#verdict.go').waitFor();
  assert.deepEqual(await faults(other), []);
  await browser.close();
}

async function undoneSecond() {
  const { product, browser, page } = await door();
  const before = Number(await page.locator('#door-count').innerText());
  const [person] = expected(product);
  await scan(page, person);
  await page.locator('#verdict.go').waitFor();
  cut(product);
  await page.locator('#door-connection:not(.on)').waitFor({ timeout: 30_000 });
  await scan(page, person);
  await page.locator('#verdict.look').waitFor();
  await undo(page);
  await page.keyboard.press('Escape');
  await countIs(page, before + 1);
  await scan(page, person);
  await page.locator('#verdict.look').waitFor();
  await page.keyboard.press('Escape');
  await revive(product);
  await connected(page);
  await sentAll(page);
  await countIs(page, before + 1);
  await browser.close();
}

async function reopened() {
  const { product, browser, page } = await door();
  const before = Number(await page.locator('#door-count').innerText());
  const [person, robbed] = expected(product);
  const line = await breakLine(page, /api\/door\/(scans|acts)/);
  await scan(page, person);
  await page.locator('#verdict.go').waitFor();
  await undo(page);
  await page.keyboard.press('Escape');
  await find(page, robbed.name);
  await page.locator('#ask-lost-row button').click();
  await page.locator('#lost button[value=yes]').click();
  await page.waitForFunction(() => document.getElementById('verdict-word').textContent === 'Will be replaced');
  await page.keyboard.press('Escape');
  await fillWalkIn(page, { name: 'Ana Sefo', email: 'ana@people.example', country: 'WS' });
  await page.waitForFunction(() => document.getElementById('verdict-name').textContent === 'Ana Sefo');
  await countIs(page, before + 1);
  for (let times = 0; times < 2; times += 1) {
    await page.reload();
    await page.locator('html[data-roster=whole]').waitFor();
    await countIs(page, before + 1);
    await page.fill('#search-q', 'Ana Sefo');
    await page.locator('#search-found button').filter({ hasText: 'Ana Sefo' }).filter({ hasText: /\d:\d\d/ }).waitFor();
    await page.fill('#search-q', '');
    await scan(page, robbed);
    await page.locator('#verdict.stop').waitFor();
    await page.keyboard.press('Escape');
  }
  await line.mend();
  await connected(page);
  await sentAll(page);
  const there = admitted(product);
  assert.deepEqual(there.filter(({ email }) => email === 'ana@people.example').map(({ name }) => name), ['Ana Sefo']);
  assert.equal(there.some(({ badge }) => badge === person.badge), false);
  await countIs(page, before + 1);
  await browser.close();
}

async function lost() {
  const { product, browser, page } = await door();
  const [person] = expected(product);
  await find(page, person.name);
  await page.locator('#ask-lost-row button').click();
  await page.locator('#lost button[value=yes]').click();
  await page.locator('#next-badge-symbol svg').waitFor();
  const next = await page.locator('#next-badge-code').innerText();
  await page.locator('#next-badge button[value=yes]').click();
  await scan(page, person);
  await page.locator('#verdict.stop').waitFor();
  await page.keyboard.press('Escape');
  await scan(page, { badge: next, name: person.name });
  await page.locator('#verdict.go').waitFor();
  assert.deepEqual(await faults(page), []);
  await browser.close();
}

async function alone() {
  const { product, browser, page } = await door();
  const people = delegation(product);
  const [stranger] = expected(product).filter(({ country }) => country !== people[0].country);
  cut(product);
  await admitBus(page, people);
  await page.keyboard.press('Escape');
  await fillWalkIn(page, { name: 'Ana Sefo', email: 'ana@people.example', country: 'WS' });
  await page.waitForFunction(() => document.getElementById('verdict-name').textContent === 'Ana Sefo');
  await page.locator('#verdict.go').waitFor();
  await page.keyboard.press('Escape');
  await scan(page, stranger);
  await undo(page);
  await page.keyboard.press('Escape');
  const lossy = await loseHalf(page, /api\/door\/(scans|acts)/);
  await revive(product);
  await connected(page);
  await sentAll(page);
  const there = admitted(product);
  const emails = new Set(there.map(({ email }) => email));
  for (const { email } of people) assert.ok(emails.has(email), email);
  assert.equal(there.filter(({ email }) => email === 'ana@people.example').length, 1);
  assert.equal(emails.has(stranger.email), false, 'the undone scan does not count');
  await browser.close();
}
