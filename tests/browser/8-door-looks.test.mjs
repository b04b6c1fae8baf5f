// The door as a volunteer sees it: axe at every state and every question, by keyboard alone, mirrored in Arabic.
import assert from 'node:assert/strict';
import { faults, watch } from './support/checks.mjs';
import { launch, phone } from './support/chromium.mjs';
import { atTheDesk } from './support/desk.mjs';
import { cut, demo, exported, pairingLink } from './support/product.mjs';

export const tests = {
  'axe finds nothing at the door, whatever stands on the screen, in English': () => looks('en'),
  'axe finds nothing at the door, whatever stands on the screen, in Arabic, and the page is mirrored': () => looks('ar'),
  'the keyboard alone suffices to find, admit, undo, register and admit a bus': keyboard,
  'with strict doors a phone that is alone knows who holds a badge, and nobody else': strict,
};

const DOOR = 'hall-day-1';
const SERVER_GONE = /ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_INCOMPLETE/;

async function paired(product, browser, language) {
  const page = watch(await (await browser.newContext({ ...phone, locale: language })).newPage());
  await page.goto(pairingLink(product, DOOR).replace('/en/', `/${language}/`));
  await page.locator('main form button').click();
  await page.waitForURL('**/door');
  await page.locator('html[data-roster=whole]').waitFor();
  return page;
}

async function looks(language) {
  const product = await demo({ delegates: 600 });
  const browser = await launch();
  const page = await paired(product, browser, language);
  const people = exported(product);
  const expected = people.filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at && row.country === 'AZ');
  const found = [];
  const look = async (state) => {
    const faulty = (await faults(page)).filter((text) => !SERVER_GONE.test(text));
    found.push(...faulty.map((fault) => `${state}: ${fault}`));
  };
  const scan = async ({ badge, name }, tone) => {
    await page.fill('#code', badge);
    await page.press('#code', 'Enter');
    await page.locator(`#verdict.${tone}`).waitFor();
    if (name) await page.waitForFunction((wanted) => document.getElementById('verdict-name').textContent === wanted, name);
  };
  const close = () => page.keyboard.press('Escape');

  await look('ready');
  await scan(expected[0], 'go');
  await look('admitted');
  await scan(expected[0], 'look');
  await look('already in');
  await page.locator('#verdict-more').click();
  await page.locator('#ask-group').click();
  await page.locator('#group-people li').first().waitFor();
  await look('a bus');
  await page.locator('#group button[value=no]').click();
  await scan(expected[1], 'go');
  await page.locator('#verdict-more').click();
  await look('more');
  await page.locator('#ask-undo-row button').click();
  await look('undo');
  await page.locator('#undo button[value=yes]').click();
  await look('undone');
  await scan({ badge: 'HZ00000000000000000000000000' }, 'ask');
  await look('unknown');
  await close();
  const pending = people.find(({ state }) => state === 'pending');
  await page.fill('#search-q', pending.name);
  await page.locator('#search-found button').first().click();
  await look('found');
  await page.locator('#ask button[value=note]').click();
  await look('a note');
  await page.locator('#note button[value=no]').click();
  await page.locator('#search-found button').first().click();
  await page.locator('#ask-yes').click();
  await page.locator('#verdict.stop').waitFor();
  await look('refused');
  await close();
  await page.fill('#search-q', expected[2].name);
  await page.locator('#search-found button').first().click();
  await page.locator('#ask-lost-row button').click();
  await look('a lost badge');
  await page.locator('#lost button[value=yes]').click();
  await page.locator('#next-badge-symbol svg').waitFor();
  await look('the next badge');
  await page.locator('#next-badge button[value=yes]').click();
  await page.locator('#walk-in-part summary').click();
  await page.locator('#walk-in button').click();
  await page.locator('#name-error').waitFor();
  await look('a walk-in with faults');
  await page.locator('#walk-in-part summary').click();
  cut(product);
  await scan(expected[3], 'go');
  await look('admitted alone');
  await close();
  await look('alone');
  assert.deepEqual(found, []);
  const mirrored = await page.evaluate(() => {
    const [place, count] = ['door-place', 'door-count'].map((id) => document.getElementById(id).getBoundingClientRect().left);
    return place > count;
  });
  assert.equal(mirrored, language === 'ar');
  await browser.close();
}

