// One morning: a forum of its own, a few people, phones at its doors, and what happens to them, all by one seed.
import { askDoor } from './http.mjs';
import { Phone } from './phone.mjs';
import { Random } from './random.mjs';

const HOUR = 3_600_000;
const COUNTRIES = ['AZ', 'TR', 'KZ', 'UZ'];
const CATEGORIES = ['delegate', 'observer', 'media'];
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const NAMES = ['Leyla', 'Orkhan', 'Aybek', 'Zeynep', 'Murat', 'Nigar', 'Samir', 'Aygul', 'Timur'];

export class History {
  constructor(product, seed) {
    Object.assign(this, { product, seed, random: new Random(seed), chance: new Random(~seed), events: [], faults: [], phones: [], people: [], looks: [] });
    this.slug = `m-${seed}`;
    this.zone = zoneWhereItIs(new Random(seed ^ 0x20e).from(0, 23));
    this.lag = 0;
    this.latest = 0;
    this.clockless = this.random.chance(0.5);
    this.listens = this.random.chance(0.4);
    this.isInterrupted = this.random.chance(0.15);
    this.rehearses = this.random.chance(0.2);
  }

  // The time of this morning: behind the server's while phones are alone for hours, then the same; it never stands.

  now() {
    return this.latest;
  }

  tick() {
    this.latest = Math.max(Date.now() - this.lag, this.latest + 1);
  }

  /** Until the server's time is not before this one. */
  async isNow() {
    while (Date.now() < this.latest) await new Promise((done) => setTimeout(done, 1));
  }

  // What is drawn as often as there are requests is drawn apart: how many there are is not of the history.

  randomBytes(bytes) {
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = this.chance.below(256);
    return bytes;
  }

  program() {
    return this.chance.one(this.product.programs).address;
  }

  get desk() {
    return this.product.desk;
  }

  get paired() {
    return this.phones.filter(({ isRevoked }) => !isRevoked);
  }

  at(path) {
    return `/en/desk/${this.slug}${path}`;
  }

  note(...words) {
    this.events.push(words.join(' '));
  }

  /** Plays it all; ends with every phone online and nothing left to send. */
  async play() {
    await this.#prepare();
    if (this.random.chance(0.5)) await this.#hoursAlone();
    this.lag = 0;
    for (let left = this.random.from(10, 40); left > 0; left -= 1) await this.#event();
    await this.#everybodyBack();
    if (this.random.chance(0.5)) await this.#oneAlone();
  }

  // What there is at the beginning.

  async #prepare() {
    const { random } = this;
    const today = this.#day(0);
    await this.desk.post('/en/desk/forums/new', {
      title: `Morning ${this.seed}`, slug: this.slug, starts_on: today, ends_on: today, zone: this.zone.name, site: 'Main', city: 'Baku',
      language: 'en', approval: 'at_once', capacity: '', published: 'yes',
    });
    this.people = Array.from({ length: random.from(3, 7) }, (_, at) => this.#person(at));
    await this.#bringIn(this.people);
    await this.#secondDoor();
    if (random.chance(0.3)) await this.#walkInsAreTaken();
    const ids = doorsOf(await this.desk.page(this.at('/devices/new')));
    this.doors = ids.map((id) => ({ id: `C${id}`, number: id }));
    if (this.rehearses) await this.#rehearse();
    this.offs = this.clockless ? [0] : [0, 0, -24 * HOUR, 24 * HOUR, -3 * HOUR, 2 * HOUR, 30_000];
    // Some mornings begin hours ago, as the phones know the time.
    this.lag = random.chance(0.5) ? 0 : random.from(1, 6) * HOUR;
    this.tick();
    const count = random.from(2, 3);
    for (let number = 1; number <= count; number += 1) this.phones.push(await this.#phone(number, ids));
    const roster = await this.#ask(this.phones[0], 'roster');
    for (const person of this.people) person.registration = roster.people.find(({ name }) => name === person.name).registration;
    this.categories = roster.categories.map(({ id }) => id);
    if (this.walkIns) this.walkIns.category_id = roster.categories.find(({ category }) => category === 'delegate').id;
    this.sites = roster.sites.map(({ id }) => id);
    for (const phone of this.phones) await phone.open();
    this.note(`${this.people.length} people, doors ${this.doors.map(({ id }) => id)}, phones ${this.phones.map((phone) => `${phone.name} at ${phone.checkpoint.id}${phone.off ? ` clock off by ${phone.off / HOUR} h` : ''}`)}`);
  }

  /** Of the forum's place. */
  #day(later) {
    return new Date(Date.now() + (this.zone.ahead + later * 24) * HOUR).toISOString().slice(0, 10);
  }

