// Opens a badge with the server gone, as this browser kept it. Each person's page has a worker of its own, whose scope
// is that page: it leaves the rest of the site, and the door's worker, alone.
const PATIENCE_MS = 5000;
const { pathname: page } = new URL(registration.scope);

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(file(request));
  else if (request.mode === "navigate" && isOurs(pathname)) event.respondWith(opened(request));
});

function isOurs(pathname) {
  return pathname === page || pathname === `${page}/badge`;
}

async function file(request) {
  return (await kept(request.url)) ?? fetch(request);
}

/**
 * As the server has it now; else the copy, which says that it is one. Only the server's own word counts: what a proxy
 * says while the server is away, or the sign-in page of a hall's network, is neither the badge nor its end.
 */
async function opened(request) {
  let answer;
  try {
    answer = await fetch(request, patience(request));
    const word = answer.headers.get("hazir-badge");
    if (word === "gone") await caches.delete(page);
    if (word || (asksAgain(request) && answer.status < 500)) return answer;
  } catch {
    // Then the copy.
  }
  return (await kept(page)) ?? answer ?? Response.error();
}

/** Who asks again from the copy wants the page itself, however long it takes, and whatever stands before it. */
function patience(request) {
  return asksAgain(request) ? {} : { signal: AbortSignal.timeout(PATIENCE_MS) };
}

function asksAgain({ url }) {
  return new URL(url).searchParams.has("again");
}

/** Looks without making an empty cache of what was removed. */
function kept(address) {
  return caches.match(address, { cacheName: page });
}
