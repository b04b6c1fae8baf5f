/**
 * A badge as this browser keeps it: a page with no more on it than a badge of paper has, the files that page needs, and
 * the worker that opens it without network. The cache is named after the delegate's page, which is the worker's scope.
 */
export class KeptBadge {
  /** @param {string} page address of the delegate's page, such as `/az/me/...` */
  constructor(page) {
    this.page = page;
  }

  static isPossible() {
    return "serviceWorker" in navigator && "caches" in globalThis;
  }

  isKept() {
    return caches.has(this.page);
  }

  /** As the badge is now, in the place of what was kept before. */
  async keep() {
    const copy = await fetch(`${this.page}/badge?copy`, { cache: "no-store" });
    if (copy.headers.get("hazir-badge") !== "here") throw new Error(`no badge to keep: ${copy.status}`);
    const files = filesOf(await copy.clone().text());
    const cache = await caches.open(this.page);
    await cache.addAll(files);
    await cache.put(this.page, copy);
    await forgetOthers(cache, [this.page, ...files]);
    await started(await navigator.serviceWorker.register("/me-worker.js", { scope: this.page }));
  }

  /** Leaves nothing of this person behind, in whatever language the page was kept. */
  async remove() {
    const link = this.page.slice(this.page.indexOf("/me/"));
    const caches_ = (await caches.keys()).filter((name) => name.endsWith(link));
    await Promise.all(caches_.map((name) => caches.delete(name)));
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.filter(({ scope }) => scope.endsWith(link)).map((worker) => worker.unregister()));
  }
}

/** The page itself says what it needs. */
function filesOf(page) {
  const addresses = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address]) => address);
  const imported = page.match(/data-imports="([^"]*)"/)?.[1].split(" ") ?? [];
  return [...new Set([...addresses, ...imported])];
}

async function forgetOthers(cache, wanted) {
  for (const request of await cache.keys()) {
    if (!wanted.includes(new URL(request.url).pathname)) await cache.delete(request);
  }
}

/** Until then it answers nothing. */
function started({ active, waiting, installing }) {
  const worker = installing ?? waiting ?? active;
  if (worker.state === "activated") return null;
  return new Promise((resolve) => {
    worker.addEventListener("statechange", () => {
      if (["activated", "redundant"].includes(worker.state)) resolve();
    });
  });
}