  #person(at) {
    const code = Array.from({ length: 26 }, () => this.random.one(SYMBOLS)).join('');
    const name = `${NAMES[at]} Number${at}`;
    return { name, country: this.random.one(COUNTRIES), category: this.random.one(CATEGORIES), state: this.random.chance(0.85) ? 'confirmed' : 'pending', codes: [code] };
  }

  /** Whoever is not registered may be, at the door. */
  async #walkInsAreTaken() {
    const state = this.random.chance(0.8) ? 'confirmed' : 'pending';
    await this.desk.change(this.at('/settings'), { walk_ins: state });
    this.walkIns = { state, category: 'delegate' };
  }

  async #bringIn(people) {
    const row = ({ name, country, category, state, codes }, at) => [name, `p${at}@m${this.seed}.example`, country, category, state, state === 'confirmed' ? codes[0] : ''].join(',');
    const csv = ['name,email,country,category,state,badge', ...people.map(row)].join('\n');
    const answer = await this.desk.send(this.at('/import'), 'people.csv', csv);
    const { location } = answer.headers;
    const added = /added=([0-9]+)/.exec(location)?.[1] ?? (await this.#addedLater(new URL(location, 'http://x').pathname));
    if (Number(added) !== people.length) throw new Error(`${added} of ${people.length} people`);
  }

  /** What takes longer than an answer may is told by the page of its job. */
  async #addedLater(job) {
    while (JSON.parse(await this.desk.page(`${job}/live`)).running) await new Promise((done) => setTimeout(done, 20));
    return /([0-9]+) people were added/.exec(await this.desk.page(job))?.[1];
  }

  async #secondDoor() {
    const { random } = this;
    const page = await this.desk.page(this.at('/checkpoints/new'));
    const boxes = [...page.matchAll(/<input[^>]*name="category"[^>]*>/g)].map(([tag]) => tag.match(/value="(\d+)"/)[1]);
    const sites = [...(page.match(/<select[^>]*name="site"[^]*?<\/select>/)?.[0] ?? '').matchAll(/value="(\d+)"/g)].map(([, id]) => id);
    await this.desk.post(this.at('/checkpoints/new'), {
      'name.en': 'Second', slug: 'second', site: random.chance(0.2) && sites.length ? sites[0] : '', direction: 'both', position: '2',
      kind: random.weighted({ attendance: 5, entry: 2, neither: 1 }), capacity: random.chance(0.3) ? String(random.from(1, 3)) : '',
      category: random.chance(0.3) ? [boxes[0]] : [], opens_at: this.rehearses ? `${this.#day(1)}T09:00` : '', closes_at: '', session: '',
    });
  }

  /** The second door opens tomorrow, and is tried out until the desk opens it. */
  async #rehearse() {
    const [, { number }] = this.doors;
    await this.desk.post(this.at(`/checkpoints/${number}/rehearsal`), {});
    this.rehearsedSince = Date.now();
  }

  async #phone(number, ids) {
    const name = `Phone ${number}`;
    const { headers } = await this.desk.post(this.at('/devices/new'), { name, checkpoint: ids, until: `${this.#day(2)}T12:00`, bearer: 'yes', printer: '' });
    const [device] = headers.location.match(/\d+$/);
    const token = decodeURIComponent(this.desk.cookie('made')).split('.')[2];
    const checkpoint = this.random.chance(0.6) ? this.doors[0] : this.random.one(this.doors);
    return new Phone(this, { name, device, token, checkpoint, off: this.random.one(this.offs) });
  }

  // What happens.

  /** The network of the hall is gone for hours; the desk goes on. */
  async #hoursAlone() {
    for (const phone of this.phones) this.#network(phone, 'away');
    const events = this.random.from(4, 16);
    const step = this.lag / (events + 1);
    for (let left = events; left > 0; left -= 1) {
      this.lag -= Math.floor(step * this.random.next());
      const kind = this.random.weighted({ scan: 12, walkIn: 1, undoOwn: 2, undoFound: 1, reload: 1, loseBadge: 1, setClock: 1, desk: 2 });
      await this.#do(kind);
      for (const phone of this.phones) this.#looksAtItsNumber(phone);
    }
  }

  /** One phone that has heard everything is alone, and nothing happens elsewhere: what it says is what the server will say. */
  async #oneAlone() {
    const phone = this.random.one(this.paired);
    if (phone.off !== 0) return;
    if (this.random.chance(0.2)) await reloadLater(this, phone);
    await this.#letInTheFirst(phone);
    this.#network(phone, this.random.one(['away', 'half']));
    phone.isAlone = true;
    const before = phone.took.length;
    for (let left = this.random.from(3, 10); left > 0; left -= 1) {
      this.tick();
      const kind = this.random.weighted({ scan: 10, turn: 3, undoOwn: 3, loseBadge: 1, walkIn: 1, reload: 1, refresh: 2 });
      await { scan, turn, undoOwn, loseBadge, walkIn, reload: reloadLater, refresh }[kind](this, phone, this.random);
      await phone.settle();
      // What is read in between changes nothing of it.
      if (phone.network === 'half' && this.random.chance(0.5)) await refresh(this, phone);
      await phone.settle();
    }
    for (const taken of phone.took.slice(before)) taken.wasAlone = true;
    phone.isAlone = false;
    await this.#everybodyBack();
  }

  /** Somebody nobody has seen at this door comes in here, so that this page knows all there is of them. */
  async #letInTheFirst(phone) {
    const seen = this.phones.flatMap(({ took }) => took).filter(({ scan }) => scan?.checkpoint === phone.checkpoint.id);
    const person = this.people.find(({ name }) => seen.every((taken) => taken.person !== name));
    if (person) await take(this, phone, { registration: person.registration }, 'in', person);
    phone.page.run(() => phone.page.roster.refresh());
    await phone.settle();
  }

  /** Alone a phone has one number: what its list says, and what it did itself. */
  #looksAtItsNumber(phone) {
    const { page, checkpoint } = phone;
    const here = page.run(() => page.roster.countInside(checkpoint.id));
    if (page.count && page.count.inside !== here) this.faults.push(`${phone.name} alone shows ${page.count.inside} inside at ${checkpoint.id}, and believes in ${here} (after: ${this.events.at(-1)})`);
  }

  async #event() {
    await this.#do(this.random.weighted({
      scan: 30, walkIn: 2, network: 8, release: 5, undoOwn: 4, undoFound: 3, reload: 3, refresh: 4, count: 2, loseBadge: 2, setClock: 1, turn: 3, retry: 3, desk: 6, look: 1, save: 2, again: 2,
      foreignCursor: 3, hear: this.listens ? 6 : 0, revoke: this.isInterrupted ? 1 : 0,
    }));
  }

  async #do(kind) {
    this.tick();
    const phone = this.random.one(this.paired);
    await { scan, walkIn, undoOwn, undoFound, reload, loseBadge, setClock, network, release, refresh, count, turn, retry, desk, look, save, again, foreignCursor, hear, revoke }[kind](this, phone, this.random);
    if (phone.page) await phone.settle();
  }

  #network(phone, network) {
    phone.setNetwork(network);
    this.note(phone.name, 'network:', network);
  }

  setNetwork(phone, network) {
    this.#network(phone, network);
  }

  badgeIs(registration, code) {
    this.people.find((person) => person.registration === registration)?.codes.push(code.replace(/[^0-9A-Z]/g, '').replace(/^HZ/, ''));
  }

  /** Every phone has a network again, sends what it took, and has heard everything. */
  async #everybodyBack() {
    this.note('everybody is back');
    for (const phone of this.phones) {
      phone.setNetwork('online');
      this.tick();
      await phone.release(this.random.chance(0.3));
      phone.page.run(() => phone.page.queue.retry());
      await phone.settle();
      for (let times = 0; times < 30 && phone.page.queue.length > 0; times += 1) await phone.wait();
    }
    if (this.listens) for (const phone of this.paired) await this.#hearsItAll(phone);
    if (this.random.chance(0.5)) await this.#settleWhatWaits();
    await this.#sendWhatWaitsAgain();
    await this.#learnNames();
    const isForeign = this.random.chance(0.3);
    for (const phone of this.paired) {
      await phone.refresh({ isForeign });
      phone.page.run(() => phone.page.counter.follow(phone.checkpoint.id));
      await phone.settle();
    }
  }

  /** A phone at an open line knows the number inside without asking. */
  async #hearsItAll(phone) {
    const { inside } = await this.#ask(phone, `count?checkpoint=${phone.checkpoint.id}`);
    for (let times = 0; times < 400; times += 1) {
      await phone.hear();
      if (!phone.page.count || phone.page.count.inside === inside) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    this.faults.push(`${phone.name} at an open line shows ${phone.page.count.inside} inside at ${phone.checkpoint.id}, and there are ${inside}`);
  }

  /** What waits at the desk is entered when it is sent again and can be: from here on sending changes nothing. */
  async #sendWhatWaitsAgain() {
    for (const phone of this.phones) {
      const scans = phone.took.flatMap(({ scan }) => scan ?? []);
      if (scans.length > 0) await this.send(phone, scans);
    }
  }

  /** The desk enters what doors could not enter, or puts it away. */
  async #settleWhatWaits() {
    const { desk, random } = this;
    const list = this.at('/not-entered');
    const page = await desk.page(list);
    for (const [away] of page.matchAll(/\/en\/desk\/[^"]*\/put-away(?=")/g)) {
      const one = away.replace('/put-away', '');
      const how = random.weighted({ enter: 2, away: 1, wait: 2 });
      this.note('the desk:', how, one);
      if (how === 'away') await desk.post(away, {});
      // What still cannot be entered is said.
      if (how === 'enter') await desk.change(one, {}, { to: `${one}/enter`, may: [303, 422, 200] });
    }
    this.note('the desk settles what waits');
  }

  /** Walk-ins as the server calls them, which a page that was opened again has told nobody. */
  async #learnNames() {
    const { people } = await this.#ask(this.phones[0], 'roster');
    for (const person of this.people) {
      person.registration = people.find(({ name }) => name === person.name)?.registration ?? person.registration;
      person.ofPhone = null;
    }
  }

  #ask(phone, what) {
    return askDoor(`${this.program()}/api/door/${what}`, phone.token);
  }

  /** Scans as a phone's, sent without its scripts. */
  send(phone, scans) {
    return askDoor(`${this.program()}/api/door/scans`, phone.token, scans);
  }

  /** Where every line is that there is by now: mostly what was sealed meanwhile, for a command costs more than the rest. */
  get journal() {
    const { file } = this.product;
    return file && this.random.chance(0.95) ? { file, forum: this.slug } : this.product.command('journal', this.slug);
  }

  ask(phone, what) {
    return this.#ask(phone, what);
  }
}

