// The list of people is kept in a short form: whoever is read from it is who was put in.
import assert from 'node:assert/strict';
import { part } from './support/door-parts.mjs';

const { hashesOf, pack, unpack, unpackInside, unpackPerson } = await part('packed.js');

const KNOWN = {
  registration: 'r1', state: 'confirmed', name: 'Şəhla Ağayeva', native_name: undefined, latin_name: 'Shahla Aghayeva', latin_is_ours: true, organisation: 'Ümid', country: 'AZ',
  category: 'delegate', category_id: 'K1', sites: ['baku', 'nakhchivan'], site_ids: ['S1', 'S2'], folded: 'shahla aghayeva', folded_organisation: 'umid',
  badges: [
    { code_sha256: 'ab', revoked: true, revoked_at: '2025-04-28T05:00:00Z', sealed: undefined, start: '612b058faff3' },
    { code_sha256: 'cd', revoked: false, revoked_at: undefined, sealed: 'x', start: undefined },
  ],
};
const INSIDE = { registration: 'r1', checkpoint: 'C17', at: '2025-04-28T05:01:02Z', device: 'Phone 1' };

// As it lies in the browser.
const kept = (people, inside) => unpack(pack(people, inside, { cursor: 'c7' }));

export const tests = {
  'a person of the kept list is as before, lost badges too': () => {
    const other = { ...KNOWN, registration: 'r2', name: 'A "line"\nof two' };
    const { words, people, inside, cursor } = kept([KNOWN, other], [INSIDE]);
    assert.deepEqual([...people.keys(), cursor], ['r1', 'r2', 'c7']);
    const lines = [...people.values()];
    assert.deepEqual(lines.map((line) => unpackPerson(line, words)), [KNOWN, other]);
    assert.deepEqual(lines.map(hashesOf), [['ab', 'cd'], ['ab', 'cd']]);
    assert.deepEqual([...unpackInside({ words, inside })], [INSIDE]);
  },

  'who is expected no longer has nothing but a state and badges': () => {
    const { words, people } = kept([{ registration: 'r3', state: 'withdrawn', badges: [] }], []);
    const person = unpackPerson(people.get('r3'), words);
    assert.deepEqual([person.state, person.name, person.badges], ['withdrawn', undefined, []]);
  },

  'a list that an older version of the page kept is not misread': () => {
    assert.equal(unpack(JSON.stringify({ packed: { words: [null], people: [], inside: [] } })), null);
    assert.equal(unpack(JSON.stringify({ words: [null], inside: [], rules: [['hall', {}]], cursor: 'c7' })), null, 'keyed by what may be renamed');
  },
};
