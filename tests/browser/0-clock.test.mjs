// The time a phone goes by is the server's, however its own clock stands and whatever somebody does to it.
import assert from 'node:assert/strict';
import { page, part } from './support/door-parts.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const kept = new Map();
globalThis.localStorage = { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, String(value)) };

export const tests = {
  'a clock that is days off tells the server\'s time after one answer, and says by how much it is wrong': corrected,
  'half the time an answer took is taken off': halved,
  'a small difference is none, and a clock that is right says nothing': small,
  'the last correction is known when the phone starts alone': startedAlone,
  'a clock that is set back, while the page is open or closed, does not bring an hour twice': setBack,
  'a clock that is set ahead is noticed with the next answer': setAhead,
  'a clock that is set ahead over the end of the pairing, while the server is away, ends nothing and is said to be doubtful': setOverTheEnd,
  'the same is so when the page is opened again, however often': openedOverTheEnd,
  'a phone that slept within its time goes by its clock, and one whose time is over is told so': slept,
  'a correction comes nearer to the truth with each answer and goes to and fro by none, so that what happens within a second stays in its order': steady,
  'what was done alone by a clock that is hours off is sent with the true times, each once': takenAlone,
  'the same is so when the page was opened again meanwhile': takenBefore,
  'what was done alone before somebody set the clock, and after, is sent with the true times': setInBetween,
  'the same is so where the clock is set twice, and the page last heard the time long before it was opened': setTwice,
  'who is inside on the phone is who is inside by the true times, once they are known': insideByTrueTimes,
};

const realNow = Date.now;
// What the phone's clock shows beside the true time.
let wrong = 0;
Date.now = () => realNow() + wrong;
const truth = () => new Date(realNow()).toUTCString();

let opened = 0;
// The page opened again.
async function clock() {
  opened += 1;
  return (await part('clock.js', `?${opened}`)).clock;
}

const off = (one) => Math.abs(one.now() - realNow());

async function corrected() {
  for (const by of [20 * MINUTE, -20 * MINUTE, 3 * DAY, -400 * DAY]) {
    kept.clear();
    wrong = by;
    const one = await clock();
    one.heard(truth(), performance.now());
    assert.ok(off(one) < 1500, `${by}: ${off(one)} ms off`);
    assert.ok(Math.abs(one.wrong + by) < 1500, `${by}: ${one.wrong}`);
    one.heard(null, performance.now());
    assert.ok(off(one) < 1500, 'an answer without a date says nothing');
  }
}

async function halved() {
  kept.clear();
  wrong = 10 * MINUTE;
  const one = await clock();
  one.heard(new Date(realNow() - 4000).toUTCString(), performance.now() - 8000);
  assert.ok(off(one) < 1500, `${off(one)} ms off`);
}

async function small() {
  kept.clear();
  wrong = 2000;
  const one = await clock();
  one.heard(truth(), performance.now());
  assert.deepEqual([Math.round((one.now() - realNow()) / 100), one.wrong], [20, 0]);
  wrong = MINUTE;
  one.heard(truth(), performance.now());
  assert.equal(one.wrong, 0);
  assert.ok(off(one) < 1500);
}

async function startedAlone() {
  kept.clear();
  wrong = -2 * DAY;
  (await clock()).heard(truth(), performance.now());
  const again = await clock();
  assert.ok(off(again) < 1500);
  assert.ok(Math.abs(again.wrong - 2 * DAY) < 1500);
}

async function setBack() {
  kept.clear();
  wrong = 0;
  const one = await clock();
  one.heard(truth(), performance.now());
  wrong = -60 * MINUTE;
  assert.ok(off(one) < 1500);
  assert.ok(Math.abs(one.wrong - 60 * MINUTE) < 1500, 'and it is said');
  assert.ok(off(await clock()) < 1500);
}

async function setAhead() {
  kept.clear();
  wrong = 0;
  const one = await clock();
  one.heard(truth(), performance.now());
  wrong = DAY;
  one.heard(truth(), performance.now());
  assert.ok(off(one) < 1500);
}

