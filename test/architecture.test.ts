// SPDX-License-Identifier: AGPL-3.0-or-later
// Who may import whom, read from the sources: static, type and dynamic imports alike.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import './no-names.ts';

const tops = ['schemas', 'runtime', 'templates', 'builder', 'server', 'test', 'bench'];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return /^(artifacts|node_modules)$/.test(entry.name) ? [] : sources(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

interface Import {
  readonly from: string;
  /** path of a source file, or the name of a package */
  readonly to: string;
  readonly own: boolean;
  readonly typeOnly: boolean;
}

const files = tops.flatMap(sources);
const known = new Set(files);

/** Comments out, so that an example in one is no import. */
function code(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Files that a relative specifier means; `${…}` of a dynamic import means every file that fits. */
function targets(from: string, specifier: string): string[] {
  const path = posix.join(posix.dirname(from), specifier.split('?')[0] ?? '').replace(/\.js$/, '.ts');
  if (!path.includes('${')) return [path];
  const parts = path.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('[^/]+')}$`);
  return files.filter((file) => pattern.test(file));
}

function importsOf(from: string): Import[] {
  const text = code(from);
  const found: { specifier: string; typeOnly: boolean }[] = [];
  for (const match of text.matchAll(/^(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^'\n]+)'/gm))
    found.push({ specifier: match[3] ?? '', typeOnly: Boolean(match[2]) });
  for (const match of text.matchAll(/\bimport\(\s*(['"`])([^'"`\n]+)\1/g))
    found.push({ specifier: match[2] ?? '', typeOnly: false });
  return found.flatMap(({ specifier, typeOnly }): Import[] =>
    specifier.startsWith('.')
      ? targets(from, specifier)
          .filter((to) => to !== from)
          .map((to) => ({ from, to, own: true, typeOnly }))
      : [{ from, to: specifier, own: false, typeOnly }],
  );
}

const imports = files.flatMap(importsOf);

type Zone =
  | 'schemas'
  | 'facts'
  | 'engine'
  | 'analysis'
  | 'blocks'
  | 'templates'
  | 'elements'
  | 'builder'
  | 'pages'
  | 'server'
  | 'test'
  | 'bench';

function zone(path: string): Zone {
  if (path.startsWith('runtime/engine/')) return 'engine';
  if (path.startsWith('runtime/analysis/')) return 'analysis';
  if (path.startsWith('runtime/elements/') || /^runtime\/fields\/[^/]+\/(input|control)\.ts$/.test(path))
    return 'elements';
  if (path.startsWith('runtime/')) return 'facts';
  if (path.startsWith('templates/blocks/')) return 'blocks';
  if (path.startsWith('server/pages/')) return 'pages';
  return path.split('/', 1)[0] as Zone;
}

const may: Record<Zone, readonly Zone[]> = {
  schemas: ['schemas'],
  facts: ['schemas', 'facts'],
  engine: ['schemas', 'facts', 'engine'],
  analysis: ['schemas', 'facts', 'engine', 'analysis'],
  blocks: ['facts', 'blocks'],
  templates: ['schemas', 'facts', 'engine', 'blocks', 'templates'],
  elements: ['schemas', 'facts', 'engine', 'elements'],
  builder: ['schemas', 'facts', 'engine', 'analysis', 'blocks', 'elements', 'builder'],
  pages: ['schemas', 'facts', 'engine', 'blocks', 'templates', 'elements', 'pages'],
  server: ['schemas', 'facts', 'engine', 'analysis', 'blocks', 'templates', 'server'],
  test: [
    'schemas',
    'facts',
    'engine',
    'analysis',
    'blocks',
    'templates',
    'elements',
    'builder',
    'pages',
    'server',
    'test',
    'bench',
  ],
  bench: [
    'schemas',
    'facts',
    'engine',
    'analysis',
    'blocks',
    'templates',
    'elements',
    'builder',
    'pages',
    'server',
    'bench',
  ],
};

/** Packages by zone; undefined: any but lit. */
const packages: Record<Zone, RegExp | undefined> = {
  schemas: /^$/,
  facts: /^$/,
  engine: /^$/,
  analysis: /^$/,
  blocks: /^$/,
  templates: undefined,
  elements: /^(lit|@lit\/context)(\/|$)/,
  builder: /^(fflate|read-excel-file\/universal|lit|@lit\/context)(\/|$)/,
  pages: /^(lit|@lit\/context)(\/|$)/,
  server: undefined,
  test: /./,
  bench: /./,
};

const say = (one: Import) => `${one.from} imports ${one.to}`;
/** Shapes only: operators, functions and kinds are written against the engine's contract. */
const contract = (one: Import) => one.typeOnly && one.to === 'runtime/engine/contract.ts';

test('the sources are read and their imports resolve', () => {
  assert.ok(imports.length > 10);
  const lost = imports.filter(
    (one) => one.own && !known.has(one.to) && !one.to.endsWith('definition-check.ts'),
  );
  assert.deepEqual(lost.filter((one) => !/\.(json|mjs|css)$/.test(one.to)).map(say), []);
});

test('each part imports only what stands above it', () => {
  const wrong = imports.filter(
    (one) => one.own && !may[zone(one.from)].includes(zone(one.to)) && !contract(one),
  );
  assert.deepEqual(wrong.map(say), []);
});

test('facts and engine know no package, pages know only lit, the server knows no lit', () => {
  const wrong = imports.filter((one) => {
    if (one.own) return false;
    const fits = packages[zone(one.from)];
    return fits ? !fits.test(one.to) : /^@?lit(\/|$)/.test(one.to);
  });
  assert.deepEqual(wrong.map(say), []);
});

test('a field type, an operator, a function or a kind never imports another of its sort', () => {
  // An entry is what the list of its folder names; what several entries share is none.
  const listed = new Set(
    imports
      .filter((one) => /^runtime\/(operators|functions|kinds)\/index\.ts$/.test(one.from))
      .map((one) => one.to),
  );
  const entry = (path: string) =>
    /^runtime\/fields\/[^/]+(?=\/)/.exec(path)?.[0] ?? (listed.has(path) ? path : undefined);
  const wrong = imports.filter((one) => {
    const from = entry(one.from);
    const to = one.own ? entry(one.to) : undefined;
    return from && to && from !== to && posix.dirname(from) === posix.dirname(to);
  });
  assert.deepEqual(wrong.map(say), []);
});

// Types vanish when compiled: a cycle of type imports alone runs nothing twice.
test('no import cycles', () => {
  const next = new Map<string, string[]>();
  for (const one of imports)
    if (one.own && !one.typeOnly) next.set(one.from, [...(next.get(one.from) ?? []), one.to]);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const file of files) visit(file, []);
  assert.deepEqual(cycles, []);
});

test('an index is a list, not a re-export', () => {
  // The bundle that foreign pages load has one public face.
  const face = 'runtime/elements/index.ts';
  const wrong = files.filter(
    (path) => path.endsWith('/index.ts') && path !== face && /\bexport\s[^;'"]*\sfrom\s/.test(code(path)),
  );
  assert.deepEqual(wrong, []);
});

test('no name of ours says nothing', () => {
  const vague = /-(manager|service|helpers?|utils?|base|model|handler)\.ts$/;
  const name =
    /\b(?:class|interface|type)\s+\w*[a-z](?:Manager|Service|Helpers?|Utils?|Base|Model|Handler)\b/;
  const wrong = files.filter((path) => vague.test(path) || name.test(code(path)));
  assert.deepEqual(wrong, []);
});
