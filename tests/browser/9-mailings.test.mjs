// Mail to many as the desk follows it: it starts, the bar moves, it is stopped and goes on.
import assert from 'node:assert/strict';
import { faults } from './support/checks.mjs';
import { laptop, launch } from './support/chromium.mjs';
import { atTheDesk } from './support/desk.mjs';
import { HeldPost } from './support/held-post.mjs';
import { cut, demo, revive } from './support/product.mjs';

const SUBJECT = 'A mailing to be watched';

export const tests = {
  'the bar of a mailing moves without reloading, and it is stopped and gone on with': followed,
  'without JavaScript a mailing is followed by reloading, stopped and gone on with': reloaded,
};

async function followed() {
  const { browser, desk, post } = await underWay(laptop);
  const people = await send(desk);
  await desk.evaluate(() => { window.isTheSamePage = true; });
  post.letIn(10);
  await desk.waitForFunction(() => document.querySelector('progress').value === 10);
  assert.equal(await desk.locator('[data-live=accepted]').innerText(), '10');
  assert.match(await desk.locator('[data-live=of]').innerText(), new RegExp(`^10 of ${people}$`));
  assert.ok(await desk.evaluate(() => window.isTheSamePage), 'nobody has reloaded it');
  assert.deepEqual(await faults(desk), []);
  await stopAndGoOn(desk, post, people, () => desk.locator('.chip.good').waitFor());
  await browser.close();
}

async function reloaded() {
  const { browser, desk, post } = await underWay({ ...laptop, javaScriptEnabled: false });
  const people = await send(desk);
  post.letIn(10);
  await until(desk, async () => (await bar(desk)) === 10);
  await stopAndGoOn(desk, post, people, () => until(desk, () => desk.locator('.chip.good').isVisible()));
  await browser.close();
}

// What is with the mail server already cannot be taken back; nothing else leaves while it is stopped, and afterwards
// everybody gets one.
async function stopAndGoOn(desk, post, people, finished) {
  await desk.locator('form[action$="/stop"] button').click();
  await desk.locator('form[action$="/go-on"]').waitFor();
  const handedOver = post.taken + post.waiting;
  post.letIn(people);
  await until(desk, async () => (await bar(desk)) >= handedOver);
  assert.ok(handedOver < people, `${handedOver} of ${people}`);
  assert.ok(await desk.locator('form[action$="/go-on"]').isVisible(), 'it is stopped still');
  await desk.locator('form[action$="/go-on"] button').click();
  await finished();
  assert.equal(await bar(desk), people);
  assert.equal(post.taken, people, 'each person got one');
}

// The demo with a mail server that takes mail when it is told to, and its organizer's browser.
async function underWay(screen) {
  const product = await demo();
  cut(product);
  const post = new HeldPost(SUBJECT);
  await revive(product, { HAZIR_MAIL: await post.open() });
  const browser = await launch();
  const desk = await atTheDesk(product, browser, screen);
  await desk.goto(`${product.address}/en/desk/gsnp-2025/mailings/new`);
  return { browser, desk, post };
}

// To everybody who is confirmed; how many they are.
async function send(desk) {
  await desk.locator('input[name=about][value=registration]').check();
  const first = desk.locator('fieldset.written').first();
  await first.locator('input').fill(SUBJECT);
  await first.locator('textarea').fill('Hello, {name}.');
  await desk.getByRole('button', { name: 'Save and look at it' }).click();
  const form = desk.locator('form[action$="/send"]');
  const people = (await form.locator('label').innerText()).match(/\d+/)[0];
  await form.locator('input[name=count]').fill(people);
  await form.locator('button').click();
  await desk.locator('progress').waitFor();
  return Number(people);
}

async function bar(desk) {
  return Number(await desk.locator('progress').getAttribute('value'));
}

async function until(desk, holds) {
  while (!(await holds())) await desk.reload();
}
