// A rehearsal: a real phone, test badges from the printed page, with the server and without; and nothing counted.
import assert from 'node:assert/strict';
import { faults, watch } from './support/checks.mjs';
import { launch, phone } from './support/chromium.mjs';
import { cut, demo, exported, pairingLink, revive, signedIn } from './support/product.mjs';

export const tests = {
  'a rehearsal goes on without the server, says what it is, and counts nothing': rehearsal,
};

async function rehearsal() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const desk = watch(await signedIn(browser, product));
  const badges = await started(desk, product);
  const page = watch(await (await browser.newContext(phone)).newPage());
  await page.goto(pairingLink(product, 'hall-day-2'));
  await page.locator('main form button').click();
  await page.waitForURL('**/door');
  await page.locator('html[data-roster=whole]').waitFor();
  const passing = badges.filter(({ word }) => word.endsWith('Welcome')).map(({ code }) => code);
  const void_ = badges.find(({ word }) => word.endsWith('Old badge')).code;

  await scanned(page, passing[0], 'go', 'Welcome');
  await scanned(page, passing[0], 'look', 'Already in');
  const real = exported(product).find((row) => row.badge && row.state === 'confirmed').badge;
  await scanned(page, real, 'go', 'Welcome');
  cut(product);
  await scanned(page, passing[0], 'look', 'Already in');
  await scanned(page, passing[1], 'go', 'Welcome');
  await scanned(page, passing[1], 'look', 'Already in');
  await scanned(page, void_, 'stop', 'Old badge');
  assert.match(await page.locator('#verdict-advice').innerText(), /^This badge was replaced on /);
  assert.equal(await page.locator('#door-count').innerText(), '0');

  await revive(product);
  await page.waitForFunction(() => document.getElementById('door-connection').textContent === 'Connected', null, { timeout: 60_000 });
  await desk.reload();
  const figures = await desk.locator('.counter b').allInnerTexts();
  assert.deepEqual(figures, ['7', '7', '0']);
  assert.equal(await page.locator('#door-count').innerText(), '0');
  for (const one of [page, desk]) {
    assert.deepEqual((await faults(one)).filter((text) => !/ERR_(CONNECTION|INCOMPLETE)/.test(text)), []);
  }
  await browser.close();
}

// The organizer starts it and prints the badges: the code of each, and the word the door is to show.
async function started(desk, product) {
  await desk.goto(`${product.address}/en/desk/gsnp-2025/checkpoints`);
  await desk.locator('tr', { hasText: 'hall-day-2' }).locator('a').click();
  await desk.locator('a[href$="/rehearsal"]').click();
  await desk.locator('form[action$="/rehearsal"] button').click();
  await desk.locator('a.button[href$="/badges"]').click();
  const badges = await desk.locator('.test-badges li').evaluateAll((cards) => cards.map((card) => ({
    code: card.querySelector('.code').textContent,
    word: card.querySelector('.chip').textContent,
  })));
  assert.equal(badges.length, 12);
  await desk.goBack();
  return badges;
}

async function scanned(page, code, tone, word) {
  await page.locator('#code').fill(code);
  await page.locator('#code').press('Enter');
  await page.locator(`#verdict.${tone}`).waitFor();
  assert.equal(await page.locator('#verdict-word').innerText(), word);
  assert.equal(await page.locator('#verdict-rehearsal').innerText(), 'Rehearsal');
}
