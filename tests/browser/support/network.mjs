// A network that loses things.

// From now on every second answer is lost after the server has written what was asked; counts what it answered.
export async function loseHalf(page, addresses) {
  const lossy = { answered: 0 };
  await page.route(addresses, async (route) => {
    // The server may be away still.
    const answer = await route.fetch().catch(() => null);
    if (!answer) return route.abort();
    lossy.answered += 1;
    return lossy.answered % 2 ? route.abort() : route.fulfill({ response: answer });
  });
  return lossy;
}
