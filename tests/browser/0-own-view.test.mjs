// What a phone believes: the server's state and what the phone did itself, whatever is read in between.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { part } from './support/door-parts.mjs';

const { judge } = await part('judge.js');
const { Counter } = await part('counter.js');
const { Roster } = await part('roster.js');
const { ScanQueue } = await part('scan-queue.js');
const { Since } = await part('since.js');
const { NoAnswer } = await part('api.js');

const DOOR = 'C17';
const CODE = '7QK3M9XA2VBT5WZ8RC4DPE6NGJ';
const OTHER = '8QK3M9XA2VBT5WZ8RC4DPE6NGJ';

export const tests = {
  'alone: who was let in is already in, whatever is read while the scan still waits': refreshedWhileWaiting,
  'what was asked before the server had the scan and is answered after it takes nothing back': readLate,
  'a scan that a state holds is no longer this phone\'s own: who left by another door may come in again': heldByServer,
  'who passed another door while this phone was alone is where they were last, by the time of each scan': byTime,
  'the number is the server\'s and this phone\'s own, each person once': counted,
  'the number is the server\'s, whether the answer or the news of a scan comes first': newsFirst,
  'an undone scan that waits is undone, and an entrance before it still holds': undone,
  'a scan that the server took for a moment earlier, when the clock here was ahead, is undone all the same': undoneAhead,
  'undoing the second of two entrances changes nothing, undoing the first leaves the second': undoneTwice,
  'who was let in by the server after another phone took their first entrance back is outside once that is undone': undoneElsewhere,
  'undoing who left brings back since when they are in': undoneOut,
  'undoing who came in, and then who left, leaves them outside': undoneBoth,
  'who leaves is told apart from who was not inside, whether the answer or the news of it comes first': leftOnline,
  'a lost badge opens nothing, whatever is read while that waits, and the next one does': lost,
  'the badge of who does not come is not replaced, so who is inside may leave with it': lostOfNobody,
  'a walk-in stays on the list and inside until the server knows them, under either name': walkIn,
  'what waits is laid over the list again when the page is opened again': reopened,
  'what the server puts on the desk changes nothing here': putOnTheDesk,
  'who was let in alone and whom the server would not have let in is not inside, nor by undoing a later entrance': notCounted,
  'a rehearsal changes nothing': rehearsed,
  'a list that begins anew drops who is not in it, and not what waits': begunAnew,
  'a renamed category and checkpoint keep whom they let pass': renamed,
  'a difference says who came and who left, and a whole answer stands for itself': differences,
};

const hash = (code) => createHash('sha256').update(code).digest('hex');
const at = (minute, second = 0) => `2025-04-28T05:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}.000Z`;

function person(registration, code, more = {}) {
  return {
    registration, state: 'confirmed', name: registration, category: 'delegate', category_id: 'K1', sites: [], site_ids: [],
    badges: code ? [{ code_sha256: hash(code), revoked: false }] : [], ...more,
  };
}

// A server that says what the test has it say, and takes scans and acts as long as it is there.
class Server {
  constructor() {
    this.people = [person('ann', CODE), person('bob', OTHER)];
    this.rule = { id: DOOR, checkpoint: 'hall', site: null, site_id: null, direction: 'both', opens_at: null, closes_at: null, capacity: null, categories: [], category_ids: [] };
    this.inside_ = [];
    this.number = 0;
    this.isAway = true;
    this.sent = [];
    this.answers = new Map();
  }

  async roster() {
    return { cursor: 'r', whole: true, more: false, people: this.people, checkpoints: [this.rule], rehearsals: [], categories: [], sites: [] };
  }

  async inside() {
    return { cursor: null, inside: this.inside_ };
  }

  async count() {
    return { inside: this.number, expected: null, came: null };
  }

  async hear() {}

  async sendScans(scans) {
    return this.take(scans, (scan) => ({ id: scan.id, verdict: scan.told ?? 'admitted', registration: scan.registration }));
  }

  async sendActs(acts) {
    return this.take(acts, ({ id }) => ({ id, done: true }));
  }

  take(items, usual) {
    this.sent.push(...items);
    if (this.isAway) throw new NoAnswer();
    return items.map((item) => this.answers.get(item.id) ?? usual(item));
  }
}

