// SPDX-License-Identifier: AGPL-3.0-or-later
// schemas/definition.schema.json as a check module without eval: dist/schemas/definition-check.js.
import { readFile, stat } from 'node:fs/promises';
import { build } from 'esbuild';

const source = 'schemas/definition.schema.json';
const target = 'dist/schemas/definition-check.js';

/** Words of ours in the grammar that no validator needs. */
const ignored = ['tsType'];

const changedAt = (path) =>
  stat(path).then(
    (info) => info.mtimeMs,
    () => 0,
  );

export async function definitionCheck() {
  const newest = Math.max(...(await Promise.all([source, import.meta.filename].map(changedAt))));
  if ((await changedAt(target)) > newest) return;
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const { default: standalone } = await import('ajv/dist/standalone/index.js');
  const ajv = new Ajv2020({
    allErrors: false,
    strictSchema: true,
    strictTypes: false,
    strictRequired: false,
    ownProperties: true,
    verbose: false,
    code: { source: true, esm: true, lines: false, optimize: 1 },
  });
  ajv.addVocabulary(ignored);
  const validate = ajv.compile(JSON.parse(await readFile(source, 'utf8')));
  await build({
    stdin: {
      contents: (standalone.default ?? standalone)(ajv, validate),
      resolveDir: process.cwd(),
      loader: 'js',
    },
    outfile: target,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    banner: {
      js: '// SPDX-License-Identifier: BSD-3-Clause\n// Made by `npm run build` from schemas/definition.schema.json.',
    },
    legalComments: 'none',
    logLevel: 'warning',
  });
}
