// SPDX-License-Identifier: AGPL-3.0-or-later
// What a page that shows a form loads of the engine, and what it must never pull in.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Gzip size in bytes and the files in it, of a module with these exports of the runtime. */
async function bundled(...files: readonly string[]): Promise<{ bytes: number; inputs: string[] }> {
  const contents = files
    .map((file, place) => `export * as m${place} from ${JSON.stringify(resolve('dist/runtime', file))};`)
    .join('\n');
  const result = await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
  });
  return {
    bytes: gzipSync(result.outputFiles[0]!.contents, { level: 9 }).length,
    inputs: Object.keys(result.metafile.inputs),
  };
}

const first = ['engine/walk.js', 'engine/settlement.js', 'engine/pointer.js', 'operators/index.js'];

test('before the first keystroke at most 8 KB, with checks and functions at most 13.5 KB', async (context) => {
  const begin = await bundled(...first);
  const whole = await bundled(
    ...first,
    'engine/check.js',
    'engine/score.js',
    'engine/explain.js',
    'functions/index.js',
  );
  context.diagnostic(`${begin.bytes} and ${whole.bytes} bytes, gzip`);
  assert.ok(begin.bytes <= 8 * 1024, `${begin.bytes}`);
  assert.ok(whole.bytes <= 13.5 * 1024, `${whole.bytes}`);
  for (const file of whole.inputs)
    assert.doesNotMatch(file, /lint|answer-schema|fold|expression|differences|about|fields\//);
  for (const file of begin.inputs) assert.doesNotMatch(file, /check|shape|score|formula|explain|functions\//);
});