async function setOverTheEnd() {
  for (const by of [5 * HOUR, DAY, 400 * DAY]) {
    kept.clear();
    wrong = 0;
    const one = await clock();
    one.end = realNow() + 2 * HOUR;
    one.heard(truth(), performance.now());
    assert.equal(one.isUnsure, false);
    wrong = by;
    assert.ok(off(one) < 1500, `${by}: ${off(one)} ms off`);
    assert.equal(one.isUnsure, true);
    one.heard(truth(), performance.now());
    assert.ok(off(one) < 1500);
    assert.equal(one.isUnsure, false, 'the server was heard');
  }
}

async function openedOverTheEnd() {
  kept.clear();
  wrong = 0;
  const end = realNow() + 2 * HOUR;
  (await clock()).heard(truth(), performance.now());
  wrong = 3 * DAY;
  for (let times = 0; times < 3; times += 1) {
    const again = await clock();
    again.end = end;
    assert.ok(off(again) < 3000, `${off(again)} ms off`);
    assert.equal(again.isUnsure, true);
    again.keep();
  }
}

async function slept() {
  kept.clear();
  wrong = 0;
  const one = await clock();
  one.end = realNow() + DAY;
  one.heard(truth(), performance.now());
  // As a phone that lay in a pocket all night: its clock went on, and the page's did not.
  wrong = 9 * HOUR;
  assert.ok(Math.abs(one.now() - Date.now()) < 1500);
  assert.equal(one.isUnsure, false);
  one.end = realNow() + 2 * HOUR;
  wrong = 3 * HOUR;
  assert.ok(one.now() > realNow() + 2 * HOUR, 'over');
  assert.equal(one.isUnsure, false);
  wrong = 0;
  one.end = realNow() - HOUR;
  wrong = DAY;
  assert.equal(one.isUnsure, false, 'it was over before');
}

async function steady() {
  kept.clear();
  wrong = 2 * HOUR;
  const one = await clock();
  one.heard(truth(), performance.now());
  for (let times = 0; times < 6; times += 1) {
    const before = one.now() - realNow();
    await new Promise((done) => setTimeout(done, 230));
    one.heard(truth(), performance.now());
    const after = one.now() - realNow();
    assert.ok(Math.abs(after) < Math.abs(before) + 20, `from ${before} ms off to ${after}`);
  }
}

// A phone at a door: its page, what it keeps, and a server that is away until it is said to be back.
async function phone(store = new Map()) {
  const load = page();
  const [{ clock: own }, { ScanQueue }, { Since }, { NoAnswer }] = await Promise.all(['clock.js', 'scan-queue.js', 'since.js', 'api.js'].map((name) => load(name)));
  const one = { clock: own, sent: [], isAway: true, since: new Since('Phone') };
  const answer = async (content) => {
    if (one.isAway) throw new NoAnswer();
    own.heard(truth(), performance.now());
    return content;
  };
  const take = async (items) => {
    const results = await answer(items.map(({ id, do: what }) => (what ? { id, done: true } : { id, verdict: 'admitted' })));
    one.sent.push(...items);
    return results;
  };
  one.queue = new ScanQueue({ hear: () => answer(), sendScans: take, sendActs: take }, () => {}, one.since);
  const copy = (text) => JSON.parse(text);
  await one.queue.keepIn({
    all: async () => [...store.values()].map(copy),
    put: async (_, id, value) => store.set(id, JSON.stringify(value)),
    delete: async (_, id) => store.delete(id),
  });
  one.true = new Map();
  one.took = (id) => one.true.set(id, realNow());
  one.scan = (id, registration) => {
    one.took(id);
    one.queue.add({ id, registration, checkpoint: 'C1', direction: 'in', scanned_at: own.now().toISOString() });
    one.queue.told(id, 'admitted', { registration });
  };
  one.act = (id, what, fields) => {
    one.took(id);
    one.queue.add({ id, do: what, checkpoint: 'C1', done_at: own.now().toISOString(), ...fields }, {});
  };
  one.isBack = async () => {
    one.isAway = false;
    one.queue.retry();
    for (const began = realNow(); one.queue.length > 0;) {
      assert.ok(realNow() - began < 20_000, 'in time');
      await new Promise((done) => setTimeout(done, 5));
    }
  };
  return one;
}

