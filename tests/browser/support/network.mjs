// A network that loses things.

// From now on every second answer is lost after the server has written what was asked; counts what it answered.
export async function loseHalf(page, addresses) {
  const lossy = { answered: 0 };
  await page.route(addresses, async (route) => {
    // The server may be away still.
    const answer = await route.fetch().catch(() => null);
    if (answer) lossy.answered += 1;
    const isLost = !answer || lossy.answered % 2 === 1;
    // The page may have given up on it by now.
    await (isLost ? route.abort() : route.fulfill({ response: answer })).catch(() => {});
  });
  return lossy;
}
