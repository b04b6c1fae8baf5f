// Where tests/run puts what it installs.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = resolve(fileURLToPath(new URL('../../..', import.meta.url)));
export const tools = process.env.HAZIR_TEST_TOOLS ?? join(top, 'target/test-tools');
export const require = createRequire(join(tools, 'node/package.json'));