// The parts of a phone that believe something, as the page puts them together.
class Phone {
  constructor(server) {
    this.server = server;
    this.since = new Since('Phone 1');
    this.queue = new ScanQueue(server, () => {}, this.since);
    this.roster = new Roster(null, server, this.since, (asked) => asked && this.counter.told(this.roster.counts, asked));
    this.counter = new Counter(server, this.since, { onCount: ({ inside }) => (this.number = inside), onUnpaired() {} });
    this.since.onChange = () => this.counter.show();
  }

  // Decides by itself, as without an answer.
  async scan(id, who, { direction = 'in', scanned_at = at(0) } = {}) {
    const scan = { id, ...who, checkpoint: DOOR, direction, scanned_at };
    const answered = this.queue.add(scan);
    const own = await judge(this.roster, scan);
    this.queue.told(id, own.verdict, own.rehearsal ? undefined : { registration: own.registration });
    return { ...own, answered };
  }

  undo(id, scan) {
    const of = this.since.undoing(scan.registration, scan);
    return this.queue.add({ id, do: 'undo', scan: scan.id, reason: 'Wrong person' }, of);
  }

  isInside(registration) {
    return Boolean(this.roster.insideSince(DOOR, registration));
  }

  // The server is back, and has written down all that waited.
  async send() {
    this.server.isAway = false;
    this.queue.retry();
    while (this.queue.length > 0) await new Promise((done) => setTimeout(done, 5));
  }

  end() {
    this.roster.end();
    this.counter.end();
  }
}

async function phone(server = new Server()) {
  const made = new Phone(server);
  await made.roster.refresh();
  await made.counter.follow(DOOR);
  return made;
}

const entry = (registration, time, device = 'Phone 2') => ({ registration, checkpoint: 'hall', checkpoint_id: DOOR, at: time, device });
const passage = (id, registration, direction, time, verdict = direction === 'in' ? 'admitted' : 'left') => ({ ...entry(registration, time), id, direction, verdict });

async function refreshedWhileWaiting() {
  const one = await phone();
  assert.equal((await one.scan('s1', { code: CODE })).verdict, 'admitted');
  assert.equal((await one.scan('s2', { code: CODE }, { scanned_at: at(1) })).verdict, 'already_in');
  for (let times = 0; times < 3; times += 1) {
    await one.roster.refresh();
    const again = await one.scan(`t${times}`, { code: CODE }, { scanned_at: at(2) });
    assert.deepEqual([again.verdict, again.first.at, again.first.device], ['already_in', at(0), 'Phone 1']);
  }
  assert.equal((await one.scan('s3', { code: CODE }, { direction: 'out', scanned_at: at(3) })).verdict, 'left');
  await one.roster.refresh();
  assert.equal((await one.scan('s4', { code: CODE }, { scanned_at: at(4) })).verdict, 'admitted');
  one.end();
}

async function readLate() {
  const one = await phone();
  let answer;
  one.server.inside = () => new Promise((given) => (answer = () => given({ cursor: null, inside: [] })));
  const reading = one.roster.refresh();
  await one.scan('s1', { code: CODE });
  await one.send();
  answer();
  await reading;
  assert.ok(one.isInside('ann'));
  one.server.inside = async () => ({ cursor: null, inside: [entry('ann', at(0))] });
  await one.roster.refresh();
  assert.equal(one.roster.insideSince(DOOR, 'ann').device, 'Phone 2', 'now the server says it itself');
  one.end();
}

async function heldByServer() {
  const one = await phone();
  await one.scan('s1', { code: CODE });
  await one.send();
  one.since.heard([passage('s1', 'ann', 'in', at(0)), passage('x', 'ann', 'out', at(5))]);
  assert.equal(one.isInside('ann'), false);
  await one.roster.refresh();
  assert.equal((await one.scan('s2', { code: CODE }, { scanned_at: at(6) })).verdict, 'admitted');
  one.end();
}

async function byTime() {
  const one = await phone();
  await one.scan('s1', { code: CODE }, { scanned_at: at(1) });
  await one.scan('s2', { code: OTHER }, { direction: 'out', scanned_at: at(1) });
  one.since.heard([passage('x', 'ann', 'out', at(5)), passage('y', 'bob', 'in', at(5))]);
  assert.deepEqual([one.isInside('ann'), one.isInside('bob')], [false, true]);
  one.end();
}

