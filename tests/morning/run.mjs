// Plays random mornings against the real program and the scripts of its scan page, and counts each again.
//
//   node tests/morning/run.mjs [--histories N] [--seed S] [--at-once N] [--together N] [--keep] [--verbose]
//
// Seeds S, S+1, ... are played; `--seed S --histories 1` plays one again. The binary is HAZIR_BINARY, or target/debug/hazir; the
// database is a new one at HAZIR_TEST_DATABASE, with two programs on it, or a SQLite file, for each N `--together`. To see a fault found, plant it in a
// copy: HAZIR_DOOR_SCRIPTS is a folder like assets/door, HAZIR_RECOUNT a script like tests/recount.
import { parseArgs } from 'node:util';
import { Checks, Recount } from './checks.mjs';
import { History } from './history.mjs';
import { Products } from './products.mjs';

const { values } = parseArgs({
  options: { histories: { type: 'string', default: '200' }, seed: { type: 'string' }, 'at-once': { type: 'string', default: '6' }, together: { type: 'string', default: '100' }, keep: { type: 'boolean' }, verbose: { type: 'boolean' } },
});
const first = Number(values.seed ?? Date.now() % 1_000_000_000);
const count = Number(values.histories);

const recount = new Recount();
const products = new Products(recount, Number(values.together));
let [passed, failed, next] = [0, 0, first];

function end(code) {
  recount.stop();
  products.stop(values);
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(1));

async function one(seed) {
  const product = await products.take();
  const history = new History(product, seed);
  const faults = [];
  try {
    await history.play();
    faults.push(...(await new Checks(history, recount).all()), ...history.faults);
  } catch (error) {
    faults.push(String(error.stack ?? error));
  }
  if (faults.length === 0) passed += 1;
  else failed += 1;
  if (faults.length > 0 || values.verbose) tell(history, faults);
  products.giveBack(product, values);
}

function tell({ seed, events, slug }, faults) {
  console.log(`${faults.length > 0 ? 'not ok' : 'ok'} --seed ${seed} --histories 1  (forum ${slug})`);
  for (const event of events) console.log(`    ${event}`);
  for (const fault of faults) console.log(`  differs: ${fault.replace(/\n/g, '\n    ')}`);
}

async function playOn() {
  while (next < first + count) {
    await one(next++);
    const done = passed + failed;
    if (done % 1000 === 0) console.log(`${done} played, ${failed} failed, ${since()} s`);
  }
}

const began = Date.now();
const since = () => Math.round((Date.now() - began) / 1000);
try {
  await products.prepare();
  console.log(`seed ${first}, ${count} histories, ${products.what}`);
  await Promise.all(Array.from({ length: Number(values['at-once']) }, playOn));
  console.log(`${((Date.now() - began) / count).toFixed(0)} ms a history`);
} catch (error) {
  console.log(error);
  failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
end(failed > 0 || passed === 0 ? 1 : 0);
