// The scan page's own modules. Node takes a .js file for a module only where a package.json says so.
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { top } from './tools.mjs';

// A page that was opened: modules of its own. `again`: such as "?2", for one more of one of them.
export function page() {
  const folder = mkdtempSync(join(tmpdir(), 'hazir-door-'));
  cpSync(join(top, 'assets/door'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return (name, again = '') => import(pathToFileURL(join(folder, name)).href + again);
}

export const part = page();
