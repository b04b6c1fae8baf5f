// What every page has to pass: axe-core in the page, and the Nu HTML checker over all that was served.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { require } from './tools.mjs';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const vnu = require.resolve('vnu-jar/build/dist/vnu.jar');
const served = new Map();

// Keeps each HTML answer this page gets, for the Nu checker, and anything the browser complains about.
export function watch(page) {
  page.complaints = [];
  page.on('console', (message) => {
    // A form sent back with 422 is an answer as it should be, though Chromium reports it.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) page.complaints.push(message.text());
  });
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('response', async (response) => {
    if (!response.headers()['content-type']?.startsWith('text/html') || response.status() >= 300 && response.status() < 400) return;
    // A mail is written for readers that know the tables and attributes of twenty years ago.
    if (new URL(response.url()).pathname.endsWith('/preview')) return;
    const body = await response.text().catch(() => '');
    if (body) served.set(`${response.status()} ${new URL(response.url()).pathname}`, body);
  });
  return page;
}

// What axe finds wrong with the page as it stands, as sentences.
export async function faults(page) {
  await page.evaluate(`${axe}; 0`);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const where = new URL(page.url()).pathname;
  const found = result.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${where}: ${id}: ${help}: ${node.html.slice(0, 160)} (${node.any[0]?.message ?? ''})`));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) found.push(`${where}: ${wide} px wider than the screen`);
  return [...found, ...page.complaints.splice(0).map((text) => `${where}: the browser says: ${text}`)];
}

export const servedPages = () => served.size;

// What the Nu checker calls an error in all pages served so far.
export async function htmlErrors() {
  const folder = mkdtempSync(join(tmpdir(), 'hazir-html-'));
  const names = [...served.keys()];
  names.forEach((name, number) => writeFileSync(join(folder, `${number}.html`), served.get(name)));
  const files = readdirSync(folder).map((name) => join(folder, name));
  const run = promisify(execFile)('java', ['-Xss4m', '-jar', vnu, '--errors-only', '--format', 'json', '--exit-zero-always', ...files], { maxBuffer: 1 << 28 });
  const { stderr } = await run.finally(() => rmSync(folder, { recursive: true }));
  const { messages } = JSON.parse(stderr);
  return messages.map(({ url, message, extract, lastLine }) => `${names[parseInt(basename(url), 10)]}:${lastLine}: ${message}: ${extract}`);
}
