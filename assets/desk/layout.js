// Draws the badge anew while its layout is being changed. Without it, a button of the form does the same.

const PAUSE = 500;

const form = document.querySelector('.designing form');
const previews = document.querySelector('.previews');
let timer = null;
let asking = null;

form.addEventListener('input', () => {
  previews.classList.add('old');
  clearTimeout(timer);
  timer = setTimeout(draw, PAUSE);
});

async function draw() {
  asking?.abort();
  asking = new AbortController();
  const typed = new URLSearchParams(new FormData(form));
  typed.set('do', 'look');
  try {
    const answer = await fetch(form.action, { method: 'POST', body: typed, signal: asking.signal });
    // What is half typed cannot be drawn; the pictures stay marked as old.
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    previews.replaceChildren(...page.querySelector('.previews').childNodes);
    previews.classList.remove('old');
  } catch {
    // Somebody goes on typing, or the network is away: the next change asks again.
  }
}
