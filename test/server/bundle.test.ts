// SPDX-License-Identifier: AGPL-3.0-or-later
// The files that pages load, as the bundle leaves them.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { test } from 'node:test';

const read = (name: string) => readFile(`dist/public/${name}`, 'utf8');

interface Map {
  readonly sources: readonly string[];
  readonly sourcesContent: readonly string[];
}

test('the file that a form begins with is compiled as it arrives, and its map still fits', async () => {
  const name = /chunks\/chunk-\w+\.js/.exec(await read('runtime.js'))![0];
  const lines = (await read(name)).split('\n');
  assert.equal(lines[0], '//# allFunctionsCalledOnLoad');
  const map = JSON.parse(await read(`${name}.map`)) as Map;
  const line = lines.findIndex((each) => each.includes('insertRow('));
  const entry = new SourceMap(map as ConstructorParameters<typeof SourceMap>[0]).findEntry(
    line,
    lines[line]!.indexOf('insertRow('),
  );
  assert.ok('originalSource' in entry);
  assert.match(entry.originalSource, /engine\/settlement\.ts$/);
  const text = map.sourcesContent[map.sources.indexOf(entry.originalSource)]!;
  assert.match(text.split('\n')[entry.originalLine]!, /^ {2}insertRow\(/);
});