async function keyboard() {
  const product = await demo({ delegates: 600 });
  const browser = await launch();
  const page = await paired(product, browser, 'en');
  const [person] = exported(product).filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at && row.country === 'AZ');
  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  // As fast as people type: what comes faster is a scanner.
  const type = (text) => page.keyboard.type(text, { delay: 70 });
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.value || document.activeElement.textContent);
  const tabTo = async (wanted) => {
    for (let step = 0; step < 40; step += 1) {
      if ((await focused()).includes(wanted)) return;
      await press('Tab');
    }
    assert.fail(`Tab does not reach ${wanted}; it ends at ${await focused()}`);
  };
  const verdictIs = (word) => page.waitForFunction((wanted) => document.getElementById('verdict-word').textContent === wanted && !document.getElementById('verdict').hidden, word);

  await tabTo('search-q');
  await type(person.name);
  await page.locator('#search-found button').first().waitFor();
  await tabTo(person.name);
  await press('Enter', 'Enter');
  await verdictIs('Welcome');
  await tabTo('verdict-more');
  await press('Enter');
  await tabTo('undo');
  await press('Enter');
  await page.locator('#undo[open]').waitFor();
  await press('ArrowDown');
  await tabTo('yes');
  await press('Enter');
  await verdictIs('Undone');
  await press('Escape');
  await page.locator('#search-q').evaluate((field) => field.focus());
  await type(person.name);
  await page.locator('#search-found button').first().waitFor();
  await tabTo(person.name);
  await press('Enter');
  await page.locator('#ask-group').waitFor();
  await tabTo('ask-group');
  await press('Enter');
  await page.locator('#group[open]').waitFor();
  await tabTo('group-all');
  await press('Enter');
  await tabTo('group-yes');
  await press('Enter');
  await verdictIs('Welcome');
  assert.match(await page.locator('#verdict-name').innerText(), /^(\d+) of \1$/);
  await press('Escape');
  await page.locator('#walk-in-part summary').evaluate((summary) => summary.focus());
  await press('Enter');
  await tabTo('name');
  await type('Keya Board');
  await press('Tab');
  await type('keya@people.example');
  await press('Tab');
  await type('Azer');
  await press('Tab', 'Enter');
  await page.waitForFunction(() => document.getElementById('verdict-name').textContent === 'Keya Board');
  await browser.close();
}

async function strict() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const desk = await atTheDesk(product, browser);
  await desk.goto(`${product.address}/en/desk/gsnp-2025/settings`);
  await desk.check('#strict_doors');
  await desk.locator('main form button.button').last().click();
  await desk.waitForURL('**/settings?*');
  const page = await paired(product, browser, 'en');
  const [person, other] = exported(product).filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at);
  await page.fill('#search-q', other.name);
  await page.locator('#search-found button').filter({ has: page.getByText(other.name, { exact: true }) }).first().waitFor();
  cut(product);
  await page.fill('#search-q', `${other.name} `);
  await page.waitForFunction(() => document.getElementById('search-status').textContent.includes('does not answer'), null, { timeout: 20_000 });
  assert.equal(await page.locator('#search-found button').count(), 0);
  await page.fill('#search-q', '');
  await page.fill('#code', person.badge);
  await page.press('#code', 'Enter');
  await page.waitForFunction((wanted) => document.getElementById('verdict-name').textContent === wanted, person.name);
  assert.equal(await page.locator('#verdict-word').innerText(), 'Welcome');
  await browser.close();
}
