// Runs the browser tests: every *.test.mjs beside this file, in order, one line "ok ..." or "not ok ..." each.
// Arguments are parts of test names to run; none runs all.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromiums } from './support/chromium.mjs';
import { products } from './support/product.mjs';

const here = new URL('.', import.meta.url);
const wanted = process.argv.slice(2);
const patience = 180_000;
let passed = 0;
let failed = 0;

process.on('exit', () => products.forEach((product) => product.stop()));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

for (const file of readdirSync(fileURLToPath(here)).filter((name) => name.endsWith('.test.mjs')).sort()) {
  const { tests } = await import(new URL(file, here));
  for (const [name, test] of Object.entries(tests)) {
    if (wanted.length && !wanted.some((part) => name.includes(part))) continue;
    await run(name, test);
  }
  await Promise.all([...chromiums].map((chromium) => chromium.close()));
  products.forEach((product) => product.stop());
}
console.log(`${passed} of ${passed + failed} browser tests passed`);
process.exit(failed || !passed ? 1 : 0);

async function run(name, test) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${patience / 1000} s`)), patience);
  });
  try {
    await Promise.race([test(), late]);
    passed += 1;
    console.log(`ok ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`not ok ${name}`);
    console.log(String(error.stack ?? error).replace(/^/gm, '    '));
  } finally {
    clearTimeout(timer);
  }
}