/** Somebody whom this phone can name: a walk-in is known to no other phone before the server has them. */
function someone(history, phone, random) {
  return random.one(history.people.filter(({ ofPhone }) => !ofPhone || ofPhone === phone));
}

async function walkIn(history, phone, random) {
  if (!history.walkIns || !phone.page.roster.isWhole || phone.network === 'stuck') return;
  const at = history.people.length;
  const person = { name: `Walked Number${at}`, codes: [] };
  history.people.push(person);
  history.tick();
  const fields = { name: person.name, email: `walked-${at}@m${history.seed}.example`, country: random.one(COUNTRIES) };
  const coming = phone.page.run(() => phone.page.walkIn(person, fields));
  let shown = null;
  coming.then((told) => (shown = told), () => {});
  for (let times = 0; times < 3 && !shown; times += 1) {
    await phone.settle();
    if (!shown) await phone.losePatience();
  }
  const taken = phone.took.at(-1);
  if (!taken.scan || !person.registration) throw new Error(`${person.name} did not come in`);
  taken.person = person.name;
  history.note(phone.name, `walk-in ${person.name} at ${phone.checkpoint.id} ->`, shown?.result.verdict ?? 'no answer', `[${phone.network}] ${taken.scan.id}`);
  if (shown) phone.page.recent = [...(phone.page.recent ?? []), shown];
}

