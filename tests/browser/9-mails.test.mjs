// Every mail in every language, as a mail reader on a phone and on a laptop draws it: with pictures and without, light and
// dark. With HAZIR_LOOK_AT_MAILS the pictures of it are kept in that folder.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './support/chromium.mjs';
import { demo, signedIn } from './support/product.mjs';
import { require } from './support/tools.mjs';

const occasions = ['pending', 'confirmed', 'waitlisted', 'declined', 'changed', 'reminder', 'last_information', 'thanks'];
const languages = ['en', 'az', 'ru', 'tr', 'ar', 'fr'];
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env.HAZIR_LOOK_AT_MAILS;

let all;

export const tests = {};
for (const width of [360, 700]) {
  for (const scheme of ['light', 'dark']) {
    tests[`every mail fits ${width} px and can be read, with pictures and without, ${scheme}`] = () => look(width, scheme);
  }
}
tests['the preview at the desk shows what was typed, and a field is put where the cursor was'] = preview;

// The mails as the desk shows them, each with its name.
async function mails() {
  const product = await demo();
  const browser = await launch();
  const desk = await signedIn(browser, product);
  const found = [];
  for (const occasion of occasions) {
    for (const language of languages) {
      const answer = await desk.request.get(`${product.address}/en/desk/gsnp-2025/wording/${occasion}/${language}/preview`);
      assert.equal(answer.status(), 200);
      found.push([`${language}-${occasion}`, await answer.text()]);
    }
  }
  await browser.close();
  return found;
}

async function look(width, colorScheme) {
  all ??= await mails();
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const wrong = [];
  for (const [name, html] of all) {
    for (const [kind, shown] of [['with', html], ['without', html.replace(/src="data:[^"]*"/, 'src="cid:none"')]]) {
      await page.setContent(shown);
      wrong.push(...(await faults(page)).map((fault) => `${name} ${kind} pictures: ${fault}`));
      if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}-${kind}.png`), fullPage: true });
    }
  }
  await browser.close();
  assert.deepEqual(wrong, []);
}

async function faults(page) {
  await page.evaluate(`${axe}; 0`);
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'], resultTypes: ['violations'] }));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)} (${node.any[0]?.message ?? ''})`));
  return wide > 0 ? [...found, `${wide} px too wide`] : found;
}

async function preview() {
  const product = await demo();
  const browser = await launch();
  const desk = await signedIn(browser, product);
  const complaints = [];
  desk.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  await desk.goto(`${product.address}/en/desk/gsnp-2025/wording/confirmed/az`);
  const frame = desk.frameLocator('iframe');
  await frame.getByRole('heading', { name: 'Yeriniz təsdiqləndi' }).waitFor();
  await desk.fill('#body', 'Hörmətli ');
  await desk.getByRole('button', { name: '{name}', exact: true }).click();
  assert.equal(await desk.inputValue('#body'), 'Hörmətli {name}');
  await desk.getByRole('button', { name: 'Show what I wrote' }).click();
  await frame.locator('p', { hasText: 'Hörmətli' }).waitFor();
  assert.equal(await frame.locator('img').evaluate((image) => image.naturalWidth > 0), true, 'the picture of the badge');
  await desk.fill('#body', 'Hörmətli {nmae}');
  await desk.getByRole('button', { name: 'Show what I wrote' }).click();
  await frame.getByText('There is no field {nmae}').waitFor();
  assert.deepEqual(complaints.filter((text) => !text.includes('status of 422')), []);
  await browser.close();
}
