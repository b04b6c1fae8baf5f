// The time a phone goes by is the server's, however its own clock stands and whatever somebody does to it.
import assert from 'node:assert/strict';
import { part } from './support/door-parts.mjs';

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
