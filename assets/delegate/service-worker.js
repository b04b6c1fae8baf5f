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

/** As the server has it now; when it does not answer, the copy, which says that it is one. */
async function opened(request) {
  try {
    const answer = await fetch(request, patience(request));
    if (answer.status === 404) await caches.delete(page);
    if (answer.status < 500) return answer;
  } catch {
    // Then the copy.
  }
  return (await kept(page)) ?? Response.error();
}

/** Who asks again from the copy wants the page itself, however long it takes. */
function patience({ url }) {
  return new URL(url).searchParams.has("again") ? {} : { signal: AbortSignal.timeout(PATIENCE_MS) };
}

/** Looks without making an empty cache of what was removed. */
function kept(address) {
  return caches.match(address, { cacheName: page });
}
