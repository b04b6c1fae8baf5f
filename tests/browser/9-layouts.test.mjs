// How badges look is changed before the organizer's eyes.
import assert from 'node:assert/strict';
import { laptop, launch } from './support/chromium.mjs';
import { atTheDesk } from './support/desk.mjs';
import { demo } from './support/product.mjs';

export const tests = {
  'a badge is drawn anew while its layout is being changed': drawnAnew,
  'without JavaScript a button draws it, and what was typed stays': byButton,
};

const MOTTO = 'Solidarity in action';

async function drawnAnew() {
  const { browser, desk, before } = await editor(laptop);
  const own = await writeMotto(desk);
  await desk.waitForFunction((first) => {
    const all = document.querySelector('.previews');
    return !all.classList.contains('old') && all.querySelector('img').src !== first;
  }, before[0]);
  assert.equal((await pictures(desk)).length, before.length);

  const width = own.locator('[name$=".width"]');
  await width.fill('');
  await desk.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 422);
  assert.ok(await desk.locator('.previews.old').count(), 'what is half typed is not drawn, and the pictures say so');
  await width.fill('60');
  await desk.locator('.previews:not(.old)').waitFor();
  await browser.close();
}

async function byButton() {
  const { browser, desk, before } = await editor({ ...laptop, javaScriptEnabled: false });
  await writeMotto(desk);
  await desk.locator('button[value=look]').click();
  assert.notEqual((await pictures(desk))[0], before[0]);
  assert.equal(await desk.locator('[name^="f"][name$=".text"]').inputValue(), MOTTO);
  await browser.close();
}

async function editor(screen) {
  const product = await demo();
  const browser = await launch();
  const desk = await atTheDesk(product, browser, screen);
  await desk.goto(`${product.address}/en/desk/gsnp-2025/badges/layouts/new`);
  return { browser, desk, before: await pictures(desk) };
}

const pictures = (desk) => desk.locator('.previews img').evaluateAll((all) => all.map((one) => one.src));

// Puts a text of one's own on the front; its part of the form.
async function writeMotto(desk) {
  const own = desk.locator('details', { has: desk.locator('[name^="f"][name$=".text"]') });
  await own.locator('summary').click();
  await own.locator('[name$=".shown"]').check();
  await own.locator('[name$=".text"]').fill(MOTTO);
  return own;
}