async function counted() {
  const server = new Server();
  server.inside_ = [entry('bob', at(0))];
  server.number = 1;
  const one = await phone(server);
  assert.equal(one.number, 1);
  await one.scan('s1', { code: CODE });
  await one.scan('s2', { code: CODE }, { scanned_at: at(1) });
  assert.equal(one.number, 2);
  await one.counter.follow(DOOR);
  await one.roster.refresh();
  assert.equal(one.number, 2, 'a count of the server does not know of it yet');
  await one.scan('s3', { code: OTHER }, { direction: 'out', scanned_at: at(2) });
  await one.scan('s4', { code: OTHER }, { direction: 'out', scanned_at: at(3) });
  assert.equal(one.number, 1, 'who is out does not leave again');
  let late;
  one.server.count = () => new Promise((given) => (late = () => given({ inside: 1 })));
  const counting = one.counter.follow(DOOR);
  await one.send();
  assert.equal(one.number, 1);
  late();
  await counting;
  assert.equal(one.number, 1, 'asked before, answered after');
  server.inside_ = [entry('ann', at(0))];
  await one.roster.refresh();
  assert.equal(one.number, 1);
  one.counter.told({ [DOOR]: 7 });
  assert.equal(one.number, 7);
  one.end();
}

async function newsFirst() {
  const server = new Server();
  server.isAway = false;
  const one = await phone(server);
  one.since.heard([passage('s1', 'ann', 'in', at(0))]);
  one.counter.told({ [DOOR]: 1 });
  await one.queue.add({ id: 's1', registration: 'ann', checkpoint: DOOR, direction: 'in', scanned_at: at(0) });
  assert.equal(one.number, 1);
  one.end();
}

async function undone() {
  const one = await phone();
  await one.scan('s1', { code: CODE });
  one.undo('u1', { id: 's1', registration: 'ann', checkpoint: DOOR, direction: 'in', scanned_at: at(0) });
  assert.deepEqual([one.isInside('ann'), one.number], [false, 0]);
  await one.roster.refresh();
  assert.deepEqual([one.isInside('ann'), one.number], [false, 0]);
  assert.deepEqual(one.server.sent.filter((item) => item.do).length, 0, 'not before the scan');
  await one.send();
  assert.deepEqual([one.isInside('ann'), one.number], [false, 0]);
  // One that the server's state holds.
  one.server.inside_ = [entry('bob', at(1), 'Phone 1')];
  await one.roster.refresh();
  one.server.isAway = true;
  one.undo('u2', { id: 's9', registration: 'bob', checkpoint: DOOR, direction: 'in', scanned_at: at(1) });
  await one.roster.refresh();
  assert.deepEqual([one.isInside('bob'), one.number], [false, 0]);
  // What holds them in is another's scan.
  one.server.inside_ = [entry('ann', at(2))];
  await one.roster.refresh();
  one.undo('u3', { id: 's8', registration: 'ann', checkpoint: DOOR, direction: 'in', scanned_at: at(3) });
  assert.ok(one.isInside('ann'));
  one.end();
}

async function undoneAhead() {
  const one = await phone();
  await one.scan('s1', { code: CODE }, { scanned_at: at(0, 2) });
  await one.send();
  one.server.inside_ = [entry('ann', at(0, 1), 'Phone 1'), entry('bob', at(0, 1))];
  await one.roster.refresh();
  one.server.isAway = true;
  one.undo('u1', { id: 's1', registration: 'ann', checkpoint: DOOR, direction: 'in', scanned_at: at(0, 2) });
  // Of whom another door let in a moment before, another scan is undone.
  one.undo('u2', { id: 's2', registration: 'bob', checkpoint: DOOR, direction: 'in', scanned_at: at(0, 2) });
  assert.deepEqual([one.isInside('ann'), one.isInside('bob')], [false, true]);
  one.end();
}

async function undoneTwice() {
  const one = await phone();
  const scan = (id, minute) => ({ id, registration: 'ann', checkpoint: DOOR, direction: 'in', scanned_at: at(minute) });
  await one.scan('s1', { code: CODE });
  await one.scan('s2', { code: CODE }, { scanned_at: at(1) });
  await one.scan('s3', { code: CODE }, { scanned_at: at(2) });
  one.undo('u1', scan('s3', 2));
  assert.equal(one.roster.insideSince(DOOR, 'ann').at, at(0));
  one.undo('u2', scan('s1', 0));
  assert.equal(one.roster.insideSince(DOOR, 'ann').at, at(1));
  await one.send();
  one.server.inside_ = [entry('ann', at(1))];
  await one.roster.refresh();
  assert.ok(one.isInside('ann'));
  one.undo('u3', scan('s2', 1));
  assert.equal(one.isInside('ann'), false);
  assert.deepEqual(one.since.way('ann').map(({ id, undone: isUndone }) => [id, isUndone]), [['s3', true], ['s2', true], ['s1', true]]);
  one.end();
}

