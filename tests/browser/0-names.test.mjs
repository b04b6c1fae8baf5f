// The phone hears names as the server does: the same folding, the same score, the same people in the same order.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { part } from './support/door-parts.mjs';
import { binary } from './support/product.mjs';
import { top } from './support/tools.mjs';

const { fold, foldBoth } = await part('names/fold.js');
const { hasHan } = await part('names/asian.js');
const { Lexicon } = await part('names/lexicon.js');
const { Query } = await part('names/query.js');
const { findPeople } = await part('name-finder.js');

const PAIRS = ['heard.txt', 'held-out.txt'].flatMap((file) => {
  const lines = readFileSync(join(top, 'tests/bench/names', file), 'utf8').split('\n');
  return lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split('|').map((part) => part.trim()));
});

const ALPHABETS = readFileSync(join(top, 'tests/bench/names/alphabets.txt'), 'utf8')
  .split('\n').filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('|').map((part) => part.trim()).slice(1));

// Each typed text beside its own name, the name in other letters, and some names it was not meant for.
function questions() {
  const names = PAIRS.flatMap(([, name, native]) => [name, native]).filter((name) => name && !hasHan(name));
  const alphabets = ALPHABETS.flatMap(([one, other]) => [[one, other], [other, one]]).filter((pair) => !pair.some(hasHan));
  return alphabets.concat(PAIRS.filter(([, , , typed]) => !hasHan(typed)).flatMap(([, name, native, typed], at) => {
    const others = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((step) => names[(at * 7 + step * 31) % names.length]);
    return [name, native, ...others].filter((other) => other && !hasHan(other)).map((other) => [typed, other]);
  }));
}

function heardByServer(pairs) {
  const input = pairs.map((pair) => `${pair.join('\t')}\n`).join('');
  const said = execFileSync(binary, ['heard'], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  return said.trim().split('\n').map((line) => JSON.parse(line));
}

function rosterOf(people, inside = []) {
  return { people: () => people.values(), insideSince: (_, id) => (inside.includes(id) ? { at: '2025-04-28T05:00:00Z' } : undefined) };
}

function people(...names) {
  return names.map((name, at) => ({ registration: `r${at}`, name, folded: foldBoth(name), organisation: null }));
}

const found = (roster, words) => findPeople(roster, words, 'door').map(({ name }) => name);

export const tests = {
  'a phone hears and scores thousands of names as the server does': () => {
    const pairs = questions();
    assert.ok(pairs.length > 4000, `${pairs.length} questions`);
    const heard = heardByServer(pairs);
    const wrong = [];
    pairs.forEach(([typed, name], at) => {
      const { score, ...server } = heard[at];
      const phone = { typed: fold(typed), name: fold(name) };
      const lexicon = new Lexicon();
      const names = lexicon.read(server.name);
      const query = new Query(typed, lexicon);
      names.forEach((one) => query.compare(one));
      const own = query.score(names, []);
      if (phone.typed !== server.typed || phone.name !== server.name || Math.abs(own - score) > 1e-9) {
        wrong.push(`${typed} | ${name}: ${JSON.stringify({ ...phone, score: own })}, the server: ${JSON.stringify(heard[at])}`);
      }
    });
    assert.equal(wrong.length, 0, `${wrong.length} of ${pairs.length}:\n${wrong.slice(0, 20).join('\n')}`);
  },

  'of people who answer equally well, who has not arrived stands first': () => {
    const [one, other] = people('Tələt Hacıyev', 'Tələt Hacıyev');
    const roster = rosterOf([one, other], ['r0']);
    assert.deepEqual(findPeople(roster, 'haciyev', 'door').map(({ registration }) => registration), ['r1', 'r0']);
  },

  'a better name stands first though its bearer is inside': () => {
    const roster = rosterOf(people('Telat Hajizade', 'Tələt Hacıyev'), ['r1']);
    assert.equal(found(roster, 'telet haciyev')[0], 'Tələt Hacıyev');
  },

  'a phone finds by three letters, word order, initials, passport lines and slips, and nobody unlike': () => {
    const roster = rosterOf(people('Tələt Hacıyev Rauf oğlu', 'Mamadou Ouattara', 'Nguyễn Thị Hương'));
    for (const typed of ['tel', 'haciyev', 'hacıyev tələt', 't hacıyev', 'HACIYEV<<TELET', 'гаджиев', 'حاجييف', 'hacıyve tələt']) {
      assert.deepEqual(found(roster, typed), ['Tələt Hacıyev Rauf oğlu'], typed);
    }
    assert.deepEqual(found(roster, 'wattara'), ['Mamadou Ouattara']);
    assert.deepEqual(found(roster, 'smith'), []);
  },

  'a name is found however its own people write it: in two alphabets, with vowel marks, with gaps and without': () => {
    const crowd = PAIRS.map(([, name]) => name);
    const missed = [];
    for (const [registered, typed] of [[0, 1], [1, 0]]) {
      const roster = rosterOf(people(...ALPHABETS.map((pair) => pair[registered]), ...crowd));
      for (const pair of ALPHABETS) {
        const top = found(roster, pair[typed]).slice(0, 3);
        if (!top.includes(pair[registered])) missed.push(`${pair[typed]} -> ${pair[registered]}: ${top}`);
      }
    }
    assert.deepEqual(missed, []);
  },

  'nothing is listed that resembles nothing': () => {
    const roster = rosterOf(people(...PAIRS.map(([, name]) => name), ...ALPHABETS.flat()));
    for (const typed of ['zzzqq', 'zzz', 'qqq', 'hjkl', 'asdfgh', 'zxcvb', 'xkcdw', 'qwrtp', 'fghj', '12345', 'bbbb', 'sdfsdf',
      'brrrr', 'pffff', 'zzz qqq', 'xxyyzz', 'щщщ', 'ъъъ', 'ههههه', 'zzzqq zzzqq', '😀', 'zqxj']) {
      assert.deepEqual(found(roster, typed), [], typed);
    }
  },

  'Chinese characters are compared as they stand': () => {
    const [wang, li] = people('Wang Zhiyuan', 'Li Ming');
    const roster = rosterOf([{ ...wang, native_name: '王志远' }, { ...li, native_name: '李明' }]);
    assert.deepEqual(found(roster, '王志'), ['Wang Zhiyuan']);
  },

  'who was added to the list later is found too': () => {
    const known = people('Aysel Quliyeva');
    const roster = rosterOf(known);
    assert.deepEqual(found(roster, 'kamran'), []);
    known.push({ registration: 'new', name: 'Kamran Əliyev', folded: foldBoth('Kamran Əliyev'), organisation: null });
    assert.deepEqual(found(roster, 'kamran'), ['Kamran Əliyev']);
  },
};
