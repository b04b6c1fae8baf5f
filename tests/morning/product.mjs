// The real program, or two of them on one PostgreSQL, on a database of their own; and its desk, by its own forms.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ask } from './http.mjs';

export const top = fileURLToPath(new URL('../..', import.meta.url));
const binary = process.env.HAZIR_BINARY ?? join(top, 'target/debug/hazir');
const PASSWORD = 'a long and quiet sentence';

export class Product {
  static #made = 0;

  constructor(recount) {
    this.recount = recount;
    this.folder = mkdtempSync(join(tmpdir(), 'hazir-morning-'));
    this.server = process.env.HAZIR_TEST_DATABASE;
    this.name = `hazir_morning_${process.pid}_${(Product.#made += 1)}`;
    this.file = this.server ? null : join(this.folder, 'hazir.db');
    this.database = this.server ? named(this.server, this.name) : `sqlite://${this.file}`;
    this.programs = [];
  }

  get what() {
    return this.server ? 'PostgreSQL, two programs' : 'SQLite';
  }

  /** On a database in which the desk is signed in. */
  async start() {
    await this.#begin('');
    this.desk = await Desk.signedIn(this);
  }

  /** The same on a copy of this one's, as it was when its programs had ended. */
  async another() {
    const other = new Product(this.recount);
    if (this.file) cpSync(this.folder, other.folder, { recursive: true });
    await other.#begin(`TEMPLATE ${this.name}`);
    other.desk = this.desk.of(other);
    return other;
  }

  async #begin(how) {
    if (this.server) execFileSync(postgres('psql'), ['-q', '-c', `CREATE DATABASE ${this.name} ${how}`, this.server]);
    for (let number = 0; number < (this.server ? 2 : 1); number += 1) this.programs.push(await this.#serve());
  }

  /** Ends its programs, and what they have written is whole. */
  async end() {
    await Promise.all(this.programs.map(({ process: one }) => new Promise((ended) => one.once('exit', ended).kill('SIGTERM'))));
    this.programs = [];
  }

