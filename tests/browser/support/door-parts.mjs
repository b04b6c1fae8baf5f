// The scan page's own modules. Node takes a .js file for a module only where a package.json says so.
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { top } from './tools.mjs';

const folder = mkdtempSync(join(tmpdir(), 'hazir-door-'));
cpSync(join(top, 'assets/door'), folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{"type":"module"}');

// `again`: such as "?2", for a module of its own.
export const part = (name, again = '') => import(pathToFileURL(join(folder, name)).href + again);
