// What a phone's camera sees of a badge: JPEGs, one after the other, in one file.
import { writeFileSync } from 'node:fs';
import { laptop, launch } from './chromium.mjs';

// `badges`: pictures (data: addresses) shown in turn for so many frames, with an empty hand between them; `poses` are
// drawn of each.
export async function film(file, badges, { shown = 15, away = 45, poses = shown } = {}) {
  const browser = await launch();
  const page = await browser.newPage({ ...laptop, viewport: { width: 1280, height: 720 } });
  const frames = [];
  const empty = await frame(page, null, 0);
  for (const badge of badges) {
    const drawn = [];
    for (let step = 0; step < poses; step += 1) drawn.push(await frame(page, badge, step));
    for (let step = 0; step < shown; step += 1) frames.push(drawn[step % poses]);
    if (badges.length > 1) for (let step = 0; step < away; step += 1) frames.push(empty);
  }
  await browser.close();
  writeFileSync(file, Buffer.concat(frames));
  return file;
}

// The badge in a hand that trembles: never twice at the same place or angle.
async function frame(page, badge, step) {
  const [x, y, turn] = [500 + 7 * Math.sin(step), 200 + 5 * Math.cos(2 * step), 4 * Math.sin(step / 2)];
  const picture = badge ? `<img src="${badge}" style="position:absolute;width:300px;left:${x}px;top:${y}px;transform:rotate(${turn}deg)">` : '';
  await page.setContent(`<body style="margin:0;background:#7a6f63">${picture}`);
  return page.screenshot({ type: 'jpeg', quality: 85 });
}
