// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Definition } from '../../../schemas/types.ts';
import type { Compiled } from '../../../server/compile/compile.ts';
import type { Compiler } from '../../../server/compile/compiler.ts';
import { hashOf, sha256 } from '../../../server/compile/freeze.ts';
import { codeName, remembered } from '../../../server/compile/remembered.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patto-remembered-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const form = (title: string): Definition => ({
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'prova',
  title,
  schema: { type: 'object', properties: {} },
});
const [first, second, own] = [form('Uno'), form('Due'), form('Di qualcuno')];

/** A compiler that tells what it was asked. */
function asked(): { readonly compiler: Compiler; readonly titles: string[] } {
  const titles: string[] = [];
  const compiler: Compiler = {
    examine: async () => [],
    async compile(document) {
      const source = document as Definition;
      titles.push(source.title);
      if (source.title === 'Rotto') return { ok: false, findings: [] };
      return {
        ok: true,
        value: { source, hash: hashOf(source), check: source.title } as unknown as Compiled,
      };
    },
    close: async () => {},
  };
  return { compiler, titles };
}
const begun = (code: string, at = folder) => {
  const { compiler, titles } = asked();
  return { compile: remembered(compiler, { folder: at, shipped: [first, second], code }).compile, titles };
};

test('a shipped definition is compiled once; a later start takes the result as it was', async () => {
  const one = begun('a');
  const made = await one.compile(first);
  const other = begun('a');
  assert.deepEqual(await other.compile(structuredClone(first)), made);
  assert.deepEqual([one.titles, other.titles], [['Uno'], []]);
});

test('a definition that was changed is another one, and what is not shipped is never kept', async () => {
  const { compile, titles } = begun('a');
  for (const document of [second, own, own]) {
    const made = await compile(document);
    assert.equal(made.ok && made.value.source.title, document.title);
  }
  assert.deepEqual(titles, ['Due', 'Di qualcuno', 'Di qualcuno']);
});

test('a result that is not what was written is made anew', async () => {
  const home = join(folder, 'a');
  const damaged = [
    (text: string) => text.replace('Uno', 'Unx'),
    (text: string) => text.slice(0, -20),
    // its own sum, but what it holds is of another definition
    (text: string) => {
      const written = text.slice(text.indexOf('\n') + 1).replaceAll('"title":"Uno"', '"title":"Tre"');
      return `${sha256(written)}\n${written}`;
    },
  ];
  for (const damage of damaged) {
    await begun('a').compile(first);
    for (const name of await readdir(home)) {
      const text = await readFile(join(home, name), 'utf8');
      await writeFile(join(home, name), damage(text));
    }
    const { compile, titles } = begun('a');
    const made = await compile(first);
    assert.equal(made.ok && made.value.source.title, 'Uno');
    assert.deepEqual(titles, ['Uno']);
  }
});

test('other code takes nothing of the code before it, and leaves only its own', async () => {
  await begun('a').compile(first);
  const { compile, titles } = begun('b');
  await compile(first);
  assert.deepEqual(titles, ['Uno']);
  assert.deepEqual(await readdir(folder), ['b']);
});

test('a folder that cannot be written costs nothing but time', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  const { compile, titles } = begun('a', file);
  assert.equal((await compile(first)).ok, true);
  assert.equal((await compile(first)).ok, true);
  assert.equal(titles.length, 2);
});

test('the code has one name as long as it is the same', async () => {
  assert.match(await codeName(), /^[0-9a-f]{32}$/);
  assert.equal(await codeName(), await codeName());
});
