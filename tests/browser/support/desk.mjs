// The organizer's own browser.
import { watch } from './checks.mjs';

// A page of the desk of the demo's first forum, signed in.
export async function atTheDesk(product, browser, { language = 'en', ...screen } = {}) {
  const page = watch(await (await browser.newContext({ locale: language, ...screen })).newPage());
  const [, password] = product.said.join('\n').match(/Password: *(\S+)/);
  await page.goto(`${product.address}/${language}/desk/sign-in`);
  await page.fill('input[type=email]', 'organizer@demo.example');
  await page.fill('input[type=password]', password);
  await page.locator('main form button').click();
  await page.waitForURL('**/desk');
  return page;
}