// That the first was taken back this phone has only from a state, where it is not said of whom.
async function undoneElsewhere() {
  const one = await phone();
  await one.scan('s1', { code: CODE });
  await one.send();
  await one.roster.refresh();
  assert.equal(one.isInside('ann'), false);
  const second = { id: 's2', registration: 'ann', checkpoint: DOOR, direction: 'in', scanned_at: at(1) };
  assert.equal((await one.queue.add(second)).verdict, 'admitted');
  one.server.inside_ = [entry('ann', at(1), 'Phone 1')];
  await one.roster.refresh();
  one.server.isAway = true;
  one.undo('u1', second);
  assert.equal(one.isInside('ann'), false);
  one.end();
}

async function undoneOut() {
  const server = new Server();
  server.inside_ = [entry('ann', at(0))];
  const one = await phone(server);
  const out = { direction: 'out', scanned_at: at(5) };
  assert.equal((await one.scan('s1', { code: CODE }, out)).was_inside, true);
  assert.equal((await one.scan('s2', { code: CODE }, { direction: 'out', scanned_at: at(6) })).was_inside, false);
  await one.send();
  server.inside_ = [];
  await one.roster.refresh();
  one.undo('u2', { id: 's2', registration: 'ann', checkpoint: DOOR, direction: 'out', scanned_at: at(6) });
  assert.equal(one.isInside('ann'), false, 'the first still holds');
  one.undo('u1', { id: 's1', registration: 'ann', checkpoint: DOOR, ...out });
  assert.equal(one.roster.insideSince(DOOR, 'ann').at, at(0));
  one.end();
}

async function undoneBoth() {
  const one = await phone();
  const [entrance, exit] = ['in', 'out'].map((direction, minute) => ({ id: direction, registration: 'ann', checkpoint: DOOR, direction, scanned_at: at(minute) }));
  await one.scan('in', { code: CODE });
  await one.send();
  one.server.inside_ = [entry('ann', at(0), 'Phone 1')];
  await one.roster.refresh();
  one.server.isAway = true;
  await one.scan('out', { code: CODE }, { direction: 'out', scanned_at: at(1) });
  one.undo('u1', entrance);
  one.undo('u2', exit);
  assert.equal(one.isInside('ann'), false);
  one.end();
}

async function leftOnline() {
  for (const isHeardFirst of [false, true]) {
    const server = new Server();
    server.inside_ = [entry('ann', at(0))];
    server.isAway = false;
    const one = await phone(server);
    const leave = (id, registration) => {
      if (isHeardFirst) one.since.heard([passage(id, registration, 'out', at(5))]);
      return one.queue.add({ id, registration, told: 'left', checkpoint: DOOR, direction: 'out', scanned_at: at(5) });
    };
    assert.equal((await leave('s1', 'ann')).was_inside, true);
    assert.equal((await leave('s2', 'ann')).was_inside, false);
    assert.equal((await leave('s3', 'bob')).was_inside, false);
    assert.equal(one.number, 0);
    one.end();
  }
}

async function lost() {
  const one = await phone();
  const answered = one.queue.add({ id: 'l1', do: 'badge_lost', registration: 'ann', done_at: at(1) }, {});
  for (let times = 0; times < 2; times += 1) {
    const { verdict, reason } = await one.scan(`s${times}`, { code: CODE }, { scanned_at: at(2) });
    assert.deepEqual([verdict, reason], ['revoked', { replaced_at: at(1) }]);
    await one.roster.refresh();
  }
  await one.send();
  await answered;
  one.server.people = [person('ann', CODE, { badges: [{ code_sha256: hash(CODE), revoked: true, revoked_at: at(1) }, { code_sha256: hash(OTHER), revoked: false }] })];
  await one.roster.refresh();
  assert.equal((await one.scan('s8', { code: OTHER }, { scanned_at: at(3) })).verdict, 'admitted');
  assert.equal((await one.scan('s9', { code: CODE }, { scanned_at: at(3) })).verdict, 'revoked');
  one.end();
}

