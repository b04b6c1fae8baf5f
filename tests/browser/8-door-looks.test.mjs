// The door as a volunteer sees it: axe at every state and every question, by keyboard alone, mirrored in Arabic; what
// must be read is on the screen whatever its size, the letters' size and the language.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { film } from './support/camera.mjs';
import { faults, watch } from './support/checks.mjs';
import { launch, phone } from './support/chromium.mjs';
import { atTheDesk } from './support/desk.mjs';
import { cut, demo, exported, pairingLink } from './support/product.mjs';

export const tests = {
  'axe finds nothing at the door, whatever stands on the screen, in English': () => looks('en'),
  'axe finds nothing at the door, whatever stands on the screen, in Arabic, and the page is mirrored': () => looks('ar'),
  'the keyboard alone suffices to find, admit, undo, register and admit a bus': keyboard,
  'with strict doors a phone that is alone knows who holds a badge, and nobody else': strict,
  'advice, next act and top line are whole on low and narrow screens in every language, in letters of twice the size too': () => whole(['en', 'az', 'ru']),
  'advice, next act and top line are whole on low and narrow screens in the other languages too': () => whole(['tr', 'ar', 'fr']),
  'while a name is typed at least three rows stand above the keyboard, and each says what may be done': seeking,
  'in every language three rows stand above the keyboard, also in letters of twice the size a name is read in words': rowsInWords,
  'the picture of a camera that runs covers no word of a verdict, and no word lies on another': underTheCamera,
  'whatever is asked about a person, the answers are on the screen, whatever its size': answersInSight,
  'what a finger has to meet is large enough': largeEnough,
  'in Arabic a Latin name begins where the lines beneath it begin': latinInArabic,
  'a chip of the desk is whole on a phone, and what a row says of nothing takes no room': deskOnAPhone,
  'which way people pass is seen on every screen, and who was not inside is not said goodbye to': ways,
  'a phone that was left on Out asks once people arrive and nobody leaves': leftOnOut,
  'a name from right to left begins at the right side of its own column': rightToLeft,
  'with forced colours every button keeps an edge': forcedColours,
  'after an error the title says so first, and the focus is on what went wrong': errorsFirst,
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
  await press('Tab', 'Tab');
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

const SMALL = [[640, 360], [720, 360], [320, 568]];

// Every sentence the door can advise, with facts of the usual length in their places.
const advices = (page) => page.evaluate(() => {
  const texts = JSON.parse(document.getElementById('door-texts').textContent);
  const { states, ...reasons } = texts.reasons;
  const looks = [...Object.values(texts.verdicts), texts.failed, texts.waiting, texts.stopped, texts.undone, texts.noted, texts.lost_later];
  const sentences = [...looks.map(({ advice }) => advice), ...Object.values(states), ...Object.values(reasons)];
  const facts = { time: '28 April, 09:12', device: 'Main entrance 2', sites: 'Nakhchivan State University', categories: 'Speaker, Media', inside: '1,200', capacity: '1,200' };
  return sentences.map((sentence) => sentence.replace(/\{(\w+)\}/g, (all, name) => facts[name] ?? all));
});

// What of the screen is cut, covered or beyond its edges, in words.
const cutOff = (page, parts) => page.evaluate((ids) => {
  const line = document.querySelector('.door-line');
  const edge = line.getBoundingClientRect();
  const found = edge.top === 0 && edge.right <= innerWidth ? [] : ['the top line is not at the top'];
  for (const id of ids) {
    const part = document.getElementById(id);
    if (!part) {
      found.push(`${id} is not there`);
      continue;
    }
    const { top, bottom, left, right, height } = part.getBoundingClientRect();
    if (height === 0) found.push(`${id} is not there`);
    const above = line.contains(part) ? 0 : edge.bottom;
    if (top < above - 1 || bottom > innerHeight + 1 || left < -1 || right > innerWidth + 1) found.push(`${id} ends at ${Math.round(top)} to ${Math.round(bottom)} of ${innerHeight}`);
    if (part.scrollHeight > part.clientHeight + 2 && getComputedStyle(part).display !== 'inline') found.push(`${id} is cut`);
  }
  line.style.pointerEvents = 'auto'; // a tap on it closes the verdict; here it is asked what lies on top
  const covers = document.elementFromPoint(edge.left + edge.width / 2, edge.bottom - 3);
  line.style.pointerEvents = '';
  if (!line.contains(covers)) found.push(`the top line is covered by ${covers?.id || covers?.className}`);
  return found;
}, parts);

async function whole(languages) {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const people = exported(product).filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at);
  const faulty = [];
  const pages = [];
  for (const language of languages) {
    const page = await paired(product, browser, language);
    page.setDefaultTimeout(60_000);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await everywhere(page, language, ['door-way', 'door-place', 'door-count']);
    const { badge } = people.pop();
    for (const tone of ['go', 'look']) {
      await scanned(page, badge, tone);
      await everywhere(page, `${language} ${tone}`, ['door-way', 'door-place', 'door-count', 'verdict-advice', 'verdict-more']);
    }
    const sentences = await advices(page);
    assert.ok(sentences.length > 20, 'the sentences were found');
    for (const sentence of sentences) {
      await page.evaluate((words) => { document.getElementById('verdict-advice').textContent = words; }, sentence);
      await everywhere(page, sentence, ['verdict-advice', 'verdict-more']);
    }
    pages.push({ page, language, badge: people.pop().badge });
  }
  cut(product);
  for (const { page, language, badge } of pages) {
    await scanned(page, badge, 'go');
    await page.locator('#door-connection:not(.on)').waitFor();
    await everywhere(page, `${language} alone`, ['door-way', 'door-place', 'door-count', 'door-connection', 'verdict-advice', 'verdict-more']);
  }
  assert.deepEqual(faulty, []);
  await browser.close();

  async function everywhere(page, what, parts) {
    for (const letters of ['', '200%']) {
      await page.evaluate((size) => { document.documentElement.style.fontSize = size && `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`; }, letters);
      for (const [width, height] of SMALL) {
        await page.setViewportSize({ width, height });
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const found = await cutOff(page, parts);
        faulty.push(...found.map((fault) => `${width}x${height} ${letters} ${what}: ${fault}`));
      }
      await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
    }
  }
}

