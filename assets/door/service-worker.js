// Keeps the door's page and all it needs, so that it opens with the server gone as it does with the server there.
const KEPT = "door";
const PATIENCE_MS = 3000;

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
  const cache = await caches.open(KEPT);
  const { pathname } = new URL(request.url);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status < 500) return answer;
  } catch {
    // Then the one that is kept.
  }
  return (await cache.match(pathname)) ?? Response.error();
}
