// What the phone's own search does on this machine: whether it finds, and how long a key stroke takes.
// Standard input: {"people": as the roster has them, "asked": [{"typed", "name"}]}; standard output: figures as JSON.
import { readFileSync } from 'node:fs';
import { part } from '../../browser/support/door-parts.mjs';

const { findPeople, prepare } = await part('name-finder.js');

const { people, asked } = JSON.parse(readFileSync(0, 'utf8'));
const roster = { people: () => people.values(), insideSince: () => undefined };
const elapsed = (work) => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

await prepare(roster);
const places = asked.map(({ typed, name }) => findPeople(roster, typed, '').findIndex((person) => person.name === name));
const strokes = asked.flatMap(({ typed }) => {
  const letters = Array.from(typed);
  return letters.slice(1).map((_, at) => elapsed(() => findPeople(roster, letters.slice(0, at + 2).join(''), '')));
});
strokes.sort((one, other) => one - other);
const at = (share) => strokes[Math.floor((strokes.length - 1) * share)];
console.log(JSON.stringify({ strokes: strokes.length, p50: at(0.5), p99: at(0.99), most: at(1), places }));
