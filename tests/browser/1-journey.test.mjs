// A delegate's whole way in a real browser; the badge is filmed by the camera at the door.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { film } from './support/camera.mjs';
import { faults, watch } from './support/checks.mjs';
import { launch, phone } from './support/chromium.mjs';
import { demo, mailTo, printed } from './support/product.mjs';

const people = {
  en: { name: 'Amina Okoye-Diallo', email: 'amina@people.example', country: 'NG', organisation: 'Clean Water for All' },
  ar: { name: 'محمد الحاج', email: 'mohamed@people.example', country: 'EG', organisation: 'جمعية الأمل' },
};

export const tests = {
  'a delegate registers, has the badge, and is let in by the camera, in English': () => journey('en'),
  'a delegate registers, has the badge, and is let in by the camera, in Arabic': () => journey('ar'),
};

async function journey(language) {
  const product = await demo();
  const person = people[language];
  const browser = await launch();
  const page = watch(await (await browser.newContext({ ...phone, locale: language })).newPage());

  await page.goto(`${product.address}/${language}/gsnp-2025`);
  await page.locator('main a[href$="/register"]').first().click();
  await fill(page, { ...person, email: 'no-address' });
  await page.locator('main form button').last().click();
  assert.equal(await page.locator('.error-summary a').count(), 1, 'the address is not one');
  assert.deepEqual(await faults(page), []);
  await page.locator('[autocomplete=email]').fill(person.email);
  await page.locator('main form button').last().click();
  await page.waitForURL('**/registered');
  assert.deepEqual(await faults(page), []);

  const link = (await mailTo(product, person.email)).match(/https?:\/\/\S+\/me\/\w+/)[0];
  await page.goto(product.address + new URL(link).pathname);
  assert.match(await page.locator('main, header').allInnerTexts().then(String), new RegExp(person.name));
  assert.deepEqual(await faults(page), []);
  const badge = await page.locator('main svg').first().screenshot();
  await browser.close();

  const camera = await film(join(product.folder, 'camera.mjpeg'), [`data:image/png;base64,${badge.toString('base64')}`]);
  await atTheDoor(product, language, camera, person);
  product.stop();
}

async function fill(page, { name, email, country, organisation }) {
  await page.locator('[autocomplete=name]').fill(name);
  await page.locator('[autocomplete=email]').fill(email);
  await page.locator('[autocomplete=country]').selectOption(country);
  await page.locator('[autocomplete=organization]').fill(organisation);
  await page.locator('[name=consent]').check();
}

async function atTheDoor(product, language, camera, person) {
  const browser = await launch({ camera });
  const context = await browser.newContext({ ...phone, permissions: ['camera'] });
  const page = watch(await context.newPage());
  await page.goto(printed(product, '/pair/').replace(/\/[a-z]{2}\/door\//, `/${language}/door/`));
  assert.deepEqual(await faults(page), []);
  await page.locator('main form button').click();
  await page.waitForURL(`**/${language}/door`);
  await page.locator('#verdict.go').waitFor({ timeout: 30_000 });
  assert.equal(await page.locator('#verdict-name').innerText(), person.name);
  assert.deepEqual(await faults(page), []);

  // A reload films the same badge again: it is known by now.
  await page.reload();
  await page.locator('#verdict.look').waitFor({ timeout: 30_000 });
  assert.deepEqual(await faults(page), []);
  await browser.close();
}
