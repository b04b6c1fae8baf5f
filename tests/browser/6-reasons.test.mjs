// Why somebody may not pass is said in the same words whether the server is asked or the phone decides by itself.
import assert from 'node:assert/strict';
import { faults, watch } from './support/checks.mjs';
import { launch, phone } from './support/chromium.mjs';
import { cut, demo, exported, pairingLink, signedIn } from './support/product.mjs';

export const tests = {
  'a door on its own refuses in the words of the server, in English': () => sameWords('en'),
  'a door on its own refuses in the words of the server, in Arabic': () => sameWords('ar'),
  'a row of the search foresees that the door is for others, with the server and without': foreseen,
};

async function sameWords(language) {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const page = watch(await (await browser.newContext(phone)).newPage());
  await page.goto(pairingLink(product, ['hall-day-1', 'hall-day-2', 'd8-meeting']));
  await page.locator('main form button').click();
  await page.waitForURL('**/door');
  await page.goto(`${product.address}/${language}/door`);
  const people = exported(product);
  const delegate = people.find((row) => row.badge && row.state === 'confirmed' && row.category === 'delegate' && !row.first_admitted_at);
  const undecided = people.find((row) => row.state === 'pending');
  const inside = people.find((row) => row.badge && row.first_admitted_at);
  await replaceBadge(browser, product, inside);
  await page.reload();
  await page.locator('html[data-roster=whole]').waitFor();

  const scenes = [
    () => scanned(page, 'hall-day-2', delegate.badge),
    () => scanned(page, 'd8-meeting', delegate.badge),
    () => scanned(page, 'hall-day-1', inside.badge),
    () => foundByName(page, 'hall-day-1', undecided.name),
  ];
  const online = [];
  for (const scene of scenes) online.push(await scene());
  assert.equal(new Set(online.map(({ advice }) => advice)).size, scenes.length);
  cut(product);
  await page.locator('#door-connection:not(.on)').waitFor({ timeout: 30_000 });
  for (const [number, scene] of scenes.entries()) assert.deepEqual(await scene(), online[number]);
  assert.deepEqual((await faults(page)).filter((text) => !/ERR_(CONNECTION|INCOMPLETE)/.test(text)), []);
  await browser.close();
}

async function foreseen() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const page = watch(await (await browser.newContext(phone)).newPage());
  await page.goto(pairingLink(product, ['hall-day-1', 'd8-meeting']));
  await page.locator('main form button').click();
  await page.locator('html[data-roster=whole]').waitFor();
  const { name } = exported(product).find((row) => row.badge && row.state === 'confirmed' && row.category === 'delegate' && !row.first_admitted_at);
  const row = page.locator('#search-found button').filter({ has: page.getByText(name, { exact: true }) }).first();
  const looks = async () => {
    await stand(page, 'hall-day-1');
    await page.fill('#search-q', name);
    await row.locator('.chip.good').waitFor();
    assert.doesNotMatch(await row.innerText(), /Another door/);
    await stand(page, 'd8-meeting');
    await row.locator('.at', { hasText: 'Another door' }).waitFor();
    assert.equal(await row.locator('.chip').innerText(), 'More');
    await row.click();
    assert.equal(await page.locator('#ask-state').innerText(), 'Another door');
    assert.equal(await page.locator('#ask-yes').innerText(), 'Check');
    assert.deepEqual((await faults(page)).filter((text) => !/ERR_(CONNECTION|INCOMPLETE)/.test(text)), []);
    await page.locator('#ask button[value=no]').click();
    await page.fill('#search-q', '');
  };
  await looks();
  cut(product);
  await page.locator('#door-connection:not(.on)').waitFor({ timeout: 30_000 });
  await looks();
  await browser.close();
}

async function replaceBadge(browser, product, { email }) {
  const desk = await signedIn(browser, product);
  await desk.goto(`${product.address}/en/desk/gsnp-2025/registrations?q=${encodeURIComponent(email)}`);
  await desk.locator('main tbody th a').first().click();
  await Promise.all([desk.waitForNavigation(), desk.locator('form[action$="/badge"]').evaluate((form) => form.requestSubmit())]);
  await desk.context().close();
}

async function scanned(page, checkpoint, badge) {
  await stand(page, checkpoint);
  await page.locator('#code').fill(badge);
  await page.locator('#code').press('Enter');
  return said(page);
}

async function foundByName(page, checkpoint, name) {
  await stand(page, checkpoint);
  await page.fill('#search-q', name);
  await page.locator('#search-found button').filter({ has: page.getByText(name, { exact: true }) }).first().click();
  await page.locator('#ask-yes').click();
  return said(page);
}

async function stand(page, checkpoint) {
  await page.locator('#settings').evaluate((settings) => (settings.open = true));
  await page.selectOption('#checkpoint', checkpoint);
}

// The word and the advice of a refusal; the screen is closed for the next.
async function said(page) {
  await page.locator('#verdict.stop').waitFor();
  const [word, advice] = await Promise.all([page.locator('#verdict-word').innerText(), page.locator('#verdict-advice').innerText()]);
  await page.keyboard.press('Escape');
  return { word, advice };
}
