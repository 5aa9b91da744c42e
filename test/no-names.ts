// SPDX-License-Identifier: AGPL-3.0-or-later
// What is special to a district, a measure or a form is data: no program names one. A test that finds a name wants it
// moved to schemas/ (a gift of the definition, a field of the district or of the measure), not another exception here.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const programs = ['runtime', 'builder', 'server', 'templates'];

/** Ids that are words of the language too: they count only where a text of the program is that word alone. */
const words = new Set([
  'sia',
  'rei',
  'sociale',
  'voucher',
  'convocazione',
  'archiviazione',
  'monitoraggio',
  'segnalazione',
]);
/** Texts that are such a word and mean something else: a kind of document. */
const others = new Set(['voucher']);

const folders = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));

/** Ids of all districts, measures and definitions that come with the application. */
function namesOfData(schemas = 'schemas'): ReadonlySet<string> {
  const found = new Set<string>();
  for (const top of ['districts', 'national'])
    for (const id of folders(join(schemas, top))) {
      found.add(id);
      const definitions = join(schemas, top, id, 'definitions');
      if (!existsSync(definitions)) continue;
      for (const file of readdirSync(definitions))
        found.add((JSON.parse(readFileSync(join(definitions, file), 'utf8')) as { id: string }).id);
    }
  return found;
}

/** Short names of the measures that are no words of the language: ADI, ReI… */
const shorts = folders('schemas/national').flatMap((id) => {
  const { short = '' } = JSON.parse(readFileSync(`schemas/national/${id}/measure.json`, 'utf8')) as {
    short?: string;
  };
  return /[A-Z].*[A-Z]/.test(short) ? [short] : [];
});

/** Lines that name one of them. */
function named(text: string, names: ReadonlySet<string>): string[] {
  const called = new RegExp(`(?<![\\w-])(${shorts.join('|')})(?![\\w-])`);
  const distinct = [...names].filter((id) => !words.has(id));
  const anywhere = new RegExp(`(?<![\\w-])(${distinct.join('|')})(?![\\w-])`, 'i');
  const alone = new RegExp(`(['"\`])(${[...names].filter((id) => !others.has(id)).join('|')})\\1`, 'i');
  return text.split('\n').filter((line) => anywhere.test(line) || alone.test(line) || called.test(line));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|mjs|js|css|hbs|md|json|html)$/.test(entry.name) ? [path] : [];
  });
}

const names = namesOfData();

test('the names of districts, measures and definitions are found where they stand', () => {
  for (const line of [
    "measures.find((id) => id === 'adi')",
    'const isSocial = measure === "sociale";',
    '// as in Valprova',
    "lookup('analisi-preliminare')",
    "kind === 'monitoraggio'",
    'params[`adi.isee`]',
    "title: 'Domanda di ReI'",
  ])
    assert.deepEqual(named(line, names), [line]);
  for (const line of ["text: 'un servizio sociale che sia vicino'", "kind: 'voucher'", "'radici'", 'paisley'])
    assert.deepEqual(named(line, names), []);
});

test('no program names a district, a measure or a definition', () => {
  const found = programs
    .flatMap(sources)
    .flatMap((path) => named(readFileSync(path, 'utf8'), names).map((line) => `${path}: ${line.trim()}`));
  assert.deepEqual(found, []);
});
