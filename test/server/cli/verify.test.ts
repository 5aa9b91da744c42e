// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { command } from '../../../server/cli/verify.ts';
import { issue, newKey, newPrinter, sealed, value } from '../pdf/sample.ts';

const printer = newPrinter();
after(() => printer.close());
const folder = mkdtempSync(join(tmpdir(), 'patto-verify-'));
const key = await newKey(join(folder, 'data', 'keys'));
const pdf = Buffer.from(value(await sealed(printer, key, value(await issue(printer)))).pdf);
writeFileSync(join(folder, 'good.pdf'), pdf);
const bad = Buffer.from(pdf);
bad[30_000] = (bad[30_000] ?? 0) ^ 1;
writeFileSync(join(folder, 'bad.pdf'), bad);
const away = mkdtempSync(join(tmpdir(), 'patto-verify-'));
copyFileSync(join(folder, 'good.pdf'), join(away, 'good.pdf'));

async function call(args: readonly string[], at = folder, language: 'it' | 'en' = 'it') {
  const out: string[] = [];
  const err: string[] = [];
  const code = await command.run(args, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    language,
    folder: at,
    env: {},
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('a valid file exits with 0 and says so; a changed one with 1', async () => {
  const good = await call(['good.pdf']);
  assert.equal(good.code, 0);
  assert.match(good.out, /^VALIDO/);
  assert.match(good.out, /Ambito territoriale sociale Valprova, del 25\/02\/2026/);
  const altered = await call(['bad.pdf']);
  assert.equal(altered.code, 1);
  assert.match(altered.out, /^ALTERATO/);
  assert.match((await call(['bad.pdf'], folder, 'en')).out, /^ALTERED/);
});

test('without the district’s certificate a whole file is not called valid; with it, it is', async () => {
  const alone = await call(['good.pdf'], away);
  assert.equal(alone.code, 1);
  assert.match(alone.out, /integro, ma il sigillo non è riconosciuto/);
  const certificate = join(folder, 'data', 'keys', 'valprova', 'seal.crt');
  assert.equal((await call(['good.pdf', '--certificate', certificate], away)).code, 0);
});

test('--conformance tells what a file breaks of PDF/A and PDF/UA, in words and by clause', async () => {
  writeFileSync(join(folder, 'behind.pdf'), Buffer.concat([pdf, Buffer.from('altro')]));
  const { code, out } = await call(['behind.pdf', '--conformance']);
  assert.equal(code, 1);
  assert.match(out, /✕ Dopo la fine del documento c’è altro.*\n\s+file-end · ISO 19005-2, 6\.1\.3 · /);
  const told = JSON.parse((await call(['behind.pdf', '--conformance', '--json'], folder, 'en')).out) as {
    readonly conformance: {
      readonly profile: string;
      readonly findings: readonly { readonly rule: string; readonly message: string }[];
    };
  };
  assert.deepEqual(
    told.conformance.findings.map(({ rule }) => rule),
    ['file-end'],
  );
  assert.equal(told.conformance.profile, '2a');
  assert.match(told.conformance.findings[0]?.message ?? '', /behind the end/);
});

test('--conformance names the sixteen rules for each signature', async () => {
  const { code, out } = await call(['good.pdf', '--conformance']);
  assert.equal(code, 0);
  assert.match(out, /Sigillo «sigillo» · B-B: chi ha firmato/);
  assert.match(out, /PDF\/A-2a, PDF\/UA-1: tutte le \d+ regole controllabili sono rispettate/);
  assert.equal(out.match(/✓ [a-z-]+: /g)?.length, 16);
});

test('--json gives the result as data', async () => {
  const { code, out } = await call(['--json', 'bad.pdf']);
  const said = JSON.parse(out) as {
    readonly verdict: string;
    readonly reasons: readonly { readonly message: string }[];
  };
  assert.equal(code, 1);
  assert.equal(said.verdict, 'altered');
  assert.match(said.reasons[0]?.message ?? '', /cambiato|danneggiato/);
});

test('what cannot be read is said, with exit code 2', async () => {
  mkdirSync(join(folder, 'folder.pdf'));
  for (const args of [
    [],
    ['missing.pdf'],
    ['folder.pdf'],
    ['good.pdf', '--certificate', 'good.pdf'],
    ['good.pdf', '--certificate', 'no.crt'],
    ['a', 'b'],
    ['--nothing'],
  ]) {
    const { code, err } = await call(args);
    assert.equal(code, 2, args.join(' '));
    assert.ok(err.length > 0);
  }
});
