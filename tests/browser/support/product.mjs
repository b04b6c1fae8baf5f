// The real program with its demo, in a folder of its own, and the mail it writes there.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { top } from './tools.mjs';

export const binary = process.env.HAZIR_BINARY ?? join(top, 'target/debug/hazir');
export const products = new Set();

// Starts `hazir demo`; what it printed is in `said`, one address each in `links`.
export async function demo({ delegates = 60 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hazir-browser-'));
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('HAZIR_')));
  const database = `sqlite://${join(folder, 'demo.db')}`;
  const process_ = spawn(binary, ['demo', '--delegates', String(delegates), '--listen', '127.0.0.1:0', '--database', database],
    { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const product = { folder, database, process: process_, said: [], address: '', stop: () => stop(product) };
  products.add(product);
  for await (const line of createInterface({ input: process_.stdout })) {
    product.said.push(line);
    if (line.startsWith('listening on ')) {
      product.address = line.slice('listening on '.length);
      break;
    }
  }
  if (!product.address) throw new Error(`the demo did not start: ${product.said.join('\n')}`);
  process_.stdout.resume();
  return product;
}

// What a power cut does to the server.
export function cut(product) {
  product.process.kill('SIGKILL');
}

// Once it has let go of its address.
export async function gone({ process }) {
  if (process.exitCode === null && process.signalCode === null) await once(process, 'exit');
}

// The same server at the same address, on what it had written, perhaps set otherwise.
export async function revive(product, settings = {}) {
  const { host } = new URL(product.address);
  await gone(product);
  const process_ = spawn(binary, ['serve', '--listen', host, '--database', product.database],
    { cwd: product.folder, env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  product.process = process_;
  for await (const line of createInterface({ input: process_.stdout })) if (line.startsWith('listening on ')) break;
  process_.stdout.resume();
}

// What the organizer's list says, one object a person.
export function exported(product) {
  const said = execFileSync(binary, ['export', 'gsnp-2025', '--format', 'json', '--database', product.database], { cwd: product.folder, encoding: 'utf8' });
  return JSON.parse(said);
}

function stop(product) {
  products.delete(product);
  product.process.kill('SIGKILL');
  rmSync(product.folder, { recursive: true, force: true });
}

// The address the demo printed that holds `part`, on the address it really listens on.
export function printed(product, part) {
  const found = product.said.join(' ').match(/https?:\/\/\S+/g)?.find((link) => link.includes(part));
  if (!found) throw new Error(`the demo printed no address with ${part}:\n${product.said.join('\n')}`);
  return product.address + new URL(found).pathname;
}

// Another phone for the demo's first forum: the link that pairs it to this checkpoint, or these; until a moment, if one is given.
export function pairingLink(product, checkpoints, until) {
  const doors = [checkpoints].flat().flatMap((checkpoint) => ['--checkpoint', checkpoint]);
  const end = until ? ['--until', new Date(until).toISOString()] : [];
  const said = execFileSync(binary, ['device', 'add', 'gsnp-2025', ...doors, ...end, '--database', product.database],
    { cwd: product.folder, encoding: 'utf8' });
  return product.address + new URL(said.match(/pairing link: (\S+)/)[1]).pathname;
}

// A page of the desk, signed in as the demo's organizer.
export async function signedIn(browser, product) {
  const desk = await (await browser.newContext()).newPage();
  const [, password] = product.said.join('\n').match(/Password: *(\S+)/);
  await desk.goto(`${product.address}/en/desk/sign-in`);
  await desk.fill('input[type=email]', 'organizer@demo.example');
  await desk.fill('input[type=password]', password);
  await desk.locator('main form button').click();
  await desk.waitForURL('**/desk');
  return desk;
}

// The newest mail to `recipient`, once there is one: its plain text.
export async function mailTo(product, recipient) {
  const outbox = join(product.folder, 'outbox');
  for (let attempt = 0; attempt < 600; attempt += 1) {
    for (const file of newestFirst(outbox)) {
      const raw = readFileSync(file, 'latin1');
      const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
      if (head.includes(recipient)) return plainText(raw);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no mail to ${recipient}`);
}

function newestFirst(folder) {
  let files = [];
  try {
    files = readdirSync(folder).filter((name) => name.endsWith('.eml')).map((name) => join(folder, name));
  } catch { /* not made before the first mail */ }
  return files.map((file) => [statSync(file).mtimeMs, file]).sort((a, b) => b[0] - a[0]).map(([, file]) => file);
}

// The first text/plain part, decoded.
function plainText(raw) {
  const start = raw.search(/content-type: *text\/plain/i);
  const headEnd = raw.indexOf('\r\n\r\n', start);
  const partStart = raw.lastIndexOf('\r\n--', start);
  const head = raw.slice(Math.max(partStart, 0), headEnd);
  let body = raw.slice(headEnd + 4);
  body = body.slice(0, body.search(/\r\n--/) >>> 0);
  const coding = head.match(/content-transfer-encoding: *(\S+)/i)?.[1].toLowerCase();
  if (coding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (coding === 'quoted-printable') {
    const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  }
  return Buffer.from(body, 'latin1').toString('utf8');
}