async function scan(history, phone, random) {
  const person = someone(history, phone, random);
  const direction = phone.direction ?? 'in';
  const who = person.codes.length > 0 && random.chance(0.8) ? { code: random.chance(0.05) ? 'NOBODY' : random.one(person.codes) } : { registration: person.registration };
  await take(history, phone, who, direction, person);
}

/** The same person at once at another door, as with a copied badge. */
async function again(history, phone, random) {
  const person = random.one(history.people.filter(({ ofPhone }) => !ofPhone));
  for (const one of history.paired) await take(history, one, { registration: person.registration }, one.direction ?? 'in', person);
}

async function take(history, phone, who, direction, person) {
  history.tick();
  let shown = null;
  const told = phone.page.run(() => phone.page.scan(who, direction)).then((told) => (shown = told), () => {});
  await phone.settle();
  if (!shown) await phone.losePatience();
  await Promise.race([told, new Promise(setImmediate)]);
  const taken = phone.took.at(-1);
  taken.person = person.name;
  history.note(phone.name, `${direction} ${person.name} at ${phone.checkpoint.id} by ${who.code ? `badge ${person.codes.indexOf(who.code) + 1}` : 'name'} ->`, shown?.result.verdict ?? 'no answer', `[${phone.network}] ${taken.scan.scanned_at} ${taken.scan.id}`);
  if (shown) phone.page.recent = [...(phone.page.recent ?? []), shown];
}