async function lostOfNobody() {
  const one = await phone();
  one.server.people = [person('ann', CODE, { state: 'withdrawn' })];
  await one.roster.refresh();
  one.queue.add({ id: 'l1', do: 'badge_lost', registration: 'ann', done_at: at(1) }, {});
  assert.equal((await one.scan('s1', { code: CODE }, { direction: 'out', scanned_at: at(2) })).verdict, 'left');
  assert.equal((await one.scan('s2', { code: CODE }, { scanned_at: at(3) })).verdict, 'not_confirmed');
  one.end();
}

async function walkIn() {
  const one = await phone();
  const act = { id: 'w1', do: 'walk_in', name: 'Ana Sefo', email: 'ana@people.example', country: 'WS' };
  one.queue.add(act);
  one.queue.told('w1', undefined, { state: 'confirmed', category: 'delegate', category_id: 'K1' });
  assert.equal((await one.scan('s1', { registration: 'w1' })).verdict, 'admitted');
  const names = () => [...one.roster.people()].map(({ name }) => name);
  for (let times = 0; times < 2; times += 1) {
    assert.ok(names().includes('Ana Sefo'));
    assert.ok(one.isInside('w1'));
    await one.roster.refresh();
  }
  one.server.answers.set('w1', { id: 'w1', done: true, registration: 'r9', name: 'Ana Sefo', state: 'confirmed' });
  one.server.answers.set('s1', { id: 's1', verdict: 'admitted', registration: 'r9' });
  await one.send();
  assert.deepEqual(one.server.sent.map(({ id }) => id).filter((id, place, all) => all.indexOf(id) === place), ['w1', 's1']);
  assert.ok(one.isInside('r9') && one.isInside('w1'));
  assert.equal(names().filter((name) => name === 'Ana Sefo').length, 1);
  one.server.people = [...one.server.people, person('r9', null, { name: 'Ana Sefo' })];
  one.server.inside_ = [entry('r9', at(0))];
  await one.roster.refresh();
  assert.ok(one.isInside('r9') && one.isInside('w1'));
  assert.equal(names().filter((name) => name === 'Ana Sefo').length, 1);
  assert.equal(one.number, 1);
  one.end();
}

// What a browser keeps.
class Kept {
  rows = new Map();

  async all() {
    return [...this.rows.values()].map((row) => JSON.parse(row));
  }

  async put(table, name, value) {
    this.rows.set(name, JSON.stringify(value));
  }

  async delete(table, name) {
    this.rows.delete(name);
  }
}

async function reopened() {
  const [store, server] = [new Kept(), new Server()];
  const first = await phone(server);
  await first.queue.keepIn(store);
  await first.scan('s1', { code: CODE });
  first.queue.add({ id: 'l1', do: 'badge_lost', registration: 'bob', done_at: at(1) }, {});
  first.queue.add({ id: 'w1', do: 'walk_in', name: 'Ana Sefo', country: 'WS' });
  first.queue.told('w1', undefined, { state: 'confirmed', category_id: 'K1' });
  await first.scan('s2', { registration: 'w1' }, { scanned_at: at(2) });
  await first.scan('s3', { registration: 'bob' }, { scanned_at: at(2) });
  first.undo('u1', { id: 's3', registration: 'bob', checkpoint: DOOR, direction: 'in', scanned_at: at(2) });
  await new Promise((done) => setTimeout(done, 20));
  first.end();

  const second = await phone(server);
  await second.queue.keepIn(store);
  await second.roster.refresh();
  assert.equal(second.number, 2);
  assert.equal((await second.scan('s4', { code: CODE }, { scanned_at: at(5) })).verdict, 'already_in');
  assert.equal((await second.scan('s5', { code: OTHER }, { scanned_at: at(5) })).verdict, 'revoked');
  assert.equal((await second.scan('s6', { registration: 'w1' }, { scanned_at: at(5) })).verdict, 'already_in');
  assert.equal((await second.scan('s7', { registration: 'bob' }, { scanned_at: at(5) })).verdict, 'admitted');
  const known = server.sent.findLast(({ id }) => id === 's1');
  assert.deepEqual(Object.keys(known), ['id', 'code', 'checkpoint', 'direction', 'scanned_at', 'told'], 'no more is sent than was');
  second.end();
}

async function putOnTheDesk() {
  const one = await phone();
  const { answered } = await one.scan('s1', { code: CODE });
  one.server.answers.set('s1', { id: 's1', kept: true, error: 'People only go out at this checkpoint.' });
  await one.send();
  assert.equal((await answered).kept, true);
  assert.deepEqual([one.isInside('ann'), one.number], [false, 0]);
  one.end();
}

