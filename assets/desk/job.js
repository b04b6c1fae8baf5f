// Moves the bar of what takes a while, and shows what became of it at its end. Without it, the page reloads itself.

const EVERY = 1000;

const bar = document.querySelector('[data-job-address]');
const words = document.getElementById('progress');

async function refresh() {
  try {
    const answer = await fetch(bar.dataset.jobAddress, { redirect: 'error', signal: AbortSignal.timeout(10 * EVERY) });
    if (!answer.ok) throw new Error(answer.status);
    const figures = await answer.json();
    if (!figures.running) return location.reload();
    bar.max = figures.total;
    bar.value = figures.done;
    if (words.textContent !== figures.progress) words.textContent = figures.progress;
  } catch {
    // The next one may get through.
  }
  setTimeout(refresh, EVERY);
}

setTimeout(refresh, EVERY);
