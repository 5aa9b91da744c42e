// SPDX-License-Identifier: AGPL-3.0-or-later
// A district out into a folder and in again elsewhere: byte for byte the same; a wrong file is told by name and line,
// and nothing of its folder is taken in.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { main } from '../../../server/cli/main.ts';
import { lineOf } from '../../../server/json-place.ts';
import { openStore } from '../../../server/storage/open.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patto-district-'));
});
after(() => rm(folder, { recursive: true }));

async function patto(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const lines: { out: string[]; err: string[] } = { out: [], err: [] };
  const code = await main(args, {
    out: (line) => lines.out.push(line),
    err: (line) => lines.err.push(line),
    folder,
    env: { LANG: 'it_IT.UTF-8' },
  });
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}

async function filesIn(path: string): Promise<{ [name: string]: string }> {
  const entries = await readdir(join(folder, path), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.sort().map((file) => readFile(file, 'utf8')));
  return Object.fromEntries(files.map((file, at) => [file.slice(join(folder, path).length + 1), texts[at]!]));
}

/** An empty data folder, with records of a district in it. */
async function dataOf(name: string, fill: boolean): Promise<void> {
  const store = await openStore({ folder: join(folder, name), create: true });
  const scope = { district: 'castelli', actor: 'system' };
  if (fill) {
    const service = { id: 'nuovo', title: 'Servizio nuovo', fondo: 'nessuno' };
    const done = await store.commit(scope, [
      { do: 'create', collection: 'lists', id: 'colori', value: { name: 'colori', title: 'Colori', rows: [{ id: 'r', title: 'Rosso' }], by: 'x' } }, // prettier-ignore
      { do: 'create', collection: 'templates', id: 'pact@1', value: { kind: 'pact', number: 1, by: 'x', text: '<h1>{{title}}</h1>\n<p>{{number}}</p>' } }, // prettier-ignore
      { do: 'create', collection: 'rows', id: 'servizi.nuovo', value: { register: 'servizi', row: service, history: [] } }, // prettier-ignore
      { do: 'create', collection: 'districts', id: 'castelli', value: { changes: { name: 'Nome cambiato' }, by: 'x' } }, // prettier-ignore
    ]);
    assert.ok(done.ok);
  }
  await store.close();
}

test('exported, imported elsewhere, exported again: the same bytes, with what was changed by hand', async () => {
  await dataOf('uno', true);
  await dataOf('due', false);
  const out = await patto('export', 'castelli', 'fuori', '--data', 'uno');
  assert.equal(out.code, 0, out.err);
  const first = await filesIn('fuori');
  const district = JSON.parse(first['district.json']!) as {
    name: string;
    registers: { servizi: { id: string }[] };
  };
  assert.equal(district.name, 'Nome cambiato');
  assert.equal(district.registers.servizi.at(-1)?.id, 'nuovo');
  for (const file of [
    'definitions/fattori-contesto.json',
    'definitions/pais.json',
    'lists/colori.json',
    'templates/pact.json',
  ])
    // prettier-ignore
    assert.ok(first[file], file);
  const taken = await patto('import', 'fuori', '--data', 'due');
  assert.equal(taken.code, 0, taken.err);
  assert.equal((await patto('export', 'castelli', 'ancora', '--data', 'due')).code, 0);
  assert.deepEqual(await filesIn('ancora'), first);
  // once more over itself changes nothing
  assert.equal((await patto('import', 'ancora', '--data', 'due')).code, 0);
  assert.equal((await patto('export', 'castelli', 'terza', '--data', 'due')).code, 0);
  assert.deepEqual(await filesIn('terza'), first);
});

test('a wrong file is told by name and line, and nothing is taken in', async () => {
  await dataOf('tre', false);
  const before = await filesIn('tre');
  const faults: readonly [file: string, from: RegExp, to: string, said: RegExp][] = [
    ['lists/colori.json', /"id": "r",/, '"id": "r"', /lists\/colori\.json, riga \d+: /],
    ['district.json', /"standard": 5000/, '"standard": "molti"', /district\.json, riga \d+: .*standard/],
    ['definitions/pais.json', /"kind": "pact"/, '"kind": "patto"', /definitions\/pais\.json, riga 3: /],
    ['templates/pact.json', /<h1>\{\{title\}\}/, '<h1>{{#title}}', /templates\/pact\.json, riga \d: /],
    ['district.json', /"rei"/, '"mai-sentita"', /mai-sentita/],
    ['district.json', /\{PROGR:5\}/, 'X', /numerazione/],
  ];
  for (const [file, from, to, said] of faults) {
    await rm(join(folder, 'rotta'), { recursive: true, force: true });
    await cp(join(folder, 'fuori'), join(folder, 'rotta'), { recursive: true });
    const path = join(folder, 'rotta', file);
    const text = await readFile(path, 'utf8');
    assert.match(text, from, file);
    await writeFile(path, text.replace(from, to));
    const { code, err } = await patto('import', 'rotta', '--data', 'tre');
    assert.equal(code, 1, file);
    assert.match(err, said);
  }
  const schemas = Object.keys(await filesIn('tre')).filter((name) => name.startsWith('schemas'));
  assert.deepEqual(schemas, []);
  const records = (files: object): string[] => Object.keys(files).filter((name) => /castelli/.test(name));
  assert.deepEqual(records(await filesIn('tre')), records(before));
  assert.equal((await patto('import', 'nessuna', '--data', 'tre')).code, 1);
  assert.equal((await patto('export', 'nessuno', 'x', '--data', 'tre')).code, 1);
});

test('the line of a value in a JSON text', () => {
  const text = '{\n  "a": [1,\n    {"b/c": "x:,}"}\n  ],\n  "d": {}\n}';
  for (const [pointer, line] of [
    ['', 1],
    ['/a/0', 2],
    ['/a/1', 3],
    ['/a/1/b~1c', 3],
    ['/d', 5],
    ['/a/7', 2],
  ] as const)
    // prettier-ignore
    assert.equal(lineOf(text, pointer), line, pointer);
});