async function scanned(page, badge, tone) {
  await page.keyboard.press('Escape');
  await page.fill('#code', badge);
  await page.press('#code', 'Enter');
  await page.locator(`#verdict.${tone}`).waitFor();
}

async function seeking() {
  const product = await demo({ delegates: 600 });
  const browser = await launch();
  const page = await paired(product, browser, 'en');
  const people = exported(product);
  const fresh = people.find((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at);
  const pending = people.find(({ state }) => state === 'pending');
  const offered = async (name) => {
    await page.fill('#search-q', name);
    const row = page.locator('#search-found button').filter({ has: page.getByText(name, { exact: true }) }).first();
    return row.locator('.chip').innerText();
  };
  assert.equal(await offered(fresh.name), 'Admit');
  assert.equal(await offered(pending.name), 'More');
  await page.fill('#search-q', '');
  await scanned(page, fresh.badge, 'go');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.getElementById('verdict').hidden);
  assert.equal(await offered(fresh.name), 'More');
  for (const [width, height] of [[360, 350], [320, 300]]) {
    await page.setViewportSize({ width, height });
    await page.fill('#search-q', 'ma');
    await page.locator('#search-found button').nth(3).waitFor();
    // With all that the top line may say.
    await page.waitForFunction(() => /\d/.test(document.getElementById('door-expected').textContent));
    const seen = await page.evaluate(() => {
      const line = document.getElementById('door-line').getBoundingClientRect();
      const field = document.getElementById('search-q').getBoundingClientRect();
      const rows = [...document.querySelectorAll('#search-found li')].map((row) => row.getBoundingClientRect());
      const camera = document.getElementById('camera').getBoundingClientRect();
      return {
        field: field.top >= line.bottom && field.top < line.bottom + 20,
        rows: rows.filter(({ top, bottom }) => top >= field.bottom && bottom <= visualViewport.height + 1).length,
        camera: camera.height > 2 && camera.bottom > 0,
      };
    });
    assert.ok(seen.field, 'the field stands below the top line');
    assert.ok(seen.rows >= (height === 350 ? 3 : 2), `${seen.rows} rows at ${width}x${height}`);
    assert.ok(!seen.camera, 'the picture is gone');
  }
  await page.fill('#search-q', '');
  await page.setViewportSize({ width: 360, height: 740 });
  assert.ok((await page.locator('#camera').boundingBox()).height > 100, 'and is there again');
  await browser.close();
}