async function undoOwn(history, phone, random) {
  const { page } = phone;
  const can = (page.recent ?? []).filter(({ scan, result }) => !result.rehearsal && ['admitted', 'already_in', 'left'].includes(result.verdict) && !page.undone.has(scan.id));
  if (can.length === 0) return;
  const { scan, result } = random.one(can);
  if (phone.isAlone && !isWhollyKnown(history, page, scan)) return;
  const registration = result.registration ?? scan.registration;
  page.run(() => page.undo(registration, scan));
  history.note(phone.name, 'undoes', scan.id, `[${phone.network}]`);
  const { person: name } = phone.took.find((one) => one.scan?.id === scan.id);
  if (phone.isAlone && random.chance(0.7)) await take(history, phone, { registration }, 'in', history.people.find((person) => person.name === name));
}

/** Alone a page knows of nobody else's scans but what came of them; what was there before one that it takes back it may not know. */
function isWhollyKnown(history, page, { id, checkpoint }) {
  const all = history.phones.flatMap(({ took }) => took);
  const { person } = all.find(({ scan }) => scan?.id === id);
  return all.every((one) => !one.scan || one.person !== person || one.scan.checkpoint !== checkpoint || one.page === page);
}

async function undoFound(history, phone, random) {
  const { page } = phone;
  const person = someone(history, phone, random);
  if (phone.network === 'slow' || phone.network === 'stuck') return;
  const last = await page.run(() => page.lastOf(person.registration));
  if (!last) return;
  const { id, checkpoint_id: checkpoint, direction, at } = last;
  page.run(() => page.undo(person.registration, { id, checkpoint, direction, scanned_at: at }));
  history.note(phone.name, 'finds', person.name, 'and undoes', id, `[${phone.network}]`);
}

async function reload(history, phone) {
  history.note(phone.name, 'is opened again');
  await phone.open();
}

/** Half a second after the last thing that happened: by then it is all kept. */
async function reloadLater(history, phone) {
  await save(history, phone);
  await phone.settle();
  await reload(history, phone);
}

async function loseBadge(history, phone, random) {
  const person = someone(history, phone, random);
  phone.page.run(() => phone.page.loseBadge(person.registration));
  history.note(phone.name, 'badge lost of', person.name, `[${phone.network}]`);
}

async function setClock(history, phone, random) {
  if (history.clockless) return;
  phone.off = random.one(history.offs);
  history.note(phone.name, `clock set: off by ${phone.off / HOUR} h`);
}

async function network(history, phone, random) {
  history.setNetwork(phone, random.weighted({ online: 6, away: 3, half: 1, lost: 2, slow: 2, stuck: 1 }));
}

async function release(history, phone, random) {
  if (phone.held.length === 0) return;
  const isLost = random.chance(0.3);
  history.note(phone.name, isLost ? 'loses what was held' : 'gets what was held');
  await phone.release(isLost);
}

async function refresh(history, phone) {
  history.note(phone.name, 'asks for the list', `[${phone.network}]`);
  phone.page.run(() => phone.page.roster.refresh());
}

async function count(history, phone) {
  phone.page.run(() => phone.page.counter.follow(phone.checkpoint.id));
}

async function turn(history, phone, random) {
  phone.direction = random.chance(0.6) ? 'in' : 'out';
  phone.checkpoint = random.chance(0.8) ? phone.checkpoint : random.one(history.doors);
  phone.page.run(() => phone.page.counter.follow(phone.checkpoint.id));
}

/** The database is another one for this phone, as after a backup was restored: its next questions are answered whole. */
async function foreignCursor(history, phone, random) {
  await leavesElsewhere(history, phone, random);
  history.note(phone.name, 'has the cursors of another server', `[${phone.network}]`);
  await phone.refresh({ isForeign: true });
}

