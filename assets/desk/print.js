// Moves the bar while a file of badges is made, and shows the file when it is there. Without it, the page reloads itself.

const EVERY = 1000;

const bar = document.querySelector('[data-print-address]');
const words = document.getElementById('progress');

async function refresh() {
  try {
    const answer = await fetch(bar.dataset.printAddress, { redirect: 'error', signal: AbortSignal.timeout(10 * EVERY) });
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