async function rowsInWords() {
  const product = await demo({ delegates: 600 });
  const browser = await launch();
  for (const language of ['az', 'ru', 'tr', 'ar', 'fr']) {
    const page = await paired(product, browser, language);
    await page.setViewportSize({ width: 360, height: 350 });
    await page.fill('#search-q', 'ma');
    await page.locator('#search-found button').nth(3).waitFor();
    const whole = await page.evaluate(() => {
      const { bottom } = document.getElementById('search').getBoundingClientRect();
      const rows = [...document.querySelectorAll('#search-found li')].map((row) => row.getBoundingClientRect());
      return rows.filter((row) => row.top >= bottom - 1 && row.bottom <= innerHeight + 1).length;
    });
    assert.ok(whole >= 3, `${language}: ${whole} rows`);
    await page.setViewportSize({ width: 360, height: 640 });
    await twice(page);
    const [field, name] = await page.evaluate(() => ['#search-q', '#search-found .name-line'].map((one) => document.querySelector(one).getBoundingClientRect().width));
    assert.ok(field > 150 && name > 150, `${language}: the field has ${field} px, a name ${name}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, language);
    await page.context().close();
  }
  await browser.close();
}

// Letters of twice the size, as a reader may set them.
const twice = (page) => page.evaluate(() => {
  document.documentElement.style.fontSize = `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`;
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
});

// Of a verdict's word and name, what another part covers or the edge of their column cuts.
const covered = (page) => page.evaluate(() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const text = (id) => {
    const range = document.createRange();
    range.selectNodeContents(document.getElementById(id));
    return range.getBoundingClientRect();
  };
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const [word, name, camera, close, next, who] = [text('verdict-word'), text('verdict-name'), box('#camera'), box('#verdict-close'), box('#verdict-advice'), box('.who')];
  const found = [];
  if (meet(word, camera) || meet(name, camera)) found.push('under the camera');
  if (meet(word, close) || meet(name, close)) found.push('under the cross');
  if (meet(who, next)) found.push('on the advice');
  if (word.bottom > who.bottom + 1 || word.top < who.top - 8) found.push('the word is cut');
  return found;
});

async function underTheCamera() {
  const product = await demo({ delegates: 200 });
  const camera = await film(join(product.folder, 'camera.mjpeg'), ['data:image/gif;base64,R0lGODlhAQABAAAAACw=']);
  const browser = await launch({ camera });
  const people = exported(product).filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at);
  people.sort((a, b) => b.name.length - a.name.length);
  const found = [];
  for (const [number, language] of ['az', 'ru', 'ar'].entries()) {
    const page = await paired(product, browser, language);
    await page.locator('.camera[data-state=scanning]').waitFor();
    await scanned(page, people[number].badge, 'go');
    await scanned(page, people[number].badge, 'look');
    for (const [width, height] of [[320, 568], [360, 640], [640, 360]]) {
      await page.setViewportSize({ width, height });
      await page.waitForFunction(() => document.getElementById('camera').getBoundingClientRect().width < 150);
      found.push(...(await covered(page)).map((fault) => `${language} ${width}x${height}: ${fault}`));
      const [word, name] = await page.evaluate(() => ['word', 'name'].map((part) => parseFloat(getComputedStyle(document.getElementById(`verdict-${part}`)).fontSize)));
      if (word < 0.75 * name) found.push(`${language} ${width}x${height}: the word has ${word} px, the name ${name}`);
    }
    await page.setViewportSize({ width: 360, height: 640 });
    await twice(page);
    found.push(...(await covered(page)).map((fault) => `${language} 200%: ${fault}`));
    await page.context().close();
  }
  assert.deepEqual(found, []);
  await browser.close();
}

// Buttons of the open question that cannot be seen and met where they stand.
const outOfSight = (page, buttons) => page.evaluate((selectors) => {
  const dialog = document.querySelector('dialog[open]');
  dialog.scrollTop = 0;
  return selectors.filter((selector) => {
    const button = dialog.querySelector(selector);
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const met = (y) => button.contains(document.elementFromPoint((left + right) / 2, y));
    return bottom > innerHeight || !met(top + 4) || !met(bottom - 4);
  }).map((selector) => `${dialog.id} ${selector}`);
}, buttons);

const ANSWERS = ['button[value=yes]', 'button[value=no]'];

async function answersInSight() {
  const product = await demo({ delegates: 600 });
  const browser = await launch();
  const people = exported(product).filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at && row.country === 'AZ');
  const found = [];
  for (const language of ['az', 'ru', 'ar']) {
    const page = await paired(product, browser, language);
    const see = async (sizes, buttons = ANSWERS) => {
      await page.locator('dialog[open]').waitFor();
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        found.push(...(await outOfSight(page, buttons)).map((fault) => `${language} ${width}x${height}: ${fault}`));
      }
    };
    const person = people.pop();
    await scanned(page, person.badge, 'go');
    const ask = async (answer) => {
      await page.locator('#verdict-more').click();
      await page.locator('#sheet-way li').first().waitFor();
      if (answer) await page.locator(`#ask button[value=${answer}]`).click();
    };
    const back = (dialog) => page.locator(`#${dialog} button[value=no]`).click();
    await ask();
    const way = await page.locator('#sheet-way li').first().innerText();
    if (way.includes(await page.locator('#door-place').innerText())) found.push(`${language}: the way repeats the phone's only door`);
    await see([[360, 640], [640, 360]], ['button[value=undo]', 'button[value=lost]', 'button[value=note]', 'button[value=no]']);
    await see([[320, 568]], ['button[value=undo]', 'button[value=no]']);
    await back('ask');
    await ask('undo');
    await see([[360, 640], ...SMALL]);
    await back('undo');
    await ask('note');
    await see([[360, 640], ...SMALL, [360, 300]]);
    await back('note');
    await ask('group');
    await page.locator('#group-people li').first().waitFor();
    await see(SMALL, [...ANSWERS, '#group-all']);
    await page.setViewportSize({ width: 640, height: 360 });
    const row = await page.locator('#group-people li').first().boundingBox();
    if (row.y + row.height > 360) found.push(`${language}: nobody of the delegation is seen`);
    await back('group');
    await ask('lost');
    await see(SMALL);
    await page.locator('#lost button[value=yes]').click();
    await page.locator('#next-badge-symbol svg').waitFor();
    await see([[360, 640], [640, 360]], ['button[value=yes]', 'button[value=print]']);
    for (const [width, height] of [[360, 640], [640, 360]]) {
      await page.setViewportSize({ width, height });
      const symbol = await page.locator('#next-badge-symbol svg').boundingBox();
      if (symbol.y + symbol.height > height) found.push(`${language} ${width}x${height}: the new badge is cut`);
    }
    await page.context().close();
  }
  assert.deepEqual(found, []);
  await browser.close();
}

