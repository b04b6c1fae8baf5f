// The parts of the scan page that need no page: when a badge counts again, what a scanner types, what is sent again.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { part } from './support/door-parts.mjs';
import { top } from './support/tools.mjs';

const { RecentCodes } = await part('recent-codes.js');
const { Wedge } = await part('wedge.js');
const { ScanQueue } = await part('scan-queue.js');
const { NoAnswer } = await part('api.js');
const { badgeCode, codeStarts } = await part('badge-code.js');
const { typedBadge } = await part('typed-code.js');
const { judge } = await part('judge.js');
const { uuid7 } = await part('uuid7.js');

const BADGE = 'HZ7QK3M9XA2VBT5WZ8RC4DPE6NGJ';

// A badge as the roster has it.
function listed(code, more = {}) {
  const hash = (text) => createHash('sha256').update(text).digest('hex');
  const ends = [7, 8, 9, 10].map((end) => hash(code.slice(0, end))[0]);
  return { code_sha256: hash(code), start: hash(code.slice(0, 6)).slice(0, 8) + ends.join(''), revoked: false, ...more };
}

// A list of two people, as the judge asks for it.
function rosterOf(people) {
  const badge = (hash) => people.flatMap(({ registration, badges }) => {
    return badges.filter((one) => one.code_sha256 === hash).map(({ revoked }) => ({ registration, revoked }));
  })[0];
  return {
    badge,
    people: () => people.values(),
    person: (registration) => people.find((one) => one.registration === registration),
    rule: () => ({ categories: [], category_ids: [], opens_at: null, closes_at: null, capacity: null }),
    insideSince: () => undefined,
    countInside: () => 0,
    rehearsals: { running: () => undefined },
  };
}

function heldFor(codes, seconds, code, from) {
  const counted = [];
  for (let at = 0; at < seconds * 1000; at += 100) if (codes.frame(code, from + at)) counted.push(from + at);
  return counted;
}

function typed(text, { pause = 8, ending = 'Enter', keyOf = (c) => c } = {}) {
  const wedge = new Wedge();
  let now = 1000;
  for (const c of text) wedge.key({ key: keyOf(c), code: /[0-9]/.test(c) ? `Digit${c}` : `Key${c}` }, (now += pause));
  return wedge.key({ key: ending, code: ending }, (now += pause));
}

