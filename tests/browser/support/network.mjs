// A network that loses things. What was to be lost and never came by would test nothing: `usedAll` says so after each test.

const lines = new Set();

// From now on what the page asks at these addresses is answered so, or not at all, until the line is mended.
export async function breakLine(page, addresses, answer = (route) => route.abort()) {
  const line = { addresses, hits: 0 };
  const handler = (route) => {
    line.hits += 1;
    return answer(route);
  };
  lines.add(line);
  await page.route(addresses, handler);
  line.mend = () => page.unroute(addresses, handler);
  return line;
}

// From now on every second answer is lost after the server has written what was asked; `answered` counts what it answered,
// `sizes` has how many things each request brought.
export async function loseHalf(page, addresses) {
  const lossy = { answered: 0, sizes: [] };
  const line = await breakLine(page, addresses, async (route) => {
    const { scans, acts } = route.request().postDataJSON();
    // The server may be away still.
    const answer = await route.fetch().catch(() => null);
    if (answer) lossy.sizes.push((scans ?? acts).length);
    if (answer) lossy.answered += 1;
    const isLost = !answer || lossy.answered % 2 === 1;
    // The page may have given up on it by now.
    await (isLost ? route.abort() : route.fulfill({ response: answer })).catch(() => {});
  });
  return Object.assign(lossy, { mend: line.mend });
}

// Another test begins.
export function forgetLines() {
  lines.clear();
}

// Whether everything that this test broke was used.
export function usedAll() {
  const unused = [...lines].filter(({ hits }) => hits === 0).map(({ addresses }) => String(addresses));
  if (unused.length > 0) throw new Error(`nothing was asked at ${unused.join(', ')} while it was broken`);
}