async function largeEnough() {
  const product = await demo({ delegates: 60 });
  const browser = await launch();
  const page = await paired(product, browser, 'en');
  await page.locator('#settings summary').click();
  const small = await page.evaluate(() => [...document.querySelectorAll('main :is(a, button, summary), main input:not([type=radio], [type=hidden])')]
    .map((one) => [one.id || one.textContent.trim(), one.getBoundingClientRect().height])
    .filter(([, height]) => height > 1 && height < 44));
  assert.deepEqual(small, []);
  await page.locator('#directions [value=out]').check();
  const [dot, ground] = await page.locator('#directions [value=out]').evaluate((radio) => [getComputedStyle(radio).accentColor, getComputedStyle(radio.parentElement).backgroundColor]);
  assert.notEqual(dot, ground, 'the chosen direction is seen by its dot, too');
  await browser.close();
}

async function latinInArabic() {
  const product = await demo({ delegates: 60 });
  const browser = await launch();
  const page = await paired(product, browser, 'ar');
  const [{ name, badge }] = exported(product).filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at && row.name.length < 20);
  // How far a text's right end is from that of its column.
  const gap = (selector) => page.locator(selector).first().evaluate((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const column = line.parentElement;
    return column.getBoundingClientRect().right - parseFloat(getComputedStyle(column).paddingRight) - range.getBoundingClientRect().right;
  });
  await page.fill('#search-q', name);
  await page.locator('#search-found .name-line', { hasText: name }).waitFor();
  assert.ok(Math.abs(await gap('#search-found .name-line')) < 3, 'in a row');
  await page.locator('#search-found button').first().click();
  await page.locator('#ask[open]').waitFor();
  assert.ok(Math.abs(await gap('#ask-name')) < 3, 'in the sheet');
  await page.locator('#ask button[value=no]').click();
  await page.fill('#search-q', '');
  await scanned(page, badge, 'go');
  await page.setViewportSize({ width: 640, height: 360 });
  assert.ok(Math.abs(await gap('#verdict-name')) < 3, 'in a verdict');
  await browser.close();
}