export const tests = {
  'everything typed or read is the code that it is, as the server reads it': () => {
    const cases = JSON.parse(readFileSync(join(top, 'tests/support/typed_codes.json'), 'utf8'));
    assert.ok(cases.length > 40);
    for (const { typed, code = null, starts = null } of cases) {
      assert.equal(badgeCode(typed), code, typed);
      assert.deepEqual(codeStarts(typed), starts, typed);
    }
  },

  'what the list has of a beginning is what the server makes of it': () => {
    assert.equal(listed('7QK3M9XA2VBT0123456789ABCD').start, '612b058faff3');
  },

  'a phone alone knows a badge by six characters, and asks for more where they may be another': async () => {
    const codes = ['7QK3M9XA2VBT0123456789ABCD', 'C4DPE6NGJ7QK3M9XA2VBT5WZ8R', 'PQK3R9XA2VBT0123456789ABCD',
      'PQK3S9XA3VBT0123456789ABCD', 'EF12345A2VBT0123456789ABCD', 'FE1234ZA3VBT0123456789ABCD'];
    const badges = codes.map((code) => listed(code));
    const whose = async (typed, list = badges) => {
      const { hash, more } = await typedBadge(list, typed);
      return more ? 'more' : list.findIndex((badge) => badge.code_sha256 === hash);
    };
    for (const [typed, expected] of [
      ['7QK3M9', 0], ['hz 7qk3 m9xa', 0], ['7QK3M9XA2VBTOI', 0], ['c4dpe6', 1], ['PQK3R9XA2V', 2], ['PQK3S9XA3V', 3],
      ['EF12345', 4], ['FE1234Z', 5], ['7QK3M', 'more'], ['HZ 7QK3 M', 'more'], ['PQK3R9XA', 'more'],
      ['EF1234', 'more'], ['7QK3M8', -1], ['7QK3M9XB', -1], ['QQQQQQQQQQ', -1], ['menu 2025', -1],
    ]) assert.equal(await whose(typed), expected, typed);
    const sealed = badges.map(({ start, ...badge }) => badge);
    assert.equal(await whose('7QK3M9', sealed), 'more');
  },

  'a phone alone gives the verdict of a typed beginning, also of a badge that is void': async () => {
    const people = [
      { registration: 'ada', name: 'Ada', state: 'confirmed', category: 'c', sites: [], site_ids: [], badges: [listed('7QK3M9XA2VBT0123456789ABCD')] },
      { registration: 'bea', name: 'Bea', state: 'confirmed', category: 'c', sites: [], site_ids: [], badges: [listed('C4DPE6NGJ7QK3M9XA2VBT5WZ8R', { revoked: true })] },
    ];
    const judged = (code) => judge(rosterOf(people), { id: 'x', code, checkpoint: 'door', direction: 'in', scanned_at: '2025-04-28T05:00:00Z' });
    assert.equal((await judged('7qk3m9')).verdict, 'admitted');
    assert.equal((await judged('7qk3m9')).registration, 'ada');
    assert.equal((await judged('c4dpe6')).verdict, 'revoked');
    assert.deepEqual((await judged('7qk3')).reason, { more: true });
    assert.equal((await judged('qqqqqq')).verdict, 'unknown');
    assert.equal((await judged('qqqqqq')).reason, undefined);
  },

  'a badge held before the camera counts once, and again after it was away for a second': () => {
    const codes = new RecentCodes();
    assert.deepEqual(heldFor(codes, 10, BADGE, 0), [0]);
    assert.deepEqual(heldFor(codes, 0.9, null, 10_000), []);
    assert.deepEqual(heldFor(codes, 1, BADGE, 10_900), []);
    heldFor(codes, 1.1, null, 12_000);
    assert.deepEqual(heldFor(codes, 1, BADGE, 13_100), [13_100]);
  },

  'a camera that stood still has seen nobody leave': () => {
    const codes = new RecentCodes();
    assert.ok(codes.frame(BADGE, 0));
    assert.ok(!codes.frame(BADGE, 60_000));
  },

  'two badges in one picture count once each, though they take turns': () => {
    const codes = new RecentCodes();
    const counted = [];
    for (let at = 0; at < 5000; at += 100) {
      const code = (at / 100) % 2 ? 'A' : 'B';
      if (codes.frame(code, at)) counted.push(code);
    }
    assert.deepEqual(counted, ['B', 'A']);
  },

  'a scanner is told from a hand by its speed': () => {
    assert.equal(typed(BADGE), BADGE);
    assert.equal(typed('Aghayeva'), 'Aghayeva');
    assert.equal(typed('Aghayeva', { pause: 90 }), null);
    assert.equal(typed(BADGE, { pause: 400 }), null);
    assert.equal(typed('HZ7'), null);
    assert.equal(typed(BADGE, { ending: 'Tab' }), null);
  },

  'a badge is heard though a busy computer holds keys back': () => {
    assert.equal(typed(BADGE, { pause: 120 }), BADGE);
  },

  'a scanner on a Russian keyboard is understood by its keys': () => {
    const russian = (c) => (/[A-Z]/.test(c) ? 'Ж' : c);
    assert.equal(typed(BADGE, { keyOf: russian }), BADGE);
    assert.equal(typed('MENU 2025', { keyOf: russian }), 'ЖЖЖЖ 2025');
  },

  'a scan is sent with the same id until it is answered, and others go along': async () => {
    const sent = [];
    let away = 3;
    const queue = new ScanQueue({ sendScans: async (scans) => {
      sent.push(scans.map((scan) => scan.id));
      if (away-- > 0) throw new NoAnswer();
      return scans.map(({ id }) => ({ id, verdict: 'admitted' }));
    } }, () => {});
    const results = await Promise.all(['a', 'b', 'c'].map((id) => queue.add({ id })));
    assert.deepEqual(results.map((result) => result.id), ['a', 'b', 'c']);
    assert.deepEqual(sent[0], ['a']);
    assert.deepEqual(sent.at(-1), ['a', 'b', 'c']);
    assert.equal(queue.length, 0);
  },

  'ids made on a device sort by their time': () => {
    const ids = [1, 2, 3].map((n) => uuid7(1_700_000_000_000 + n));
    for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.deepEqual([...ids].sort(), ids);
    assert.equal(new Set(Array.from({ length: 1000 }, () => uuid7(5))).size, 1000);
  },
};
