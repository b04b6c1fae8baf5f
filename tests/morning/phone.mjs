// A phone at a door: the scan page's own scripts as they are shipped, with a clock, a network, a store and timers that
// the history moves. What the page's glue (door.js, acts.js) does with them is said here again, without the screen.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OpenLine } from './open-line.mjs';
import { ask } from './http.mjs';
import { top } from './product.mjs';

const here = new AsyncLocalStorage();
const RealDate = Date;
const PASSES = ['admitted', 'already_in', 'left'];
const PATIENCE_MS = 1500;

/** At once: what a browser leaves to another thread takes that thread longer to begin than to do. */
function sha256(bytes) {
  const { buffer, byteOffset, byteLength } = createHash('sha256').update(bytes).digest();
  return buffer.slice(byteOffset, byteOffset + byteLength);
}

/** What the scripts find outside of themselves, of whichever phone they run on. */
globalThis.hazirPhone = {
  Date: class extends RealDate {
    constructor(...all) {
      if (all.length > 0) super(...all);
      else super(here.getStore().date());
    }

    static now() {
      return here.getStore().date();
    }
  },
  performance: { now: () => here.getStore().sinceOpened() },
  /** What waits for a while is due when the history says so; no clock goes on by that. */
  pauses: { now: () => here.getStore().sinceOpened() + here.getStore().later },
  localStorage: {
    getItem: (name) => here.getStore().phone.memory.get(name) ?? null,
    setItem: (name, value) => here.getStore().phone.memory.set(name, String(value)),
  },
  setTimeout: (work, milliseconds = 0, ...all) => here.getStore().setTimeout(work, milliseconds, all),
  clearTimeout: (id) => here.getStore().timers.delete(id),
  fetch: (address, options) => here.getStore().fetch(address, options),
  crypto: { subtle: { digest: async (_, bytes) => sha256(bytes) }, getRandomValues: (bytes) => here.getStore().phone.history.randomBytes(bytes) },
  AbortSignal: { timeout: () => undefined },
  EventSource: class extends OpenLine {
    constructor(address) {
      super(here.getStore(), address);
    }
  },
  document: { documentElement: { lang: 'en' } },
  takeList: () => here.getStore().takeList(),
  clock: (make) => here.getStore().clock(make),
};

const SEEN = Object.keys(globalThis.hazirPhone).filter((name) => !['takeList', 'clock', 'pauses'].includes(name));
const HEAD = `const { ${SEEN.join(', ')} } = globalThis.hazirPhone;\n`;
const HEAD_OF_QUEUE = HEAD.replace('performance', 'pauses: performance');
// Where a browser keeps things there is a map; and a page has a clock of its own, though many pages share the module.
const STORE = 'export const LIST = ["roster", "all"];\nexport const SINCE = ["roster", "since"];\nexport const takeList = globalThis.hazirPhone.takeList;\n';
const ONE_CLOCK = 'export const clock = new Clock();';
const OWN_CLOCK = 'export const clock = new Proxy({}, { get(_, name) { const one = globalThis.hazirPhone.clock(() => new Clock()); const value = Reflect.get(one, name, one); return typeof value === "function" ? value.bind(one) : value; } });';

