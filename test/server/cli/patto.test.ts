// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { commands } from '../../../server/cli/index.ts';
import { main } from '../../../server/cli/main.ts';
import { form } from '../compile/hostile.ts';

const folder = await mkdtemp(join(tmpdir(), 'patto-cli-'));
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

const write = async (name: string, value: unknown): Promise<void> => {
  await writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
};
const good = form({ nome: { type: 'string', title: 'Nome' } }, { layout: ['/nome'] });
const bad = form({ nome: { type: 'string', title: 'Nome', pattern: '^(a+)+$' } });

test('the bin is committed executable and explains itself', () => {
  const bin = 'server/cli/patto.mjs';
  const mode = spawnSync('git', ['ls-files', '-s', bin], { encoding: 'utf8' }).stdout;
  if (mode) assert.match(mode, /^100755/);
  const run = spawnSync(bin, ['--help'], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'it', LC_ALL: '', PATTO_LANG: '' },
  });
  assert.equal(run.status, 0, run.stderr);
  for (const name of Object.keys(commands)) assert.ok(run.stdout.includes(`  ${name} `), name);
});

test('every command has its help, in Italian and in English', async () => {
  for (const name of Object.keys(commands)) {
    const it = await patto(name, '--help');
    assert.equal(it.code, 0, `${name}: ${it.err}`);
    const { command } = (await import(`../../../server/cli/${name}.js`)) as {
      command: { name: string; help: { it: string; en: string } };
    };
    assert.equal(command.name, name);
    assert.notEqual(command.help.it, command.help.en);
    assert.ok(it.out.includes(`npx patto ${name}`), name);
  }
});

test('nothing asked and nonsense asked are no success', async () => {
  assert.equal((await patto()).code, 1);
  const { code, err } = await patto('constructor');
  assert.equal(code, 1);
  assert.match(err, /Comando sconosciuto: constructor/);
});

test('lint says what and where, and exits with 0 only when there is no error', async () => {
  await mkdir(join(folder, 'moduli/altri'), { recursive: true });
  await write('moduli/buono.json', good);
  await write('moduli/altri/elenco.json', { rows: [] });
  const fine = await patto('lint', 'moduli');
  assert.equal(fine.code, 0, fine.out);
  assert.match(fine.out, /1 modulo controllato, 0 errori/);
  await write('moduli/altri/lento.json', bad);
  const wrong = await patto('lint', 'moduli');
  assert.equal(wrong.code, 1);
  assert.match(
    wrong.out,
    /lento\.json \/schema\/properties\/nome\/pattern: errore: L’espressione .* \[pattern-slow\]/,
  );
  await write('rotto.json', '{ "a": 1,\n  "b" }');
  assert.match(
    (await patto('lint', 'rotto.json')).out,
    /rotto\.json: errore: Il file non è JSON valido \(riga 2/,
  );
  await write('doppio.json', '{ "id": 1, "id": 2 }');
  assert.match((await patto('lint', 'doppio.json')).out, /«id» compare due volte/);
  assert.equal((await patto('lint', 'manca.json')).code, 1);
});

test('compile writes everything that depends on a form', async () => {
  await write('buono.json', good);
  const done = await patto('compile', 'buono.json', '--out', 'fatto', '--district', 'valprova');
  assert.equal(done.code, 0, done.err);
  assert.deepEqual((await readdir(join(folder, 'fatto'))).sort(), [
    'prova@1.check.js',
    'prova@1.d.ts',
    'prova@1.js',
    'prova@1.schema.json',
    'prova@1.version.json',
  ]);
  const element = await readFile(join(folder, 'fatto/prova@1.js'), 'utf8');
  assert.match(element, /"tag":"valprova-prova"/);
  const refused = await patto('compile', 'moduli/altri/lento.json', '--out', 'niente');
  assert.equal(refused.code, 1);
  assert.match(refused.err, /pattern-slow/);
  await assert.rejects(readdir(join(folder, 'niente')));
});

test('types prints an interface', async () => {
  const { code, out } = await patto('types', 'buono.json');
  assert.equal(code, 0);
  assert.match(out, /export interface Prova \{\n {2}nome\?: string;\n\}/);
});