function sentOnceAtTrueTimes({ sent }, times, what) {
  assert.deepEqual(sent.map(({ id }) => id).sort(), [...times.keys()].sort(), `${what}: each once`);
  for (const { id, scanned_at: scanned, done_at: done } of sent) {
    const by = Date.parse(scanned ?? done) - times.get(id);
    assert.ok(Math.abs(by) < 1500, `${what}: ${id} is ${by} ms off`);
  }
}

async function takenAlone() {
  for (const by of [3 * HOUR, -3 * HOUR, DAY, -DAY]) {
    kept.clear();
    wrong = by;
    const one = await phone();
    one.scan('a', 'P1');
    one.act('b', 'badge_lost', { registration: 'P2' });
    one.act('c', 'undo', { scan: 'a' });
    one.scan('d', 'P1');
    await one.isBack();
    sentOnceAtTrueTimes(one, one.true, `${by}`);
  }
}

async function takenBefore() {
  for (const by of [3 * HOUR, -3 * HOUR, DAY, -DAY]) {
    kept.clear();
    wrong = by;
    const store = new Map();
    const first = await phone(store);
    first.scan('a', 'P1');
    first.act('b', 'walk_in', { name: 'Aygul' });
    await new Promise((done) => setTimeout(done, 20));
    const second = await phone(store);
    assert.equal(second.queue.length, 2);
    await second.isBack();
    sentOnceAtTrueTimes(second, first.true, `${by}`);
    assert.deepEqual([first.sent.length, store.size], [0, 0]);
  }
}

async function setInBetween() {
  for (const [before, after] of [[3 * HOUR, 0], [-3 * HOUR, 0], [-3 * HOUR, DAY], [0, -3 * HOUR], [0, DAY]]) {
    kept.clear();
    wrong = before;
    const one = await phone();
    one.clock.heard(truth(), performance.now());
    one.scan('a', 'P1');
    wrong = after;
    one.scan('b', 'P2');
    await one.isBack();
    sentOnceAtTrueTimes(one, one.true, `${before}, ${after}`);
  }
}

async function setTwice() {
  kept.clear();
  wrong = 2 * HOUR;
  (await phone()).clock.heard(truth(), performance.now());
  kept.set('door-clock-heard', realNow() - 40 * MINUTE);
  wrong = 0;
  const one = await phone();
  one.scan('a', 'P1');
  wrong = -DAY;
  await one.isBack();
  sentOnceAtTrueTimes(one, one.true, 'twice');
}

async function insideByTrueTimes() {
  kept.clear();
  wrong = 3 * HOUR;
  const one = await phone();
  one.scan('a', 'P1');
  one.scan('b', 'P2');
  one.clock.heard(truth(), performance.now());
  // By another door, a moment ago: after the one, and before the other.
  const out = { checkpoint_id: 'C1', direction: 'out', verdict: 'left', device: 'Other' };
  one.since.heard([{ ...out, id: 'x', registration: 'P1', at: new Date(realNow() + 2000).toISOString() }]);
  one.since.heard([{ ...out, id: 'y', registration: 'P2', at: new Date(realNow() - MINUTE).toISOString() }]);
  const isInside = (registration) => one.since.insideSince('C1', registration) !== undefined;
  assert.deepEqual([isInside('P1'), isInside('P2'), one.since.change('C1')], [false, true, 1]);
  const undoing = one.since.undoing('P2', { id: 'b', checkpoint: 'C1', direction: 'in', scanned_at: new Date(Date.now()).toISOString() });
  assert.ok(Math.abs(Date.parse(undoing.at) - realNow()) < 1500, 'what is taken back was then');
}
