// Every page there is, on a phone and on a laptop, in English and Arabic, light and dark.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { faults, htmlErrors, servedPages, watch } from './support/checks.mjs';
import { laptop, launch, phone } from './support/chromium.mjs';
import { demo, printed } from './support/product.mjs';

const screens = {
  'a phone': { ...phone, colorScheme: 'light' },
  'a dark phone': { ...phone, colorScheme: 'dark' },
  'a laptop': { ...laptop, colorScheme: 'light' },
  'the narrowest phone': { ...phone, viewport: { width: 320, height: 568 } },
};

const open = ['', 'check', 'gsnp-2025', 'gsnp-2025/register', 'gsnp-2025/registered', 'gsnp-2025/find', 'gsnp-2025/find?done=sent', 'gsnp-2025/privacy', 'ots-2025', 'ots-2025/register', 'desk/sign-in', 'no-such-page', 'door'];
const desk = ['desk', 'desk/accounts', 'desk/forums/new'];
const ofForum = ['', 'registrations', 'registrations?q=a&state=confirmed', 'registrations/new', 'import', 'settings', 'texts', 'wording', 'wording/confirmed/az', 'moved', 'sites',
  'sessions', 'categories', 'checkpoints', 'devices', 'messages', 'people', 'conflicts', 'notes', 'duplicates', 'mailings', 'mailings/new', 'unreachable',
  'badges', 'badges/layouts/new', 'badges/queues', 'paper', 'printers', 'printers/new', 'letters', 'letters/settings'];

let product;
const here = async () => (product ??= await demo());

export const tests = {};
for (const [name, screen] of Object.entries(screens)) {
  for (const [code, language] of [['en', 'English'], ['ar', 'Arabic']]) {
    tests[`axe finds nothing on any public page, on ${name}, in ${language}`] = () => check(screen, code, open.map((path) => `/${code}/${path}`));
    tests[`axe finds nothing on any page of the desk, on ${name}, in ${language}`] = () => check(screen, code, deskPages(code), signIn);
    tests[`axe finds nothing on the delegate's pages, on ${name}, in ${language}`] = () => delegatePages(screen, code);
  }
}
tests['with letters twice the size no public page is wider than a phone'] = twiceTheLetters;
tests['a page that is printed begins on the first sheet and fills it, whichever way it is read'] = onPaper;
tests['a forum says its dates and its place once, and the way to register is on the first screen'] = firstScreen;
tests['the door works without JavaScript, by the typed code'] = withoutJavaScript;
tests['a scanner that types is understood wherever the focus is'] = typingScanner;
tests['the Nu HTML checker finds no error on any page'] = async () => {
  assert.ok(servedPages() > 30, `${servedPages()} pages`);
  assert.deepEqual(await htmlErrors(), []);
};

function deskPages(language) {
  return [...desk.map((path) => `/${language}/${path}`), ...ofForum.map((path) => `/${language}/desk/gsnp-2025/${path}`.replace(/\/$/, ''))];
}

async function visit(screen, language, work) {
  await here();
  const browser = await launch();
  const context = await browser.newContext({ ...screen, locale: language });
  try {
    await work(watch(await context.newPage()));
  } finally {
    await browser.close();
  }
}

// Opens each page; gathers all faults of all of them, so that one look shows everything.
async function check(screen, language, addresses, before) {
  await visit(screen, language, async (page) => {
    await before?.(page, language);
    const found = [];
    for (const address of addresses) {
      await page.goto(product.address + address);
      found.push(...await faults(page));
    }
    const person = before && await page.goto(`${product.address}/${language}/desk/gsnp-2025/registrations`)
      .then(() => page.locator('a[href*="/registrations/"]:not([href$="/new"])').first().getAttribute('href'));
    if (person) {
      await page.goto(product.address + person);
      found.push(...await faults(page));
    }
    assert.deepEqual(found, []);
  });
}

async function signIn(page, language) {
  const said = product.said.join('\n');
  const [, email] = said.match(/(\S+@\S+)/);
  const password = said.match(/password:? +(\S+)/i)?.[1];
  await page.goto(`${product.address}/${language}/desk/sign-in`);
  await page.locator('[autocomplete=username]').fill(email);
  await page.locator('[autocomplete=current-password]').fill(password);
  await page.locator('main form button').first().click();
  await page.waitForURL(`**/${language}/desk`);
}

