// Keeps the figures of a page up to date while somebody looks at the page. Without it, reloading does the same.

const EVERY = 5000;
const STALE_AFTER = 3;

const counters = document.querySelector('[data-live-address]');
const stale = document.querySelector('[data-live-stale]');
let failures = 0;

async function refresh() {
  if (document.hidden) return;
  try {
    const answer = await fetch(counters.dataset.liveAddress, { redirect: 'error', signal: AbortSignal.timeout(EVERY) });
    if (!answer.ok) throw new Error(answer.status);
    show(await answer.json());
    failures = 0;
  } catch {
    failures += 1;
  }
  stale.hidden = failures < STALE_AFTER;
}

function show(figures) {
  const before = counters.dataset.liveState;
  // What can be done has changed with it.
  if (before !== undefined && before !== figures.state) return location.reload();
  for (const place of counters.querySelectorAll('[data-live]')) {
    const text = figures[place.dataset.live];
    if (place.localName === 'progress') place.value = text;
    else if (text !== undefined && place.textContent !== text) place.textContent = text;
  }
}

setInterval(refresh, EVERY);
document.addEventListener('visibilitychange', refresh);
