// Chromium without a window, with the camera that a test gives it.
import { require } from './tools.mjs';

const { chromium } = require('playwright-core');
export const chromiums = new Set();

const executablePath = process.env.HAZIR_TEST_CHROMIUM ?? '/usr/bin/chromium';
const always = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];

// `camera`: a .mjpeg file the camera films for ever; without one there is no camera.
export async function launch({ camera } = {}) {
  const browser = await chromium.launch({ executablePath, headless: true, args: [...always, ...filming(camera)] });
  chromiums.add(browser);
  browser.on('disconnected', () => chromiums.delete(browser));
  return browser;
}

// With a folder in which it keeps what it is told to keep, as a phone does when it is off.
export async function launchKept(folder, { camera, ...options }) {
  const args = [...always, ...filming(camera)];
  const context = await chromium.launchPersistentContext(folder, { executablePath, headless: true, args, ...options });
  const browser = { close: () => context.close() };
  chromiums.add(browser);
  context.on('close', () => chromiums.delete(browser));
  return context;
}

function filming(camera) {
  if (!camera) return [];
  return ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${camera}`];
}

export const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
export const laptop = { viewport: { width: 1280, height: 800 } };
