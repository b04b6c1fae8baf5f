// "Print badge" at the door: at its printer, in its browser, and while the server is away; and the desk's pages for it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { faults, watch } from './support/checks.mjs';
import { launch, phone } from './support/chromium.mjs';
import { atTheDesk } from './support/desk.mjs';
import { cut, demo, exported, printed, revive } from './support/product.mjs';

export const tests = {
  'a badge printed at the door comes out of its printer, and a lost one comes out anew': atPrinter,
  'without a printer the label opens in the browser': inBrowser,
  'with the server gone a badge waits to be printed, and comes out once it is back': alone,
  'the pages for label printers hold what accessibility asks for': looks,
};

// A label printer: what each line brought.
async function printer() {
  const labels = [];
  const server = createServer({ allowHalfOpen: true }, (line) => {
    const parts = [];
    line.on('data', (part) => parts.push(part));
    line.on('end', () => {
      labels.push(Buffer.concat(parts).toString('latin1'));
      line.end();
      server.emit('label');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const came = async (count) => {
    while (labels.length < count) await once(server, 'label');
  };
  return { port: server.address().port, labels, came, off: () => server.close() };
}

async function door() {
  const product = await demo();
  const browser = await launch();
  const page = watch(await (await browser.newContext(phone)).newPage());
  await page.goto(printed(product, '/pair/'));
  await page.locator('main form button').click();
  await page.waitForURL('**/door');
  await page.locator('html[data-roster=whole]').waitFor();
  return { product, browser, page };
}

// The organizer adds the printer and gives it to the phone; the phone's page is loaded anew.
async function withPrinter() {
  const stage = await door();
  const labels = await printer();
  const desk = await atTheDesk(stage.product, stage.browser, phone);
  await add(desk, stage.product, labels.port);
  await desk.goto(`${stage.product.address}/en/desk/gsnp-2025/devices`);
  await desk.locator('main tbody a', { hasText: 'Phone' }).first().click();
  await desk.selectOption('#printer', { label: 'Desk 1' });
  await desk.locator('form[action$="/printer"] button').click();
  await desk.getByText('Saved.').waitFor();
  await stage.page.reload();
  await stage.page.locator('html[data-roster=whole]').waitFor();
  return { ...stage, desk, labels };
}

async function add(desk, product, port) {
  await desk.goto(`${product.address}/en/desk/gsnp-2025/printers/new`);
  await desk.fill('#name', 'Desk 1');
  await desk.fill('#host', '127.0.0.1');
  await desk.fill('#port', String(port));
  await desk.locator('main form button').first().click();
  await desk.getByText('Saved.').waitFor();
}

const expected = (product) => exported(product).filter((row) => row.badge && row.state === 'confirmed' && !row.first_admitted_at);

async function find(page, name) {
  await page.fill('#search-q', name);
  await page.locator('#search-found button').filter({ has: page.getByText(name, { exact: true }) }).first().click();
}

async function print(page, name) {
  await find(page, name);
  await page.locator('#ask-print-row button').click();
}

const wordIs = (page, word) => page.waitForFunction((wanted) => document.getElementById('verdict-word').textContent === wanted, word);

async function atPrinter() {
  const { product, browser, page, labels } = await withPrinter();
  const [person] = expected(product);
  await print(page, person.name);
  await wordIs(page, 'Printing');
  assert.match(await page.locator('#verdict-advice').innerText(), /Desk 1/);
  await labels.came(1);
  assert.match(labels.labels[0], /^\^XA[^]*\^XZ\s*$/);
  assert.deepEqual(await faults(page), []);
  await page.keyboard.press('Escape');
  await find(page, person.name);
  await page.locator('#ask-lost-row button').click();
  await page.locator('#lost button[value=yes]').click();
  await page.locator('#next-badge-printer').getByText('Desk 1').waitFor();
  await labels.came(2);
  assert.notEqual(labels.labels[1], labels.labels[0], 'another code');
  assert.deepEqual(await faults(page), []);
  await browser.close();
  labels.off();
}

async function inBrowser() {
  const { product, browser, page } = await door();
  const [person] = expected(product);
  await print(page, person.name);
  await page.locator('#label-open').waitFor();
  assert.deepEqual(await faults(page), []);
  const address = await page.locator('#label-open').getAttribute('href');
  const answer = await page.request.get(product.address + address);
  assert.equal(answer.headers()['content-type'], 'application/pdf');
  assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-');
  await browser.close();
}

async function alone() {
  const { product, browser, page, labels } = await withPrinter();
  const [person] = expected(product);
  cut(product);
  await page.waitForFunction(() => document.getElementById('door-connection').textContent !== 'Connected', null, { timeout: 60_000 });
  await print(page, person.name);
  await wordIs(page, 'Will be printed');
  await revive(product);
  await labels.came(1);
  assert.match(labels.labels[0], /\^XZ\s*$/);
  await browser.close();
  labels.off();
}

async function looks() {
  const { product, browser, desk, labels } = await withPrinter();
  for (const language of ['en', 'az', 'ar']) {
    for (const path of ['/printers', '/printers/new', '/printers/1', '/devices/new']) {
      await desk.goto(`${product.address}/${language}/desk/gsnp-2025${path}`);
      assert.deepEqual(await faults(desk), []);
    }
  }
  await browser.close();
  labels.off();
}