async function deskOnAPhone() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const page = await paired(product, browser, 'ru');
  const [{ badge }] = exported(product).filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at);
  await page.evaluate((scan) => fetch('/api/door/scans', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ scans: [scan] }) }),
    { id: crypto.randomUUID(), code: badge, checkpoint: DOOR, direction: 'in', scanned_at: new Date().toISOString(), told: 'not_confirmed' });
  const desk = await atTheDesk(product, browser, { language: 'ru', ...phone, viewport: { width: 360, height: 640 } });
  await desk.goto(`${product.address}/ru/desk/gsnp-2025/conflicts`);
  const { cut, look } = await desk.evaluate(() => ({
    cut: [...document.querySelectorAll('td .chip')].filter((chip) => chip.getBoundingClientRect().right > document.documentElement.clientWidth - 12).map((chip) => chip.textContent),
    look: document.querySelector('td .link').getBoundingClientRect().height,
  }));
  assert.deepEqual(cut, []);
  assert.ok(look >= 44, `${look} px to tap`);
  await desk.goto(`${product.address}/ru/desk/gsnp-2025`);
  const broken = await desk.evaluate(() => [...document.querySelectorAll('.counter')].filter((counter) => [...counter.childNodes].some((part) => {
    const range = document.createRange();
    range.selectNodeContents(part);
    const words = part.textContent.trim().split(/\s+/).length;
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    return lines > words;
  })).map((counter) => counter.textContent));
  assert.deepEqual(broken, []);
  await desk.goto(`${product.address}/ru/desk/gsnp-2025/import`);
  await desk.setInputFiles('input[type=file]', { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('name,email,country\n,nobody@people.example,AZ\n') });
  await desk.locator('button[name=check]').click();
  const [number, why] = await desk.locator('.rows tbody tr').first().evaluate((row) => [row.cells[0], row.cells[2]].map((cell) => cell.getBoundingClientRect().left));
  assert.equal(number, why, 'the reason begins where the row begins');
  await browser.close();
}

const colours = (page, selector) => page.locator(selector).evaluate((part) => getComputedStyle(part).backgroundColor);

async function ways() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const page = await paired(product, browser, 'en');
  const [person] = exported(product).filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at);
  const way = () => page.locator('#door-way').innerText();
  const turn = async (direction) => {
    await page.keyboard.press('Escape');
    await page.locator(`#directions [value=${direction}]`).check();
  };
  assert.equal(await way(), 'In');
  const inwards = await colours(page, '#door-line');
  const frame = await page.locator('#camera').evaluate((camera) => getComputedStyle(camera).borderColor);
  await scanned(page, person.badge, 'go');
  const welcome = await colours(page, '#verdict');
  await turn('out');
  assert.equal(await way(), 'Out');
  assert.notEqual(await colours(page, '#door-line'), inwards);
  assert.notEqual(await page.locator('#camera').evaluate((camera) => getComputedStyle(camera).borderColor), frame);
  await scanned(page, person.badge, 'out');
  assert.equal(await page.locator('#verdict-word').innerText(), 'Goodbye');
  assert.equal(await way(), 'Out', 'also on the verdict');
  const light = (colour) => Math.min(...colour.match(/\d+/g).slice(0, 3).map(Number));
  assert.ok(light(await colours(page, '#verdict')) > 200, 'the only light one');
  assert.ok(light(welcome) < 100);
  await scanned(page, person.badge, 'out');
  await page.waitForFunction(() => document.getElementById('verdict-word').textContent === 'Was not inside');
  await turn('in');
  await scanned(page, person.badge, 'go');
  await turn('out');
  await scanned(page, person.badge, 'out');
  await page.waitForFunction(() => document.getElementById('verdict-word').textContent === 'Goodbye');
  // Without scripts the same colours and the same word.
  const plain = await (await browser.newContext({ ...phone, javaScriptEnabled: false, storageState: await page.context().storageState() })).newPage();
  await plain.goto(`${product.address}/en/door?checkpoint=${DOOR}&direction=out`);
  assert.equal(await plain.locator('#door-way').innerText(), 'Out');
  await browser.close();
}