async function delegatePages(screen, language) {
  await here();
  const own = new URL(printed(product, '/me/')).pathname.replace(/^\/[a-z]{2}/, `/${language}`);
  await check(screen, language, ['', '/correct', '/email', '/withdraw', '/letter', '/badge', '/badge?copy'].map((end) => own + end));
}

const languages = ['en', 'az', 'ru', 'tr', 'ar', 'fr'];

async function twiceTheLetters() {
  const found = [];
  await visit(screens['a phone'], 'en', async (page) => {
    const own = new URL(printed(product, '/me/')).pathname.slice(3);
    const mine = ['', '/correct', '/email', '/withdraw', '/letter', '/badge'].map((end) => own.slice(1) + end);
    for (const language of languages) {
      for (const path of [...open, ...mine]) {
        await page.goto(`${product.address}/${language}/${path}`);
        const wide = await page.evaluate(() => {
          const root = document.documentElement;
          root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
          return root.scrollWidth - root.clientWidth;
        });
        if (wide > 0) found.push(`/${language}/${path}: ${wide} px`);
      }
    }
  });
  assert.deepEqual(found, []);
}

// The first sheet of a printed page: what is written on it, and how far to the right (in points of 595).
async function firstSheet(page) {
  const paper = await page.pdf({ format: 'A4' });
  const said = execFileSync('pdftotext', ['-l', '1', '-bbox', '-', '-'], { input: paper, encoding: 'utf8' });
  const words = [...said.matchAll(/xMax="([\d.]+)"[^>]*>([^<]*)</g)];
  return { text: words.map(([, , word]) => word).join(' '), right: Math.max(...words.map(([, right]) => Number(right))) };
}

async function onPaper() {
  await visit(laptop, 'en', async (page) => {
    const own = new URL(printed(product, '/me/')).pathname.slice(3);
    for (const language of ['en', 'az', 'ru', 'tr', 'ar', 'fr']) {
      await page.goto(`${product.address}/${language}${own}`);
      const code = (await page.locator('.code').textContent()).split(' ').pop();
      const badge = await firstSheet(page);
      assert.ok(badge.text.includes(code), `${language}: the badge is on the first sheet: ${badge.text}`);
    }
    await page.goto(`${product.address}/ar/gsnp-2025/register`);
    const { right } = await firstSheet(page);
    assert.ok(right > 500, `Arabic begins at the right of the sheet, not at ${right}`);
  });
}

async function firstScreen() {
  await visit({ ...phone, viewport: { width: 360, height: 640 } }, 'en', async (page) => {
    for (const language of languages) {
      for (const forum of ['gsnp-2025', 'ots-2025']) {
        await page.goto(`${product.address}/${language}/${forum}`);
        const way = await page.locator('a.button[href$="/register"]').first().boundingBox();
        assert.ok(way.y + way.height <= 640, `${language} ${forum}: the way ends at ${way.y + way.height}`);
        const [dates, place] = (await page.locator('.masthead .lead').innerText()).split(' · ');
        const said = (await page.locator('main aside').innerText()).replace(/\s+/g, ' ');
        assert.ok(!said.includes(dates) && !said.includes(place), `${language} ${forum}: ${said}`);
      }
    }
  });
}

async function withoutJavaScript() {
  await here();
  const browser = await launch();
  const page = watch(await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage());
  await page.goto(printed(product, '/pair/'));
  await page.locator('main form button').click();
  await page.locator('[name=code]').fill('HZ 0000 0000');
  await page.locator('#code-form button').click();
  assert.equal(await page.locator('.verdict .word').count(), 1);
  await browser.close();
}

async function typingScanner() {
  // A pairing link is used up by its first phone.
  const own = await demo();
  const browser = await launch();
  const page = watch(await (await browser.newContext(phone)).newPage());
  await page.goto(printed(own, '/me/'));
  const code = (await page.locator('.badge-code, .code').first().innerText()).replace(/\s/g, '');
  await page.goto(printed(own, '/pair/'));
  await page.locator('main form button').click();
  await page.waitForURL('**/door');
  await page.keyboard.type(code, { delay: 5 });
  await page.keyboard.press('Enter');
  await page.locator('#verdict.go, #verdict.look').waitFor({ timeout: 10_000 });
  await browser.close();
}