  stop({ keep = false } = {}) {
    for (const program of this.programs) program.process.kill('SIGKILL');
    if (keep) return console.log(`kept: ${this.database} (${this.folder})`);
    if (this.server) execFileSync(postgres('psql'), ['-q', '-c', `DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`, this.server]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  hazir(...command) {
    const settings = ['--database', this.database, '--public-url', this.programs[0]?.address ?? 'http://127.0.0.1'];
    return execFileSync(binary, [...command, ...settings], { cwd: this.folder, env: this.#env(), encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
  }

  /** For whoever starts the program himself. */
  command(...command) {
    return [binary, ...command, '--database', this.database];
  }

  async #serve() {
    const program = spawn(binary, ['serve', '--listen', '127.0.0.1:0'], { cwd: this.folder, env: this.#env(), stdio: ['ignore', 'pipe', 'pipe'] });
    // A warning or an error of the program is shown only where something failed.
    const log = [];
    program.stderr.on('data', (data) => log.push(String(data)) > 200 && log.shift());
    for await (const line of createInterface({ input: program.stdout })) {
      if (!line.startsWith('listening on ')) continue;
      program.stdout.resume();
      return { process: program, address: line.slice('listening on '.length), log };
    }
    throw new Error(`the program did not start: ${log.join('')}`);
  }

  #env() {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('HAZIR_')));
    // The keys of databases on a server lie where they lie from run to run, and not in somebody's home.
    return { ...env, XDG_STATE_HOME: join(tmpdir(), 'hazir-morning-keys'), HAZIR_DATABASE: this.database, HAZIR_MAIL: `file://${join(this.folder, 'outbox')}`, HAZIR_MAIL_FROM: 'Hazir <forum@hazir.example>' };
  }
}

/** The desk's own browser: cookies, and forms with their token. */
export class Desk {
  #cookies = new Map();
  #token = { at: 0 };

  constructor(product) {
    this.product = product;
  }

  static async signedIn(product) {
    const desk = new Desk(product);
    const [link] = product.hazir('account', 'add', 'owner@desk.example', '--role', 'owner').match(/\S+\/password\/\S+/);
    const path = new URL(link).pathname;
    await desk.post(path, { token: tokenOf(await desk.page(path)), password: PASSWORD });
    const door = '/en/desk/sign-in';
    await desk.post(door, { token: tokenOf(await desk.page(door)), email: 'owner@desk.example', password: PASSWORD });
    return desk;
  }

  /** The same at another program, whose database knows of it. */
  of(product) {
    const desk = new Desk(product);
    [desk.#cookies, desk.#token] = [new Map(this.#cookies), this.#token];
    return desk;
  }

  async page(path) {
    const { status, text } = await this.#ask(path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    return text;
  }

  /** Sends a form that has to be taken. */
  async post(path, fields, may) {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    if (!body.has('token')) body.append('token', await this.#ownToken());
    return this.#taken(path, 'application/x-www-form-urlencoded', body.toString(), may);
  }

  /** The same with a file. */
  async send(path, name, text) {
    const part = (head, content) => `--part\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
    const body = `${part('name="token"', await this.#ownToken())}${part(`name="file"; filename="${name}"`, text)}--part--\r\n`;
    return this.#taken(path, 'multipart/form-data; boundary=part', body);
  }

  async #taken(path, type, body, may = [303]) {
    const answer = await this.#ask(path, { method: 'POST', headers: { 'content-type': type }, body });
    if (!may.includes(answer.status)) throw new Error(`${path}: ${answer.status}\n${wordsOf(answer.text)}`);
    return answer;
  }

  /** A page's form as it stands, with some of it changed; `to` is where it goes if not to the page itself. */
  async change(path, changes, { to = path, may } = {}) {
    const fields = fieldsOf(await this.page(path), to);
    // Nothing is to be mended any more.
    if (fields) await this.post(to, { ...fields, ...changes }, may);
  }

  cookie(name) {
    return [...this.#cookies].find(([key]) => key.endsWith(name))?.[1];
  }

  async #ownToken() {
    if (Date.now() - this.#token.at > 600_000) this.#token = { at: Date.now(), text: tokenOf(await this.page('/en/desk/forums/new')) };
    return this.#token.text;
  }

  async #ask(path, options = {}) {
    const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await ask(this.product.programs[0].address + path, { ...options, headers: { ...options.headers, cookie } });
    for (const set of answer.headers['set-cookie'] ?? []) {
      const [, name, value] = set.match(/^([^=]+)=([^;]*)/);
      this.#cookies.set(name, value);
    }
    return answer;
  }
}

function tokenOf(page) {
  return page.match(/name="token" value="([^"]+)"/)[1];
}

/** What a browser would send of the form that goes to this address. */
function fieldsOf(page, to) {
  const form = page.split('<form').find((part) => part.split('>')[0].includes(`action="${to}"`))?.split('</form>')[0];
  if (!form) return null;
  const fields = {};
  const add = (name, value) => (fields[name] = name in fields ? [fields[name], value].flat() : value);
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const [name, type, value] = ['name', 'type', 'value'].map((what) => attribute(tag, what));
    if (!name || ((type === 'radio' || type === 'checkbox') && !/\schecked\b/.test(tag))) continue;
    if (type !== 'submit' && type !== 'file') add(name, value ?? '');
  }
  for (const [, head, options] of form.matchAll(/<select\b([^>]*)>([^]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag);
    const chosen = all.find((tag) => /\sselected\b/.test(tag)) ?? all[0];
    if (chosen) add(attribute(head, 'name'), attribute(chosen, 'value') ?? '');
  }
  for (const [, head, text] of form.matchAll(/<textarea\b([^>]*)>([^]*?)<\/textarea>/g)) add(attribute(head, 'name'), unescaped(text));
  return fields;
}

function attribute(tag, name) {
  const found = tag.match(new RegExp(`\\s${name}="([^"]*)"`));
  return found && unescaped(found[1]);
}

function unescaped(text) {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function wordsOf(page) {
  return page.replace(/<(script|style|svg)[^]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 1500);
}

function named(server, name) {
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.toString();
}

function postgres(command) {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder).sort((a, b) => b - a) : [];
  return versions.map((version) => join(folder, version, 'bin', command)).find(existsSync) ?? command;
}