async function notCounted() {
  const one = await phone();
  one.server.answers.set('s1', { id: 's1', verdict: 'revoked', registration: 'ann' });
  await one.scan('s1', { code: CODE });
  const second = { id: 's2', registration: 'ann', checkpoint: DOOR, direction: 'in', scanned_at: at(1) };
  await one.scan('s2', { registration: 'ann' }, { scanned_at: at(1) });
  await one.send();
  assert.equal(one.roster.insideSince(DOOR, 'ann').at, at(1));
  one.server.inside_ = [entry('ann', at(1))];
  await one.roster.refresh();
  one.server.isAway = true;
  one.undo('u1', second);
  assert.equal(one.isInside('ann'), false);
  assert.deepEqual(one.since.way('ann').map(({ id, verdict }) => [id, verdict]), [['s2', 'already_in'], ['s1', 'revoked']]);
  one.end();
}

async function rehearsed() {
  const one = await phone();
  const { answered } = await one.scan('s1', { code: CODE });
  one.server.answers.set('s1', { id: 's1', verdict: 'admitted', registration: 'ann', rehearsal: true });
  await one.send();
  await answered;
  assert.deepEqual([one.isInside('ann'), one.number], [false, 0]);
  one.end();
}

async function begunAnew() {
  const one = await phone();
  await one.scan('s1', { code: CODE });
  const pages = [
    { whole: true, more: true, cursor: 'n1', people: [person('ann', CODE)] },
    { whole: false, more: false, cursor: 'n2', people: [person('eve', null)] },
  ];
  const asked = [];
  one.server.roster = async (since) => {
    asked.push(since);
    if (asked.length === 2) throw new NoAnswer();
    return { checkpoints: [one.server.rule], rehearsals: [], categories: [], sites: [], ...pages.shift() };
  };
  await one.roster.refresh();
  assert.ok(one.roster.person('bob'), 'the list before serves until the new one is complete');
  await one.roster.refresh();
  assert.deepEqual(asked, ['r', 'n1', 'n1']);
  assert.deepEqual([...one.roster.people()].map(({ registration }) => registration), ['ann', 'eve']);
  assert.equal((await one.scan('s2', { code: CODE }, { scanned_at: at(1) })).verdict, 'already_in');
  assert.equal((await one.scan('s3', { code: OTHER }, { scanned_at: at(1) })).verdict, 'unknown');
  one.end();
}

async function renamed() {
  const server = new Server();
  server.rule = { ...server.rule, categories: ['delegate'], category_ids: ['K1'], site: 'baku', site_id: 'S3' };
  server.people = [person('ann', CODE, { sites: ['baku'], site_ids: ['S3'] }), person('bob', OTHER, { category: 'staff', category_id: 'K2' })];
  const one = await phone(server);
  // The list of people stays as it was; everything is called otherwise.
  server.rule = { ...server.rule, checkpoint: 'grand-hall', categories: ['members'], site: 'capital' };
  server.roster = async () => ({ cursor: 'r2', whole: false, more: false, people: [], checkpoints: [server.rule], rehearsals: [], categories: [], sites: [] });
  await one.roster.refresh();
  assert.equal((await one.scan('s1', { code: CODE })).verdict, 'admitted');
  assert.equal((await one.scan('s2', { code: OTHER })).verdict, 'wrong_category');
  one.end();
}

async function differences() {
  const server = new Server();
  server.inside = async () => ({ cursor: 'i1', inside: [entry('ann', at(0))] });
  const one = await phone(server);
  const asked = [];
  const say = (answer) => (server.inside = async (since) => {
    asked.push(since);
    return answer;
  });
  say({ cursor: 'i2', whole: false, inside: [entry('bob', at(1))], outside: [{ registration: 'ann', checkpoint_id: DOOR }] });
  await one.roster.refresh();
  assert.deepEqual([one.isInside('ann'), one.isInside('bob'), one.number], [false, true, 1]);
  say({ cursor: 'i3', whole: false, inside: [], outside: [] });
  await one.roster.refresh();
  assert.ok(one.isInside('bob'));
  say({ cursor: 'j1', whole: true, inside: [entry('ann', at(2))] });
  await one.roster.refresh();
  assert.deepEqual([one.isInside('ann'), one.isInside('bob'), one.number], [true, false, 1]);
  assert.deepEqual(asked, ['i1', 'i2', 'i3']);
  one.end();
}
