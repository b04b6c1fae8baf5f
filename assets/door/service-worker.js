// Keeps the door's page and all it needs, so that it opens with the server gone as it does with the server there.
const KEPT = "door";
const PATIENCE_MS = 3000;
/** As `store.js` calls it. */
const STORE = "hazir-door";
const ASKED_FOR_WITHIN_MS = 5000;

addEventListener("install", (event) => {
  skipWaiting();
  // Files by way of this program take a phone longer than all else: browsers that can, take them from what is kept
  // without asking here.
  event.addRoutes?.({ condition: { urlPattern: new URLPattern({ pathname: "/assets/*" }) }, source: { cacheName: KEPT } });
});
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => event.waitUntil(answer(event)));
addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(file(event.request));
  else if (event.request.mode === "navigate" && /^\/[a-z]{2}\/door$/.test(pathname)) event.respondWith(page(event.request));
});

async function answer({ data, ports: [port] }) {
  if (data.wants === "list") return giveList(port);
  try {
    await keep(data.page);
    port?.postMessage("kept");
  } catch (error) {
    port?.postMessage(String(error));
  }
}

/** The page as the server has it now, and its files; those of an older version go once the new ones are here. */
async function keep(address) {
  const cache = await caches.open(KEPT);
  const page = await fetch(new Request(address, { cache: "no-store" }));
  if (!page.ok) throw new Error(`the page is not there: ${page.status}`);
  const files = filesOf(await page.clone().text());
  const missing = [];
  for (const name of files) if (!(await cache.match(name))) missing.push(name);
  await cache.addAll(missing);
  await cache.put(address, page);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith("/assets/") && !files.includes(pathname)) await cache.delete(url);
  }
}

/** The page itself says what it needs. */
function filesOf(page) {
  const [, texts] = page.match(/<script type="application\/json" id="door-texts">(.*?)<\/script>/s);
  return JSON.parse(texts).files;
}

async function file(request) {
  const cache = await caches.open(KEPT);
  return (await cache.match(request)) ?? fetch(request);
}

/** As the server has it now; when it does not answer, as it was. */
async function page(request) {
  readList();
  const cache = await caches.open(KEPT);
  const { pathname } = new URL(request.url);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    // This page never leads elsewhere: a network does that wants something of its own first.
    if (answer.status < 500 && answer.type !== "opaqueredirect") return answer;
  } catch {
    // Then the one that is kept.
  }
  return (await cache.match(pathname)) ?? Response.error();
}

/** What the page will ask for first, read while there is no page yet: afterwards both cores of a phone are busy. */
let list = null;

function readList() {
  list = opened().then(sealedList).catch(() => null);
  setTimeout(() => (list = null), ASKED_FOR_WITHIN_MS);
}

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(STORE);
    // There is none yet, or no more: making it is the page's.
    request.onupgradeneeded = () => request.transaction.abort();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** With the key to it; only the page opens it. */
async function sealedList(db) {
  // A page of this device wipes what is kept: it must not wait for us.
  db.onversionchange = () => db.close();
  // Until then it stays open: the page opens it the sooner.
  setTimeout(() => db.close(), ASKED_FOR_WITHIN_MS);
  const transaction = db.transaction(["keys", "roster"]);
  const [key, all] = [transaction.objectStore("keys").get("own"), transaction.objectStore("roster").get("all")];
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  return key.result && all.result ? { key: key.result, ...all.result } : null;
}

/** Given once: nobody needs it twice, and it is large. */
async function giveList(port) {
  const given = await list;
  list = null;
  port.postMessage(given, given ? [given.sealed] : []);
}
