// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project: where package.json and schemas/ are. */
export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Version of the product, as package.json says it. */
export const version: string = (
  JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string }
).version;