async function shipped() {
  const folder = mkdtempSync(join(tmpdir(), 'hazir-morning-door-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  cpSync(process.env.HAZIR_DOOR_SCRIPTS ?? join(top, 'assets/door'), folder, { recursive: true });
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
    const text = readFileSync(join(folder, name), 'utf8');
    if (name === 'clock.js' && !text.includes(ONE_CLOCK)) throw new Error(`clock.js says no more: ${ONE_CLOCK}`);
    writeFileSync(join(folder, name), name === 'store.js' ? STORE : (name === 'scan-queue.js' ? HEAD_OF_QUEUE : HEAD) + text.replace(ONE_CLOCK, OWN_CLOCK));
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const part = (name) => import(pathToFileURL(join(folder, name)).href);
  const parts = await Promise.all(['clock.js', 'api.js', 'since.js', 'scan-queue.js', 'roster.js', 'counter.js', 'judge.js', 'live.js', 'uuid7.js'].map(part));
  return Object.assign({}, ...parts);
}

const scripts = await shipped();

/** A device: what it keeps, however often its page is opened. */
export class Phone {
  constructor(history, { name, device, token, checkpoint, off }) {
    Object.assign(this, { history, name, device, token, checkpoint, off });
    this.memory = new Map();
    this.kept = new Map(['roster', 'queue'].map((table) => [table, new Map()]));
    /** How the network is: online, away, half (nothing can be sent, lists come), lost (answers), slow (answers come when the
     * history says so), stuck (requests). */
    this.network = 'online';
    /** What waits on a network that is slow. */
    this.held = [];
    /** Every scan and act this phone ever took. */
    this.took = [];
    this.page = null;
    /** The desk has ended its pairing. */
    this.isRevoked = false;
  }

  async open() {
    this.close();
    this.page = new Page(this);
    await this.page.run(() => this.page.start());
    await this.settle();
  }

  close() {
    if (!this.page) return;
    // As it does every minute.
    this.page.run(() => scripts.clock.keep());
    this.page.isClosed = true;
    this.page.timers.clear();
    this.page.line?.close();
    this.held = [];
    this.page = null;
  }

  /** What the page for a device without a pairing does: it forgets the people, and hands in what was not sent. */
  async end() {
    const { count } = this.page;
    this.close();
    this.isRevoked = true;
    this.kept.get('roster').clear();
    this.page = new Page(this);
    this.page.count = count;
    await this.page.run(() => this.page.handIn());
    await this.settle();
  }

  setNetwork(network) {
    this.network = network;
    if (network !== 'online') this.page?.line?.lose();
  }

  /** Asks for what changed; `isForeign`: with the cursors of another server. */
  async refresh({ isForeign = false } = {}) {
    const { page } = this;
    page.hasForeignCursors = isForeign;
    page.run(() => page.roster.refresh());
    await this.settle();
    page.hasForeignCursors = false;
  }

  /** The open line says what it has heard meanwhile. */
  async hear() {
    if (this.network === 'online') await this.page.line.deliver();
    await this.settle();
  }

  /** Until nothing more happens by itself: no request is on its way, nothing is due at once. */
  async settle() {
    const { page } = this;
    for (;;) {
      for (let turn = 0; turn < 12; turn += 1) await new Promise(setImmediate);
      const due = [...page.timers].filter(([, timer]) => timer.milliseconds === 0);
      if (due.length === 0 && page.asking.size === 0) return;
      for (const [id, timer] of due) page.fire(id, timer);
      if (page.asking.size > 0) await Promise.race(page.asking).catch(() => {});
    }
  }

  /** Whoever waits for an answer waits no longer. */
  async losePatience() {
    await this.#fire((timer) => timer.milliseconds === PATIENCE_MS);
  }

  /** All that is to happen after a while, once. */
  async wait() {
    this.page.later += 400_000;
    await this.#fire(() => true);
  }

  async #fire(wanted) {
    for (const [id, timer] of [...this.page.timers]) if (wanted(timer)) this.page.fire(id, timer);
    await this.settle();
  }

  /** A slow network delivers what it held, or loses it after all. */
  async release(isLost = false) {
    const held = this.held;
    this.held = [];
    for (const go of held) go(isLost);
    await this.settle();
  }
}

/** The page, from when it is opened to when it is closed. */
class Page {
  constructor(phone) {
    Object.assign(this, { phone, timers: new Map(), asking: new Set(), isClosed: false, later: 0 });
    this.opened = phone.history.now();
    this.number = 0;
    this.connected = true;
    this.count = null;
    /** Scans this page has taken back already. */
    this.undone = new Set();
  }

  run(work) {
    return here.run(this, work);
  }

  /** Something that the phone is busy with: nothing else happens before it is done. */
  async hold(going) {
    this.asking.add(going);
    return going.finally(() => this.asking.delete(going));
  }

  // What the scripts see.

  date() {
    return this.phone.history.now() + this.phone.off;
  }

  sinceOpened() {
    return this.phone.history.now() - this.opened;
  }

  setTimeout(work, milliseconds, all) {
    const id = ++this.number;
    if (!this.isClosed) this.timers.set(id, { work: () => work(...all), milliseconds: Math.max(0, milliseconds) });
    return id;
  }

  fire(id, { work }) {
    if (this.timers.delete(id)) this.run(work);
  }

  clock(make) {
    return (this.ownClock ??= make());
  }

  takeList() {
    const { kept } = this.phone;
    const list = this.listGiven ? null : kept.get('roster').get('all') ?? null;
    this.listGiven = true;
    return Promise.resolve(list);
  }

  fetch(address, options = {}) {
    const asking = this.#ask(address, options);
    return new Promise((resolve, reject) => asking.then((answer) => this.isClosed || resolve(answer), (error) => this.isClosed || reject(error)));
  }

  async #ask(address, options) {
    const { phone } = this;
    const { network } = phone;
    if (network === 'away' || (network === 'half' && options.method)) throw new TypeError('no network');
    if (network === 'stuck' && (await this.#held())) throw new TypeError('never arrived');
    const answer = await this.hold(this.#go(address, options));
    if (network === 'lost') throw new TypeError('the answer was lost');
    if (network === 'slow' && (await this.#held())) throw new TypeError('the answer was lost');
    return answer;
  }

  #held() {
    return new Promise((resolve) => this.phone.held.push(resolve));
  }

  async #go(address, options) {
    const { history, token } = this.phone;
    await history.isNow();
    const isForeign = this.hasForeignCursors && address.includes('since=');
    if (isForeign) address = address.replace(/(?<=since=)[^&]+/, (since) => foreign(since));
    if (options.body) this.#haveTrueTimes(JSON.parse(options.body));
    const headers = { ...options.headers, authorization: `Bearer ${token}` };
    const { ok, status, text } = await ask(history.program() + address, { method: options.method, body: options.body, headers });
    if (isForeign && ok && !text.includes('"whole":true')) history.faults.push(`${address} of another server's cursor is not answered whole: ${text}`);
    // The phone's time is the history's: it may go on hours before what the server calls now.
    const date = new RealDate(history.now()).toUTCString();
    return { ok, status, headers: new Map([['Date', date]]), json: async () => JSON.parse(text) };
  }

  /** What was told as done goes with the time at which it was, whatever the phone's clock did since this page was opened. */
  #haveTrueTimes({ scans = [], acts = [] }) {
    const { phone } = this;
    for (const { id, told, scanned_at: scanned, done_at: done } of [...scans.filter((scan) => scan.told), ...acts]) {
      const { at, page, scan } = phone.took.find((taken) => (taken.scan ?? taken.act).id === id);
      // What is ahead of the server's time is taken for now.
      const error = Math.min(Date.parse(scanned ?? done), phone.history.now()) - at;
      if (page === this && Math.abs(error) > 2000) phone.history.faults.push(`${phone.name} sends ${scan ? told : 'an act'} ${id} with a time that is ${error / 1000} s off`);
    }
  }

  // What door.js does.

  async start() {
    this.api = new scripts.DoorApi((answered, error) => this.#connection(answered, error));
    this.since = new scripts.Since(this.phone.name, () => this.#sinceChanged());
    this.queue = new scripts.ScanQueue(this.api, () => {}, this.since);
    this.roster = new scripts.Roster(Promise.resolve(new Store(this)), this.api, this.since, (asked) => asked && this.counter.told(this.roster.counts, asked));
    this.counter = new scripts.Counter(this.api, this.since, { onCount: (count) => (this.count = count), onUnpaired() {} });
    this.counter.follow(this.phone.checkpoint.id);
    this.live = new scripts.Live({ onNews: (news) => this.#heard(news), onUnpaired() {} });
    this.live.start();
    this.taken = this.queue.keepIn(new Store(this)).catch(() => {});
    await this.roster.start();
    this.taken = Promise.all([this.taken, this.roster.takeSince().catch(() => {})]);
    await this.taken;
  }

  #heard({ passages, inside }) {
    this.since.heard(passages);
    this.counter.told(inside);
  }

  /** What ended.js does. */
  async handIn() {
    this.api = new scripts.DoorApi(() => {});
    this.queue = new scripts.ScanQueue(this.api, () => {});
    await this.queue.keepIn(new Store(this));
  }

  get isAlone() {
    return !this.connected && this.roster.isWhole;
  }

  #connection(answered, error) {
    if (this.isClosed) return;
    if (error instanceof scripts.NotPaired) throw error;
    const isNews = answered !== this.connected;
    this.connected = answered;
    if (!isNews || !answered) return;
    // Between two events of a history there are more than a few seconds.
    const { length } = this.phone.history.events;
    if (this.backAt === length) return;
    this.backAt = length;
    this.queue.retry();
    this.roster.refresh();
  }

  #sinceChanged() {
    this.told ??= Promise.resolve().then(() => {
      this.told = null;
      this.roster.saveSoon();
      this.counter.show();
    });
  }

  /** `who`: a badge's `code` or a `registration`. Gives what the volunteer is told, once they are. */
  async scan(who, direction) {
    const { id: checkpoint } = this.phone.checkpoint;
    const scan = { id: scripts.uuid7(), ...who, checkpoint, direction, scanned_at: this.api.now().toISOString() };
    const taken = { scan, told: null, at: this.phone.history.now(), isDelayed: this.phone.network === 'stuck', page: this };
    this.phone.took.push(taken);
    const result = await this.firstVerdict(scan, this.queue.add(scan));
    taken.told = result;
    if (result.rehearsal) this.roster.rehearsals.note(scan, result, this.phone.name);
    return { scan, result };
  }

  async firstVerdict(scan, answered) {
    const patience = new Promise((resolve) => globalThis.hazirPhone.setTimeout(resolve, this.connected ? PATIENCE_MS : 0));
    const first = await Promise.race([answered, patience]);
    if (first || !this.roster.isWhole || !this.roster.rule(scan.checkpoint)) return first ?? answered;
    await this.taken;
    const own = await scripts.judge(this.roster, scan);
    this.queue.told(scan.id, own.verdict, own.rehearsal ? undefined : { registration: own.registration });
    answered.catch(() => {});
    return own;
  }

  /** What this phone would say by itself of somebody, without saying it. */
  async opinion(who, direction, checkpoint) {
    const scan = { id: scripts.uuid7(), ...who, checkpoint, direction, scanned_at: this.api.now().toISOString() };
    return { scan, own: await scripts.judge(this.roster, scan) };
  }

  // What acts.js does.

  undo(registration, scan) {
    this.undone.add(scan.id);
    const of = this.since.undoing(registration, scan);
    this.#do('undo', { scan: scan.id, reason: 'Wrong person' }, of).answered.catch(() => {});
  }

  loseBadge(registration) {
    const { answered } = this.#do('badge_lost', { registration }, {});
    answered.then((answer) => {
      if (answer.code) this.phone.history.badgeIs(registration, answer.code);
      return this.roster.refresh();
    }, () => {});
  }

  /** Somebody who is not registered is, and comes in; `person` is called as the server or this phone calls them. */
  async walkIn(person, fields) {
    const { history } = this.phone;
    const { id, answered } = this.#do('walk_in', fields);
    const patience = new Promise((resolve) => globalThis.hazirPhone.setTimeout(resolve, this.isAlone ? 0 : PATIENCE_MS, null));
    const answer = await Promise.race([answered, patience]);
    person.registration = answer?.registration ?? id;
    if (!answer) person.alone = { id, page: this };
    person.ofPhone = answer ? null : this.phone;
    answered.then((later) => {
      // Whom the desk enters later is somebody new to the phone.
      if (later.kept) person.alone = undefined;
      if (!later.registration) return;
      [person.registration, person.ofPhone] = [later.registration, null];
    }, () => {});
    if (!answer) {
      const { state, category, category_id } = history.walkIns;
      this.queue.told(id, undefined, { state, category, category_id });
      answered.then(() => this.roster.refresh(), () => {});
    } else this.roster.refresh();
    return this.scan({ registration: person.registration }, 'in');
  }

  /** What a person's sheet offers to take back, as the server or this phone knows it. */
  async lastOf(registration) {
    const told = await this.api.passages(registration).catch(() => null);
    if (told) this.since.learn(registration, told.passages);
    const way = this.since.way(registration);
    return way.find((one) => !one.undone && PASSES.includes(one.verdict) && !this.undone.has(one.id));
  }

  #do(what, fields, of) {
    const { id: checkpoint } = this.phone.checkpoint;
    const act = { id: scripts.uuid7(), do: what, checkpoint, done_at: this.api.now().toISOString(), ...fields };
    this.phone.took.push({ act, at: this.phone.history.now(), page: this });
    return { id: act.id, answered: this.queue.add(act, of) };
  }
}

/** A cursor as another server, or this one before its backup was restored, would have given it. */
function foreign(since) {
  const other = (digit) => (digit === '0' ? '1' : '0');
  return since.includes('.') ? other(since[0]) + since.slice(1) : since.slice(0, -1) + other(since.at(-1));
}

/** What lies in the browser's database. */
class Store {
  constructor(page) {
    this.page = page;
  }

  async put(table, name, value) {
    return this.putText(table, name, JSON.stringify(value));
  }

  async putText(table, name, text) {
    if (!this.page.isClosed) this.page.phone.kept.get(table).set(name, text);
  }

  async getText(table, name) {
    return this.page.phone.kept.get(table).get(name);
  }

  async all(table) {
    const all = [...this.page.phone.kept.get(table)].sort(([a], [b]) => (a < b ? -1 : 1));
    return all.map(([, text]) => JSON.parse(text));
  }

  async delete(table, name) {
    if (!this.page.isClosed) this.page.phone.kept.get(table).delete(name);
  }

  async clear(table) {
    if (!this.page.isClosed) this.page.phone.kept.get(table).clear();
  }
}
