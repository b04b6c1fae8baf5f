import { createReader } from "../vendor/zxing/reader.js";

const WIDEST = 1280;

// Numbers stand for the reader's own enumerations: binarizer LocalAverage, text Plain, no EAN add-on.
const OPTIONS = {
  formats: "QRCode", tryHarder: true, tryRotate: true, tryInvert: true, tryDownscale: true, tryDenoise: false,
  binarizer: 0, isPure: false, downscaleFactor: 3, downscaleThreshold: 500, minLineCount: 2, maxNumberOfSymbols: 1,
  validateOptionalChecksum: false, returnErrors: false, eanAddOnSymbol: 0, textMode: 0, characterSet: 0,
  tryCode39ExtendedMode: false,
};

let reader = null;
let canvas = null;
let memory = { at: 0, size: 0 };

onmessage = async ({ data }) => {
  if (data.wasm) return start(data.wasm);
  postMessage({ code: read(data.frame, data.soften) });
};

async function start(wasm) {
  try {
    reader = await createReader({ locateFile: () => wasm });
    postMessage({ ready: true });
  } catch {
    postMessage({ ready: false });
  }
}

function read(frame, soften) {
  const scale = Math.min(1, WIDEST / frame.width);
  const width = Math.round(frame.width * scale);
  const height = Math.round(frame.height * scale);
  const at = reserve(width * height);
  const grey = reader.HEAPU8.subarray(at, at + width * height);
  toGrey(pixels(frame, width, height), grey);
  frame.close();
  if (soften) blur(grey, width);
  const found = reader.readBarcodesFromPixmap(at, width, height, OPTIONS);
  const code = found.size() > 0 ? found.get(0).text : null;
  found.delete();
  return code;
}

function pixels(frame, width, height) {
  if (canvas?.width !== width || canvas?.height !== height) canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true, alpha: false });
  context.drawImage(frame, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
}

function reserve(size) {
  if (memory.size < size) {
    if (memory.at) reader._free(memory.at);
    memory = { at: reader._malloc(size), size };
  }
  return memory.at;
}

function toGrey(rgba, grey) {
  for (let i = 0, p = 0; i < grey.length; i++, p += 4) {
    grey[i] = (306 * rgba[p] + 601 * rgba[p + 1] + 117 * rgba[p + 2] + 512) >> 10;
  }
}

// A badge on a phone's screen shows its pixels as moire; a slight blur takes that away.
function blur(grey, width) {
  const sharp = grey.slice();
  for (let i = width + 1; i < grey.length - width - 1; i++) {
    grey[i] = (4 * sharp[i] + sharp[i - 1] + sharp[i + 1] + sharp[i - width] + sharp[i + width]) >> 3;
  }
}