async function leftOnOut() {
  const product = await demo({ delegates: 200 });
  const browser = await launch();
  const page = await paired(product, browser, 'en');
  const other = await paired(product, browser, 'en');
  const [arriving, late] = exported(product).filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at);
  await page.clock.install();
  await page.locator('#directions [value=out]').check();
  await page.clock.fastForward('09:00');
  await scanned(other, arriving.badge, 'go');
  await page.waitForFunction((count) => document.getElementById('door-count').textContent === count, await other.locator('#door-count').innerText());
  assert.ok(!(await page.locator('#still-out').isVisible()), 'not before ten minutes');
  await page.clock.fastForward('02:00');
  await page.locator('#still-out').waitFor();
  await page.locator('#still-out-stay').click();
  assert.ok(!(await page.locator('#still-out').isVisible()));
  // Where nobody arrives nothing is asked.
  await page.clock.fastForward('11:00');
  assert.ok(!(await page.locator('#still-out').isVisible()), 'nobody has arrived since');
  await scanned(other, late.badge, 'go');
  await page.locator('#still-out').waitFor();
  await page.locator('#still-out-in').click();
  assert.equal(await page.locator('#door-way').innerText(), 'In');
  assert.ok(!(await page.locator('#still-out').isVisible()));
  await browser.close();
}

async function rightToLeft() {
  const product = await demo({ delegates: 60 });
  const browser = await launch();
  const page = await paired(product, browser, 'en');
  const name = 'محمد عبد الرحمن حجازي';
  await page.locator('#walk-in-part summary').click();
  await page.fill('#name', name);
  await page.fill('#email', 'hijazi@people.example');
  await page.selectOption('#country', 'EG');
  await page.locator('#walk-in button').click();
  await page.waitForFunction((wanted) => document.getElementById('verdict-name').textContent === wanted, name);
  const ends = (where, selector) => where.locator(selector).first().evaluate((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    return { text: range.getBoundingClientRect().right, column: line.parentElement.getBoundingClientRect().right - parseFloat(getComputedStyle(line.parentElement).paddingRight) };
  });
  await page.setViewportSize({ width: 640, height: 360 });
  const verdict = await ends(page, '#verdict-name');
  assert.ok(Math.abs(verdict.text - verdict.column) < 3, JSON.stringify(verdict));
  const other = await paired(product, browser, 'en');
  await other.fill('#search-q', name);
  await other.locator('#search-found .name-line', { hasText: name }).waitFor();
  const row = await ends(other, '#search-found .name-line');
  assert.ok(Math.abs(row.text - row.column) < 3, JSON.stringify(row));
  await browser.close();
}

// Buttons, and links that look like one, without any line around them; a button that reads as a link is underlined.
const edgeless = (page) => page.evaluate(() => [...document.querySelectorAll('button:not(.link), .button')].filter((one) => {
  const { borderTopWidth, borderTopStyle } = getComputedStyle(one);
  return borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1;
}).map((one) => one.id || one.textContent.trim()));

async function forcedColours() {
  const product = await demo({ delegates: 60 });
  const browser = await launch();
  const page = await (await browser.newContext({ ...phone, forcedColors: 'active' })).newPage();
  await page.goto(pairingLink(product, DOOR));
  await page.locator('main form button').click();
  await page.waitForURL('**/door');
  assert.deepEqual(await edgeless(page), []);
  await page.goto(`${product.address}/en/gsnp-2025/register`);
  assert.deepEqual(await edgeless(page), []);
  await page.goto(`${product.address}/en/desk/sign-in`);
  assert.deepEqual(await edgeless(page), []);
  await browser.close();
}

async function errorsFirst() {
  const product = await demo({ delegates: 60 });
  const browser = await launch();
  for (const [language, word] of [['en', 'Error:'], ['az', 'Xəta:'], ['ru', 'Ошибка:'], ['tr', 'Hata:'], ['ar', 'خطأ:'], ['fr', 'Erreur\u00a0:']]) {
    const page = watch(await (await browser.newContext({ ...phone, javaScriptEnabled: language !== 'az' })).newPage());
    await page.goto(`${product.address}/${language}/gsnp-2025/register`);
    assert.ok(!(await page.title()).startsWith(word));
    await page.locator('main form button.button').last().click();
    await page.locator('#errors').waitFor();
    assert.ok((await page.title()).startsWith(word), `${language}: ${await page.title()}`);
    assert.equal(await page.locator(':focus').getAttribute('id'), 'errors', language);
    await page.goto(`${product.address}/${language}/desk/sign-in`);
    await page.fill('#email', 'nobody@people.example');
    await page.fill('#password', 'a wrong one');
    await page.locator('main form button.button').click();
    await page.locator('#errors').waitFor();
    assert.ok((await page.title()).startsWith(word), `${language}: ${await page.title()}`);
    assert.equal(await page.locator(':focus').getAttribute('id'), 'errors', language);
  }
  await browser.close();
}
