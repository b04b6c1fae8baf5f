// Measures the scan page in Chromium, with a camera that films badges: from frame to verdict, bytes over the wire,
// the second start, and a long run. Prints figures; fails where a limit is passed. After tests/run has installed
// what it needs, and with a release build:
//   HAZIR_BINARY=target/release/hazir node tests/browser/measure.mjs [verdict] [bytes] [start] [run]
// HAZIR_MEASURE_MINUTES: how long the long run is (10). HAZIR_MEASURE_PEOPLE: the large roster (10000).
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiums, launch, launchKept, phone } from './support/chromium.mjs';
import { alone, filmed, kept, median, noteFrames, noteReadiness, pair, readyAfter, share, verdicts, whole } from './support/measures.mjs';
import { cut, demo, products } from './support/product.mjs';
import { wire } from './support/wire.mjs';

const BADGES = 50;
const MINUTES = Number(process.env.HAZIR_MEASURE_MINUTES ?? 10);
const PEOPLE = Number(process.env.HAZIR_MEASURE_PEOPLE ?? 10_000);
const LIMITS = { verdictMs: 100, bytes: 450_000, startMs: 300, gapMs: 2000, growth: 0.05 };
const STARTS = 9;
const SAMPLES_EVERY_MS = 10_000;

const parts = { verdict: fromFrameToVerdict, bytes: overTheWire, start: secondStart, run: longRun };
const passed = [];

process.on('exit', () => products.forEach((product) => product.stop()));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const wanted = process.argv.slice(2);
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length && !wanted.includes(name)) continue;
  await measure();
  await Promise.all([...chromiums].map((chromium) => chromium.close()));
  products.forEach((product) => product.stop());
}
for (const limit of passed) console.log(`passed its limit: ${limit}`);
process.exit(passed.length ? 1 : 0);

function within(isKept, what) {
  if (!isKept) passed.push(what);
}

async function fromFrameToVerdict() {
  console.log(`\nFrom frame to verdict on the screen (limit: median ${LIMITS.verdictMs} ms), ${BADGES} badges`);
  const { product, camera } = await filmed(BADGES, 300);
  const { page } = await atTheDoor(product, camera);
  tellVerdicts('with the server', await verdicts(page, BADGES, 300_000));
  cut(product);
  await alone(page);
  tellVerdicts('without the server', await verdicts(page, BADGES, 300_000));
}

function tellVerdicts(name, times) {
  console.log(`  ${name}: median ${rounded(median(times))} ms, p95 ${rounded(share(times, 0.95))} ms, longest ${rounded(Math.max(...times))} ms`);
  within(median(times) < LIMITS.verdictMs, `from frame to verdict ${name}`);
}

async function overTheWire() {
  console.log(`\nOver the wire from pairing to ready (limit: ${LIMITS.bytes / 1000} KB)`);
  const small = await bytes(delegatesFor(500));
  console.log(`  the page and its files: ${kilo(small.page)}`);
  for (const [path, taken] of small.largest) console.log(`    ${kilo(taken).padStart(9)}  ${path.replace(/[0-9a-z]{26}$/, '…')}`);
  console.log(`  the list of ${small.people} people beside it: ${kilo(small.roster)}; together ${kilo(small.page + small.roster)}`);
  const large = await bytes(delegatesFor(PEOPLE));
  console.log(`  the list of ${large.people} people: ${kilo(large.roster)}`);
  within(small.page < LIMITS.bytes, 'bytes from pairing to ready');
}

// All requests, whoever made them, until the list is whole and the camera reads.
async function bytes(delegates) {
  const { product, camera } = await filmed(1, delegates);
  const counted = await wire(product);
  const { page, browser } = await atTheDoor(product, camera, counted.address);
  const roster = counted.sum('/api/door/roster') + counted.sum('/api/door/inside');
  const largest = [...counted.taken].sort(([, one], [, other]) => other - one).slice(0, 12);
  const rest = counted.sum() - roster;
  const people = await peopleOn(page);
  await browser.close();
  counted.close();
  product.stop();
  return { people, roster, largest, page: rest };
}

async function secondStart() {
  console.log(`\nSecond start, from navigation until the list is whole and the camera part is there (limit: median ${LIMITS.startMs} ms)`);
  const product = await demo({ delegates: delegatesFor(PEOPLE) });
  const profile = mkdtempSync(join(tmpdir(), 'hazir-profile-'));
  const context = await opened(profile);
  const first = await pair(context, product);
  await whole(first, 120_000);
  await kept(first);
  console.log(`  with ${await peopleOn(first)} people on the list`);
  await context.close();
  const bare = await bareStarts(profile, product);
  await starts('with the server', profile, product, bare);
  cut(product);
  await starts('without the server', profile, product, bare);
  rmSync(profile, { recursive: true, force: true });
}

// What a tab and a browser cost by themselves, on this machine, now: with a page of two letters.
async function bareStarts(profile, product) {
  const context = await opened(profile);
  const nothing = `${product.address}/healthz`;
  await timed(context, nothing);
  const tab = await times(() => timed(context, nothing));
  await context.close();
  return { tab: median(tab), browser: median(await times(() => inAnewBrowser(profile, nothing))) };
}

