// Runs the browser tests: every *.test.mjs beside this file, one line "ok ..." or "not ok ..." each.
// Arguments are parts of test names to run; none runs all.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromiums } from './support/chromium.mjs';
import { forgetLines, usedAll } from './support/network.mjs';
import { products } from './support/product.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const patience = 180_000;
// Two files at a time, each in a process of its own: a page waits for its server, and the server for the page.
const AT_ONCE = 2;
// What measures time has the machine for itself.
const ALONE = ['6-measures.test.mjs'];

const running = new Set();
process.on('exit', () => {
  products.forEach((product) => product.stop());
  running.forEach((child) => child.kill());
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

if (process.env.HAZIR_TEST_FILE) await runFile(process.env.HAZIR_TEST_FILE);
else await runAll();

async function runAll() {
  const files = readdirSync(here).filter((name) => name.endsWith('.test.mjs')).sort();
  const all = { passed: 0, failed: 0 };
  const waiting = files.filter((name) => !ALONE.includes(name));
  const runNext = async () => {
    while (waiting.length) add(all, await inAprocess(waiting.shift()));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runNext));
  for (const name of ALONE) add(all, await inAprocess(name));
  console.log(`${all.passed} of ${all.passed + all.failed} browser tests passed`);
  process.exit(all.failed || !all.passed ? 1 : 0);
}

function add(all, { passed, failed }) {
  all.passed += passed;
  all.failed += failed;
}

// What a file prints is shown as a whole, once it is done; one that dies without naming a test is a failure.
function inAprocess(name) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...wanted], {
    env: { ...process.env, HAZIR_TEST_FILE: name },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  return new Promise((done) => child.on('close', (code) => {
    running.delete(child);
    if (code !== 0 && !/^not ok /m.test(said)) said += `not ok ${name} ended with ${code}\n`;
    process.stdout.write(said);
    const count = (word) => said.split('\n').filter((line) => line.startsWith(word)).length;
    done({ passed: count('ok '), failed: count('not ok ') });
  }));
}

async function runFile(name) {
  const { tests } = await import(new URL(name, import.meta.url));
  let isGood = true;
  for (const [sentence, test] of Object.entries(tests)) {
    if (wanted.length && !wanted.some((part) => sentence.includes(part))) continue;
    isGood = (await run(sentence, test)) && isGood;
  }
  await Promise.all([...chromiums].map((chromium) => chromium.close()));
  products.forEach((product) => product.stop());
  process.exit(isGood ? 0 : 1);
}

async function run(name, test) {
  const began = performance.now();
  let timer;
  forgetLines();
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${patience / 1000} s`)), patience);
  });
  try {
    await Promise.race([test(), late]);
    usedAll();
    console.log(`ok ${name} (${Math.round((performance.now() - began) / 1000)} s)`);
    return true;
  } catch (error) {
    console.log(`not ok ${name}`);
    console.log(String(error.stack ?? error).replace(/^/gm, '    '));
    return false;
  } finally {
    clearTimeout(timer);
  }
}
