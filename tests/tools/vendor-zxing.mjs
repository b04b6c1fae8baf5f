// Makes assets/vendor/zxing/ anew, for a new version of the QR reader. In a folder of its own:
//   npm install zxing-wasm esbuild && node .../tests/tools/vendor-zxing.mjs .../assets/vendor/zxing
// Then name the version in assets/NOTICES.md, and run the browser tests.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const [, , into] = process.argv;
const { build } = createRequire(join(process.cwd(), 'package.json'))('esbuild');
const from = join(process.cwd(), 'node_modules/zxing-wasm');
const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));

// The module factory has no name outside; everything but it (tables of formats, a CDN's address) is left out.
const factory = {
  name: 'factory',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /es\/reader\/index\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/export \{/, 'export { w,'),
      loader: 'js',
    }));
    onResolve({ filter: /\/share\.js$/ }, ({ resolveDir, path }) => ({ path: join(resolveDir, path), sideEffects: false }));
  },
};

await build({
  stdin: { contents: 'export { w as createReader } from "./dist/es/reader/index.js";', resolveDir: from },
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  banner: { js: `/* zxing-wasm ${version}, reader build, its module factory alone. MIT (c) 2023 Ze-Zheng Wu; zxing-cpp Apache-2.0. See NOTICES.md. */` },
  outfile: join(into, 'reader.js'),
  plugins: [factory],
});
const wasm = readFileSync(join(from, 'dist/reader/zxing_reader.wasm'));
const best = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length };
writeFileSync(join(into, 'reader.wasm.br'), brotliCompressSync(wasm, { params: best }));