// Held against the limit is a page that is loaded again; a tab and a browser are told beside what they cost alone.
async function starts(name, profile, product, bare) {
  const door = `${product.address}/en/door`;
  const context = await opened(profile);
  await timed(context, door);
  const page = await context.newPage();
  await readyAfter(page, () => page.goto(door));
  const again = await times(() => readyAfter(page, () => page.reload()));
  const tab = await times(() => timed(context, door));
  await context.close();
  const browser = await times(() => inAnewBrowser(profile, door));
  within(tellStart(`${name}, loaded again`, again, 0) < LIMITS.startMs, `second start ${name}`);
  tellStart(`${name}, in a new tab`, tab, bare.tab);
  tellStart(`${name}, in a browser just opened`, browser, bare.browser);
}

function tellStart(name, all, bare) {
  const own = median(all) - bare;
  const beside = bare ? `; a page of two letters ${rounded(bare)}, so ours ${rounded(own)}` : '';
  console.log(`  ${name}: median ${rounded(median(all))} ms of ${all.map(rounded).join(', ')}${beside}`);
  return own;
}

async function times(measure) {
  const all = [];
  for (let turn = 0; turn < STARTS; turn += 1) all.push(await measure());
  return all;
}

async function inAnewBrowser(profile, address) {
  const context = await opened(profile);
  const took = await timed(context, address);
  await context.close();
  return took;
}

async function timed(context, address) {
  const page = await context.newPage();
  const took = await readyAfter(page, () => page.goto(address));
  await page.close();
  return took;
}

// Three of five of a demo's people are at its first forum.
function delegatesFor(people) {
  return Math.ceil(people / 0.6);
}

async function opened(profile) {
  const context = await launchKept(profile, phone);
  await noteReadiness(context);
  return context;
}

async function longRun() {
  console.log(`\nA run of ${MINUTES} minutes, ${BADGES} badges in turn`);
  const { product, camera } = await filmed(BADGES, 1000);
  const { page, browser } = await atTheDoor(product, camera);
  const tools = await page.context().newCDPSession(page);
  const machine = await browser.newBrowserCDPSession();
  await page.evaluate(() => Object.assign(window.frames_, { read: 0, last: performance.now(), longest: 0, stalls: 0 }));
  const [began, samples] = [Date.now(), []];
  while (Date.now() - began < MINUTES * 60_000) {
    await page.waitForTimeout(SAMPLES_EVERY_MS);
    await tools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await tools.send('Runtime.getHeapUsage');
    samples.push({ minutes: (Date.now() - began) / 60_000, heap: usedSize, resident: await residentOf(machine) });
  }
  const frames = await page.evaluate(() => window.frames_);
  const settled = samples.slice(Math.floor(samples.length / 4));
  const grew = ['heap', 'resident'].map((what) => growth(settled, what));
  console.log(`  frames read: ${(frames.read / ((Date.now() - began) / 1000)).toFixed(1)} a second; longest gap ${rounded(frames.longest)} ms; stalls over 2 s: ${frames.stalls}`);
  console.log(`  heap after collecting: ${kilo(settled[0].heap)} then, ${kilo(settled.at(-1).heap)} at the end; ${told(grew[0])}`);
  console.log(`  memory of the page's process: ${kilo(settled[0].resident)} then, ${kilo(settled.at(-1).resident)} at the end; ${told(grew[1])}`);
  within(frames.stalls === 0 && frames.longest < LIMITS.gapMs, 'no stall in a long run');
  within(grew[0].share < LIMITS.growth, 'no growing heap in a long run');
}

// The line through the samples that fits best: what it gains from the first to the last.
function growth(samples, what) {
  const mean = (pick) => samples.reduce((sum, sample) => sum + pick(sample), 0) / samples.length;
  const [at, level] = [mean((sample) => sample.minutes), mean((sample) => sample[what])];
  const slope = samples.reduce((sum, sample) => sum + (sample.minutes - at) * (sample[what] - level), 0)
    / (samples.reduce((sum, sample) => sum + (sample.minutes - at) ** 2, 0) || 1);
  return { slope, share: (slope * (samples.at(-1).minutes - samples[0].minutes)) / level };
}

function told({ slope, share: part }) {
  return `the line through it rises by ${kilo(slope)} a minute, ${(part * 100).toFixed(1)} % in all: it ${part < LIMITS.growth ? 'does not grow' : 'grows'}`;
}

// Resident memory of the largest page process.
async function residentOf(machine) {
  const { processInfo } = await machine.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  return Math.max(...pages.map(({ id }) => Number(readFileSync(`/proc/${id}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) * 1024));
}

async function atTheDoor(product, camera, address) {
  const browser = await launch({ camera });
  const context = await browser.newContext({ ...phone, permissions: ['camera'] });
  await noteFrames(context);
  const page = await pair(context, product, address);
  await whole(page, 120_000);
  await page.locator('#camera[data-state=scanning]').waitFor();
  return { page, browser };
}

// Asked of the server, as the page does.
async function peopleOn(page) {
  return page.evaluate(async () => {
    let [count, cursor, more] = [0, '', true];
    while (more) {
      const answer = await (await fetch(`/api/door/roster?since=${cursor}`)).json();
      count += answer.people.length;
      ({ cursor, more } = answer);
    }
    return count;
  });
}

function kilo(size) {
  return `${(size / 1000).toFixed(1)} KB`;
}

function rounded(number) {
  return Math.round(number);
}