/** Somebody this phone has read to be inside leaves by another phone. */
async function leavesElsewhere(history, phone, random) {
  const others = history.paired.filter((other) => other !== phone && other.network === 'online');
  await refresh(history, phone);
  await phone.settle();
  const { id } = phone.checkpoint;
  const inside = history.people.filter(({ ofPhone, registration }) => !ofPhone && phone.page.run(() => phone.page.roster.insideSince(id, registration)));
  if (others.length === 0 || inside.length === 0) return;
  const [other, person] = [random.one(others), random.one(inside)];
  const { checkpoint } = other;
  other.checkpoint = phone.checkpoint;
  await take(history, other, { registration: person.registration }, 'out', person);
  other.checkpoint = checkpoint;
}

async function hear(history, phone, random) {
  if (random.chance(0.2)) await new Promise((done) => setTimeout(done, 250));
  history.note(phone.name, 'hears what is new', `[${phone.network}]`);
  await phone.hear();
}

/** The desk ends a pairing; one phone stays. */
async function revoke(history, phone) {
  if (phone === history.phones[0] || phone.network === 'stuck') return;
  history.note('the desk: ends the pairing of', phone.name, `which has ${phone.page.queue.length} to send`);
  await history.desk.post(history.at(`/devices/${phone.device}/revoke`), {});
  history.isInterrupted = false;
  await phone.end();
}

async function retry(history, phone) {
  history.note(phone.name, 'tries again', `[${phone.network}]`);
  phone.page.run(() => phone.page.queue.retry());
}

async function save(history, phone) {
  phone.page.run(() => clearTimeout(phone.page.roster.saving));
  for (const [id, timer] of [...phone.page.timers]) if (timer.milliseconds === 500) phone.page.fire(id, timer);
}

/** What the desk says at a moment in between: it is counted again afterwards, by the lines of then. */
async function look(history) {
  const figures = await history.desk.page(history.at('/figures.json'));
  const { lines } = await history.product.recount.ask({ journal: history.journal, asked: [] });
  history.looks.push({ figures, lines });
  history.note('the desk looks at the figures');
}

async function desk(history, phone, random) {
  const { desk } = history;
  const person = random.one(history.people.filter(({ ofPhone }) => !ofPhone));
  const kind = random.weighted({ withdraw: 3, category: 2, checkpoint: 2, site: 1, confirm: 2, decline: 1, conflict: 2, oneWay: 1, opens: history.rehearses ? 3 : 0 });
  const number = () => `x${random.below(1000)}-${history.events.length}`;
  history.note('the desk:', kind, ['withdraw', 'confirm', 'decline'].includes(kind) ? person.name : '');
  switch (kind) {
    case 'category':
      return desk.change(history.at(`/categories/${random.one(history.categories).slice(1)}`), { slug: number() });
    case 'site':
      return desk.change(history.at(`/sites/${random.one(history.sites).slice(1)}`), { slug: number() });
    case 'checkpoint':
      return desk.change(history.at(`/checkpoints/${random.one(history.doors).number}`), { slug: number() });
    // Who leaves by a door that goes one way is to be entered at the desk.
    case 'oneWay':
      history.isOneWay = !history.isOneWay;
      return desk.change(history.at(`/checkpoints/${history.doors[0].number}`), { direction: history.isOneWay ? 'in' : 'both' });
    case 'opens':
      history.rehearses = false;
      return desk.change(history.at(`/checkpoints/${history.doors[1].number}`), { opens_at: '' });
    case 'conflict': {
      const waiting = [...(await desk.page(history.at('/conflicts'))).matchAll(/\/conflicts\/\d+(?=")/g)].map(([path]) => path);
      return waiting.length > 0 && desk.post(history.at(random.one(waiting)), {});
    }
    default:
      // It may be so already, or not be possible: the page says so.
      return desk.post(history.at(`/registrations/${person.registration}/${kind}`), {}).catch((error) => {
        if (!/: (200|409|422)/.test(error.message)) throw error;
      });
  }
}

function doorsOf(page) {
  return [...page.matchAll(/<input[^>]*name="checkpoint"[^>]*>/g)].map(([tag]) => tag.match(/value="(\d+)"/)[1]);
}

/** Where the clocks show this hour now, of whatever day: the same morning begins before or after midnight whenever it is played. */
function zoneWhereItIs(hour) {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  return { name: `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`, ahead };
}
