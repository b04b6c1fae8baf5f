// What is measured at the scan page, for the measuring program and for the tests that hold its limits.
import { join } from 'node:path';
import { film } from './camera.mjs';
import { laptop, launch } from './chromium.mjs';
import { demo, pairingLink } from './product.mjs';

// So many confirmed delegates' badges, as the desk shows them.
async function badges(product, count) {
  const browser = await launch();
  const page = await browser.newPage(laptop);
  const [, password] = product.said.join('\n').match(/Password: *(\S+)/);
  await page.goto(`${product.address}/en/desk/sign-in`);
  await page.fill('input[type=email]', 'organizer@demo.example');
  await page.fill('input[type=password]', password);
  await page.locator('main form button').click();
  await page.waitForURL('**/desk');
  await page.goto(`${product.address}/en/desk/gsnp-2025/registrations?state=confirmed`);
  const found = [];
  while (found.length < count) {
    for (const link of await page.locator('tbody th a').evaluateAll((links) => links.map((one) => one.href))) {
      const person = await (await page.request.get(link)).text();
      const [svg] = person.match(/<svg[^>]*class="qr"[\s\S]*?<\/svg>/);
      found.push(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
      if (found.length === count) break;
    }
    if (found.length < count) await page.locator('a[rel=next]').click();
  }
  await browser.close();
  return found;
}

// A demo, and a film of so many of its badges, half a second each.
export async function filmed(count, delegates) {
  const product = await demo({ delegates });
  const file = join(product.folder, 'camera.mjpeg');
  const camera = await film(file, await badges(product, count), { shown: 15, away: 9, poses: 4 });
  return { product, camera };
}

// A phone that is paired now; it is at the scan page.
export async function pair(context, product, address = product.address) {
  const page = await context.newPage();
  await page.goto(address + new URL(pairingLink(product, 'hall-day-1')).pathname);
  await page.locator('main form button').click();
  await page.waitForURL('**/door');
  return page;
}

export async function whole(page, patience = 60_000) {
  await page.locator('html[data-roster=whole]').waitFor({ timeout: patience });
}

// All that the page needs when the server is gone is kept.
export async function kept(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => caches.open('door')).then(async (cache) => {
    while (!(await cache.match(location.pathname))) await new Promise((done) => setTimeout(done, 50));
  }));
}

const READY = 'ready after';

// Before a page is opened: has it say when its list is whole and its camera part is there, by its own clock, which
// begins with the navigation; another page than the door's says when it is first drawn. The page is not asked until
// then: asking takes it twenty milliseconds.
export async function noteReadiness(context) {
  await context.addInitScript((word) => {
    if (location.protocol === 'about:') return;
    const tell = () => console.debug(word, performance.now());
    if (!location.pathname.endsWith('/door')) {
      requestAnimationFrame(tell);
      return;
    }
    const look = new MutationObserver(() => {
      const isWhole = document.documentElement.dataset.roster === 'whole';
      if (!isWhole || document.getElementById('camera-part').hidden) return;
      look.disconnect();
      tell();
    });
    look.observe(document, { subtree: true, attributeFilter: ['data-roster', 'hidden'] });
  }, READY);
}

// Milliseconds until the page that `open` opens is ready.
export async function readyAfter(page, open) {
  const said = page.waitForEvent('console', (message) => message.text().startsWith(READY));
  await open();
  return Number((await said).text().slice(READY.length));
}

// Before a page is opened: counts the frames it has read, and notes gaps.
export async function noteFrames(context) {
  await context.addInitScript(() => {
    window.frames_ = { read: 0, last: performance.now(), longest: 0, stalls: 0 };
    const send = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function note(message, ...rest) {
      if (message?.frame) {
        const now = performance.now();
        const gap = now - window.frames_.last;
        Object.assign(window.frames_, { read: window.frames_.read + 1, last: now, longest: Math.max(window.frames_.longest, gap) });
        if (gap > 2000) window.frames_.stalls += 1;
      }
      return send.call(this, message, ...rest);
    };
  });
}

// From now on: milliseconds from the frame's arrival until its verdict was painted, one for each verdict.
export async function noteVerdicts(page) {
  await page.evaluate(() => {
    window.verdicts = [];
    const screen = document.getElementById('verdict');
    new MutationObserver(() => {
      const shown = performance.now();
      const took = Number(screen.dataset.took);
      // After the next frame is drawn.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.verdicts.push(took + performance.now() - shown);
        port2.postMessage(null);
      });
    }).observe(screen, { attributeFilter: ['data-took'] });
  });
}

// The times of so many verdicts from now on.
export async function verdicts(page, count, patience) {
  await noteVerdicts(page);
  await page.waitForFunction((wanted) => window.verdicts.length >= wanted, count, { timeout: patience, polling: 200 });
  return (await page.evaluate(() => window.verdicts)).slice(0, count);
}

// The page knows that it is on its own.
export async function alone(page) {
  await page.locator('#door-connection:not(.on)').waitFor({ timeout: 30_000 });
}

export function share(times, part) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];
}

export const median = (times) => share(times, 0.5);
