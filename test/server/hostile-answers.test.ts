// SPDX-License-Identifier: AGPL-3.0-or-later
// One thing is changed in answers that are right, so that the right verdict is known: the server gives it, every time,
// over HTTP, for national definitions, for random ones, and for one that has locks and computed values everywhere.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { FieldNode, Outline, Settled } from '../../runtime/engine/contract.ts';
import { at as valueAt, copy, isObject, type Json, same, star } from '../../runtime/engine/pointer.ts';
import type { Answers, Context, Definition, Submission, Version } from '../../schemas/types.ts';
import { readData } from '../../server/assemble.ts';
import { createApp } from '../../server/app.ts';
import { fillDemo } from '../../server/demo.ts';
import type { Deps } from '../../server/deps.ts';
import { formOf } from '../runtime/engine/engine.ts';
import { fitting, randomDefinition, seeded, type Draw } from '../runtime/engine/random.ts';
import { withoutHidden } from '../../server/visible.ts';
import { createWorld, type World } from './world.ts';

const full = process.env['PATTO_PROOF'] === 'full';
const seed = Number(process.env['PATTO_SEED'] ?? 20260302);
const total = Number(process.env['PATTO_HOSTILE'] ?? (full ? 50_000 : 1_000));
const progress = process.env['PATTO_PROOF_STATE'];
/** random definitions, and trials that share a case */
const randoms = full ? 24 : 4;
const turn = 60;
const national = ['adi-domanda', 'analisi-preliminare'];
const district = 'valprova';

const text = { type: 'string', maxLength: 40 } as const;
/** Locks, computed values and hidden parts, at the root, in a group and in rows of rows. */
const everything: Definition = {
  ...formOf(
    {
      fisso: { ...text, readOnly: true, 'x-prefill': { text: 'dal fascicolo' } },
      chiuso: { type: 'boolean' },
      motivo: { ...text, 'x-lock': { '/chiuso': { const: true } } },
      casa: { oneOf: ['affitto', 'altro'].map((each) => ({ const: each, title: each })) },
      canone: { type: 'integer', minimum: 0, maximum: 5_000, 'x-show': { '/casa': { const: 'affitto' } } },
      riservato: { ...text, 'x-visible-to': ['coordinator'] },
      recapito: {
        type: 'object',
        properties: { via: text, civico: { type: 'integer', minimum: 1, maximum: 999 } },
        required: ['via'],
      },
      nucleo: {
        type: 'array',
        maxItems: 8,
        items: {
          type: 'object',
          properties: {
            nome: text,
            eta: { type: 'integer', minimum: 0, maximum: 120 },
            adulto: { type: 'boolean', 'x-value': { holds: { './eta': { type: 'integer', minimum: 18 } } } },
            scuola: { ...text, 'x-show': { './eta': { type: 'integer', maximum: 17 } } },
            spese: {
              type: 'array',
              maxItems: 5,
              items: {
                type: 'object',
                properties: { importo: { type: 'integer', minimum: 0, maximum: 900 } },
              },
            },
            totale: { type: 'integer', 'x-value': { sum: './spese', of: './importo' } },
          },
          required: ['nome', 'eta'],
        },
      },
      capo: { type: 'string', 'x-ref': '/nucleo' },
      quanti: { type: 'integer', 'x-value': { count: '/nucleo' } },
      somma: { type: 'integer', 'x-value': { sum: '/nucleo', of: './totale' } },
    },
    { required: ['casa', 'canone', 'motivo'] },
  ),
  id: 'tutto',
};
const everyAnswer = (draw: Draw): Answers => ({
  chiuso: draw(2) === 0,
  motivo: 'perché sì',
  casa: draw(2) === 0 ? 'affitto' : 'altro',
  canone: draw(900),
  recapito: { via: 'Via dell’Esempio', civico: 1 + draw(90) },
  nucleo: Array.from({ length: 1 + draw(4) }, (_, row) => ({
    id: `persona${String(row).padStart(4, '0')}`,
    nome: `Persona ${row}`,
    eta: draw(80),
    scuola: 'media',
    spese: Array.from({ length: draw(3) }, (_one, place) => ({
      id: `spesa${row}${String(place).padStart(5, '0')}`,
      importo: draw(500),
    })),
  })),
  capo: 'persona0000',
});

let world: World;
let deps: Deps;
let server: Server;
let base: string;
let family: { readonly [definition: string]: Answers };
const versions: Version[] = [];

before(async () => {
  world = await createWorld({ fill: false });
  const real = await readData({ data: world.deps.config.data, demo: true });
  const definitions = (id: string) =>
    new Map([...real.definitions(id)].filter(([name]) => national.includes(name)));
  const own = real.districts.get(district)!;
  deps = {
    ...world.deps,
    catalogue: { ...real, districts: new Map([[district, own]]), definitions, families: () => [] },
  };
  await fillDemo(deps);
  server = createServer(createApp(deps) as unknown as RequestListener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  family = (
    JSON.parse(await readFile(`schemas/districts/${district}/families/c1.json`, 'utf8')) as {
      answers: typeof family;
    }
  ).answers;
  const admin = await signIn('modulari');
  const publish = async (definition: Definition): Promise<boolean> => {
    const { id } = definition;
    const made = await ask(
      'POST',
      '/api/definitions',
      admin,
      { definition },
      { 'Idempotency-Key': `m-${id}` },
    );
    if (made.status !== 201) return false;
    const { rev } = (await ask('GET', `/api/definitions/${id}`, admin)).json as { rev: number };
    const done = await ask('POST', `/api/definitions/${id}/publish`, admin, {}, { 'If-Match': `"${rev}"` });
    if (done.status === 201) return true;
    assert.ok(done.status < 500, done.text);
    assert.notEqual(id, 'tutto', done.text);
    return false;
  };
  assert.ok(await publish(everything));
  const draw = seeded(seed);
  const names = [...national, 'tutto'];
  for (let tries = 0, made = 0; made < randoms && tries < randoms * 8; tries += 1) {
    const id = `caso-${tries}`;
    if (!(await publish({ ...randomDefinition(draw), id }))) continue;
    names.push(id);
    made += 1;
  }
  for (const name of names) {
    const kept = await deps.store.get<Version>({ district, actor: 'system' }, 'versions', `${name}@1`);
    assert.ok(kept, name);
    versions.push(kept.value);
  }
  assert.equal(versions.length, national.length + 1 + randoms);
});
after(async () => {
  server?.closeAllConnections();
  await new Promise((done) => server?.close(done));
  await world?.close();
});

interface Told {
  readonly status: number;
  readonly text: string;
  readonly json: { readonly [key: string]: unknown };
}
async function ask(
  method: string,
  path: string,
  cookie: string,
  body?: unknown,
  headers: { readonly [name: string]: string } = {},
): Promise<Told> {
  const answer = await fetch(base + path, {
    method,
    headers: {
      'Sec-Fetch-Site': 'same-origin',
      Cookie: cookie,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const said = await answer.text();
  let json = {};
  try {
    json = JSON.parse(said) as object;
  } catch {
    // 204
  }
  return { status: answer.status, text: said, json };
}
async function signIn(as: string): Promise<string> {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' },
    body: JSON.stringify({ as }),
  });
  assert.equal(answer.status, 200);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0]!;
}

// ── what is changed, and what must come of it ──

/** Right answers as they stand in a draft, with what the engine says of them. */
interface Ground {
  readonly outline: Outline;
  readonly settled: Settled;
  readonly draw: Draw;
}
/** `raw`: the text of the answers, where JSON.stringify would not write it so. */
interface Change {
  readonly answers?: unknown;
  readonly raw?: string;
  /** more in the request's body */
  readonly body?: Json;
  /** codes of which the refusal must be; absent: accepted */
  readonly refused?: readonly string[] | 'any';
  /** pointers that must be named as replaced */
  readonly replaced?: readonly string[];
  /** what must be kept; absent: the right answers */
  readonly kept?: Answers;
}

const pick = <Item>(all: readonly Item[], draw: Draw): Item | undefined => all[draw(all.length)];
const text_ = (node: FieldNode) => node.schema.type === 'string' && !node.schema.enum && !node.schema.oneOf;

/** Fields that are shown now and have an answer of their own. */
const answered = (
  { outline, settled }: Ground,
  fits: (node: FieldNode, value: unknown) => boolean,
): string[] =>
  [...settled.shown].filter((path) => {
    const node = outline.byPointer.get(star(path));
    const value = valueAt(settled.answers, path);
    return node && node.value === undefined && value !== undefined && !isDeclined(value) && fits(node, value);
  });
const isDeclined = (value: unknown): boolean => isObject(value) && 'declined' in value;
const nodeAt = ({ outline }: Ground, path: string): FieldNode => outline.byPointer.get(star(path))!;

/** A copy with another value at a place; undefined takes it away. */
function changed(answers: Answers, path: string, value: unknown): Answers {
  const out = copy(answers);
  const cut = path.lastIndexOf('/');
  const holder = valueAt(out, path.slice(0, cut)) as Json;
  const into = cut <= 0 ? out : holder;
  const key = path.slice(cut + 1);
  if (value === undefined) delete into[key];
  else into[key] = value;
  return out;
}
/** Objects of the answers, with their places. */
function holders(value: unknown, at = ''): string[] {
  if (Array.isArray(value))
    return value.flatMap((one, place) => (isObject(one) ? holders(one, `${at}/${place}`) : []));
  if (!isObject(value) || isDeclined(value)) return [];
  return [at, ...Object.entries(value).flatMap(([key, one]) => holders(one, `${at}/${key}`))];
}
const inRows = (ground: Ground): string[] =>
  holders(ground.settled.answers).filter((path) => /\/\d+$/.test(path));
/** The text of the answers with a piece of raw JSON in place of a mark. */
const withRaw = (answers: Answers, path: string, raw: string): string =>
  JSON.stringify(changed(answers, path, '§')).replace('"§"', () => raw);
const unread = ({ outline }: Ground, path: string): boolean =>
  (outline.readers.get(star(path)) ?? []).length === 0 &&
  !JSON.stringify(outline.definition).includes('x-check') &&
  !outline.definition.gives;

const changes: { readonly [name: string]: (ground: Ground) => Change | undefined } = {
  'unknown key': (ground) => {
    const holder = pick(holders(ground.settled.answers), ground.draw)!;
    return { answers: changed(ground.settled.answers, `${holder}/mai_chiesto`, 1), refused: 'any' };
  },
  'key of a prototype': (ground) => {
    const holder = pick(holders(ground.settled.answers), ground.draw)!;
    const key = pick(['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'], ground.draw)!;
    return { answers: changed(ground.settled.answers, `${holder}/${key}`, 'x'), refused: 'any' };
  },
  __proto__: (ground) => {
    const holder = pick(holders(ground.settled.answers), ground.draw)!;
    const raw = JSON.stringify(changed(ground.settled.answers, `${holder}/§`, { admin: true }));
    return { raw: raw.replace('"§"', '"__proto__"'), refused: ['forbidden-key'] };
  },
  'the same key twice': ({ settled }) => {
    const raw = JSON.stringify({ ...settled.answers, zz: 1 });
    return { raw: raw.replace(/"zz":1\}$/, '"zz":1,"zz":1}'), refused: ['duplicate-key'] };
  },
  hidden: (ground) => {
    const { outline, settled } = ground;
    const hidden = outline.fields.filter(
      (node) =>
        node.level === '' &&
        (!node.parent || settled.shown.has(node.parent.pointer)) &&
        !settled.shown.has(node.pointer) &&
        node.show.length > 0 &&
        node.visibleTo === undefined &&
        node.value === undefined &&
        node.schema['x-when-hidden'] !== 'keep' &&
        !node.type.nests,
    );
    const node = pick(hidden, ground.draw);
    if (!node) return undefined;
    const value =
      node.schema.oneOf?.[0]?.const ??
      node.schema.enum?.[0] ??
      { string: 'x', integer: 1, number: 1, boolean: true, array: ['a'] }[String(node.schema.type)];
    return value === undefined
      ? undefined
      : { answers: changed(settled.answers, node.pointer, value), refused: 'any' };
  },
  'hidden in a row': (ground) => {
    const { outline, settled } = ground;
    const row = pick(inRows(ground), ground.draw);
    if (row === undefined) return undefined;
    const inside = outline.fields.filter(
      (node) =>
        node.pointer.startsWith(`${star(row)}/`) &&
        !node.pointer.slice(star(row).length + 1).includes('/') &&
        node.show.length > 0 &&
        node.visibleTo === undefined &&
        node.value === undefined &&
        node.schema['x-when-hidden'] !== 'keep' &&
        node.schema.type === 'string' &&
        !node.schema.oneOf &&
        !settled.shown.has(`${row}/${node.key}`),
    );
    const node = pick(inside, ground.draw);
    return node && { answers: changed(settled.answers, `${row}/${node.key}`, 'x'), refused: 'any' };
  },
  'oversized text': (ground) => {
    const path = pick(answered(ground, text_), ground.draw);
    if (path === undefined) return undefined;
    const long = 'x'.repeat(
      Math.max(nodeAt(ground, path).schema.maxLength ?? 0, 20_000) + 1 + ground.draw(400),
    );
    return { answers: changed(ground.settled.answers, path, long), refused: 'any' };
  },
  'a list too long': (ground) => {
    const path = pick(
      answered(ground, (node, value) => node.type.nests === 'rows' && (value as []).length > 0),
      ground.draw,
    );
    if (path === undefined) return undefined;
    const [first] = valueAt(ground.settled.answers, path) as Json[];
    const rows = Array.from({ length: 1_001 }, (_, place) => ({
      ...first,
      id: `lunga${String(place).padStart(6, '0')}`,
    }));
    return { answers: changed(ground.settled.answers, path, rows), refused: 'any' };
  },
  'another type': (ground) => {
    const path = pick(
      answered(ground, (node) => !node.type.nests),
      ground.draw,
    );
    if (path === undefined) return undefined;
    const wrong: { readonly [type: string]: readonly unknown[] } = {
      string: [7, true, ['x'], { a: 1 }],
      number: ['x', true, [1], { a: 1 }],
      boolean: ['sì', 1, [true], { a: 1 }],
      object: ['x', 5, true, [{ b: 2 }]],
    };
    const value = valueAt(ground.settled.answers, path);
    return {
      answers: changed(ground.settled.answers, path, pick(wrong[typeof value] ?? [{ a: 1 }], ground.draw)),
      refused: 'any',
    };
  },
  'rows that are none': (ground) => {
    const path = pick(
      answered(ground, (node) => Boolean(node.type.nests)),
      ground.draw,
    );
    return path === undefined
      ? undefined
      : {
          answers: changed(ground.settled.answers, path, pick(['x', 4, true, [1], ['x'], [[]]], ground.draw)),
          refused: 'any',
        };
  },
  'out of bounds': (ground) => {
    const path = pick(
      answered(ground, ({ schema }) => schema.minimum !== undefined || schema.maximum !== undefined),
      ground.draw,
    );
    if (path === undefined) return undefined;
    const { minimum, maximum } = nodeAt(ground, path).schema;
    const value =
      maximum === undefined || (minimum !== undefined && ground.draw(2)) ? minimum! - 1 : maximum + 1;
    return { answers: changed(ground.settled.answers, path, value), refused: 'any' };
  },
  'a choice that is none': (ground) => {
    const path = pick(
      answered(ground, ({ schema }) => Boolean(schema.oneOf ?? schema.enum)),
      ground.draw,
    );
    return path === undefined
      ? undefined
      : { answers: changed(ground.settled.answers, path, 'inventata'), refused: 'any' };
  },
  'required and not there': (ground) => {
    const path = pick(
      [...ground.settled.required].filter(
        (one) =>
          nodeAt(ground, one).value === undefined &&
          valueAt(ground.settled.answers, one) !== undefined &&
          !nodeAt(ground, one).type.nests,
      ),
      ground.draw,
    );
    return path === undefined
      ? undefined
      : { answers: changed(ground.settled.answers, path, undefined), refused: 'any' };
  },
  'not to be declined': (ground) => {
    const path = pick(
      answered(ground, (node) => !node.schema['x-not-asked']),
      ground.draw,
    );
    return path === undefined
      ? undefined
      : { answers: changed(ground.settled.answers, path, { declined: 'unknown' }), refused: 'any' };
  },
  NUL: (ground) => {
    const path = pick(answered(ground, text_), ground.draw);
    return path === undefined
      ? undefined
      : { answers: changed(ground.settled.answers, path, 'a\0b'), refused: ['bad-text'] };
  },
  'a lone surrogate': (ground) => {
    const path = pick(answered(ground, text_), ground.draw);
    const raw = pick(['"\\ud83d"', '"a\\udca9b"', '"\\ud83d\\ud83d\\udca9"'], ground.draw)!;
    return path === undefined
      ? undefined
      : { raw: withRaw(ground.settled.answers, path, raw), refused: ['bad-text'] };
  },
  'a number that no machine holds': (ground) => {
    const path = pick(
      answered(ground, (_, value) => typeof value === 'number'),
      ground.draw,
    );
    const raw = pick(['1e999', '9007199254740993', '-1e400', '123456789012345678901234567890'], ground.draw)!;
    return path === undefined
      ? undefined
      : { raw: withRaw(ground.settled.answers, path, raw), refused: ['unsafe-number', 'not-json'] };
  },
  'too deep': ({ settled }) => ({
    raw: JSON.stringify({ ...settled.answers, zz: '§' }).replace('"§"', `${'['.repeat(60)}${']'.repeat(60)}`),
    refused: ['too-deep'],
  }),
  'a row without its id': (ground) => {
    const row = pick(inRows(ground), ground.draw);
    return row === undefined
      ? undefined
      : { answers: changed(ground.settled.answers, `${row}/id`, undefined), refused: 'any' };
  },
  'a row id that is none': (ground) => {
    const row = pick(inRows(ground), ground.draw);
    const id = pick(['', 'corto', 'x'.repeat(12), '../../etc/x', 'rigaconspà!', 7], ground.draw);
    return row === undefined
      ? undefined
      : { answers: changed(ground.settled.answers, `${row}/id`, id), refused: 'any' };
  },
  'one row twice': (ground) => {
    const path = pick(
      answered(ground, (node, value) => node.type.nests === 'rows' && (value as []).length > 0),
      ground.draw,
    );
    if (path === undefined) return undefined;
    const rows = valueAt(ground.settled.answers, path) as Json[];
    return { answers: changed(ground.settled.answers, path, [...rows, rows[0]]), refused: 'any' };
  },
  'a link to no row': (ground) => {
    const path = pick(
      answered(ground, ({ schema }) => schema['x-ref'] !== undefined && schema.type === 'string'),
      ground.draw,
    );
    return path === undefined
      ? undefined
      : { answers: changed(ground.settled.answers, path, 'nessuno0000'), refused: 'any' };
  },
  'a locked value': (ground) => {
    const locked = answered(ground, (node) => !node.type.nests).filter((path) =>
      ground.settled.locked.has(path),
    );
    const path = pick(locked, ground.draw);
    if (path === undefined) return undefined;
    const value = valueAt(ground.settled.answers, path);
    const other = typeof value === 'string' ? 'altro' : typeof value === 'boolean' ? !value : undefined;
    return {
      answers: changed(ground.settled.answers, path, ground.draw(3) ? other : undefined),
      refused: 'any',
    };
  },
  'no answers at all': ({ draw }) => ({
    answers: pick([[], 'x', 3, true, null, [{}]], draw),
    refused: 'any',
  }),
  'more in the request': ({ settled, draw }) => ({
    answers: settled.answers,
    body: { [pick(['outcome', 'receipt', 'submittedBy', 'hash', 'version', 'case'], draw)!]: 'x' },
    refused: 'any',
  }),
  'a computed value': (ground) => {
    const { settled, draw } = ground;
    const path = pick(
      [...settled.computed.keys()].filter(
        (one) => settled.shown.has(one) && valueAt(settled.answers, one) !== undefined,
      ),
      draw,
    );
    if (path === undefined) return undefined;
    const value = valueAt(settled.answers, path);
    const wrong =
      typeof value === 'number' ? value + 1 + draw(9) : typeof value === 'boolean' ? !value : 'altro';
    return {
      answers: changed(settled.answers, path, draw(4) ? wrong : { declined: 'unknown' }),
      replaced: [path],
    };
  },
  'a computed value left out': (ground) => {
    const path = pick(
      [...ground.settled.computed.keys()].filter((one) => valueAt(ground.settled.answers, one) !== undefined),
      ground.draw,
    );
    return path === undefined
      ? undefined
      : { answers: changed(ground.settled.answers, path, undefined), replaced: [] };
  },
  'what others see': (ground) => {
    const node = ground.outline.fields.find(
      (one) =>
        one.level === '' &&
        !one.parent &&
        one.visibleTo !== undefined &&
        !one.visibleTo.includes('case-manager') &&
        text_(one),
    );
    return node && { answers: changed(ground.settled.answers, node.pointer, 'non mio'), replaced: [] };
  },
  'keys in another order': ({ settled }) => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : isObject(value)
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, one]) => [key, turned(one)]),
            )
          : value;
    return { answers: turned(settled.answers), replaced: [] };
  },
  'another right answer': (ground) => {
    const path = pick(
      answered(
        ground,
        (node) =>
          text_(node) &&
          !node.schema.pattern &&
          !node.schema.format &&
          !node.schema['x-type'] &&
          !node.schema['x-choices'] &&
          !node.schema['x-ref'],
      ).filter((one) => unread(ground, one) && !ground.settled.locked.has(one)),
      ground.draw,
    );
    if (path === undefined) return undefined;
    const answers = changed(
      ground.settled.answers,
      path,
      'nuo'.slice(0, nodeAt(ground, path).schema.maxLength ?? 3),
    );
    return { answers, replaced: [], kept: answers };
  },
};
const names = Object.keys(changes);

interface Sums {
  trials: number;
  refused: number;
  accepted: number;
  wrong: number;
  failures: number;
  kinds: { [name: string]: number };
}

test(
  `one change in right answers: the server's verdict is the right one`,
  { timeout: 14_400_000 },
  async (t) => {
    const sums: Sums =
      progress && existsSync(progress)
        ? (JSON.parse(await readFile(progress, 'utf8')) as Sums)
        : { trials: 0, refused: 0, accepted: 0, wrong: 0, failures: 0, kinds: {} };
    const cookie = await signIn('morvani');
    while (sums.trials < total) {
      // One case for a while: what is submitted is written into it.
      const opened = await ask('POST', '/api/cases', cookie, {
        measure: 'adi',
        comune: 'borgoesempio',
        name: `Prova ${sums.trials}`,
      });
      assert.equal(opened.status, 201, opened.text);
      const kase = String(opened.json['id']);
      await submitted(kase, 'adi-domanda', family['adi-domanda']!, cookie);
      const end = Math.min(total, sums.trials + turn);
      const version = versions[Math.floor(sums.trials / turn) % versions.length]!;
      await trials(sums, end, kase, version, cookie);
      if (progress && sums.trials % 1_000 < turn) await writeFile(progress, JSON.stringify(sums));
    }
    t.diagnostic(`proof ${JSON.stringify(sums)}`);
    assert.equal(sums.wrong + sums.failures, 0);
    assert.deepEqual(
      names.filter((name) => !sums.kinds[name]),
      [],
      'kinds of change that never came',
    );
  },
);

async function submitted(kase: string, definition: string, answers: Answers, cookie: string): Promise<void> {
  const { json } = await ask('POST', `/api/cases/${kase}/drafts`, cookie, { definition });
  const done = await ask('POST', `/api/drafts/${String(json['id'])}/submit`, cookie, { answers });
  assert.equal(done.status, 201, done.text);
}

/** Trials on one version within one case. */
async function trials(
  sums: Sums,
  end: number,
  kase: string,
  version: Version,
  cookie: string,
): Promise<void> {
  const definition = version.definition;
  let draft: { id: string; context: Context; rev: number } | undefined;
  let stored: Answers | undefined;
  while (sums.trials < end) {
    const draw = seeded(seed + sums.trials * 7919);
    if (!draft) {
      const { json } = await ask('POST', `/api/cases/${kase}/drafts`, cookie, { definition });
      const id = String(json['id']);
      const opened = await ask('GET', `/api/drafts/${id}`, cookie);
      const view = opened.json as unknown as { context: Context; rev: number; draft: { answers: Answers } };
      draft = { id, context: view.context, rev: view.rev };
      stored = undefined;
      const outline = deps.forms.outline(version);
      const prefilled = view.draft.answers;
      const right = rightAnswers(outline, draft.context, prefilled, definition, draw);
      if (!right) throw new Error(`no right answers to ${definition}`);
      stored = right;
      const saved = await ask(
        'PUT',
        `/api/drafts/${id}`,
        cookie,
        { definition, version: version.number, case: kase, answers: right, typed: {}, parked: {}, from: {} },
        { 'If-Match': `"${view.rev}"` },
      );
      assert.equal(saved.status, 200, saved.text);
    }
    const outline = deps.forms.outline(version);
    const settled = deps.forms.settle(outline, stored!, draft.context);
    const ground: Ground = { outline, settled, draw };
    let name = names[draw(names.length)]!;
    let change = changes[name]!(ground);
    while (!change) {
      name = names[draw(names.length)]!;
      change = changes[name]!(ground);
    }
    const body = change.raw
      ? JSON.stringify({ answers: '§§' }).replace('"§§"', () => change.raw!)
      : JSON.stringify({ answers: change.answers, ...change.body });
    const told = await ask('POST', `/api/drafts/${draft.id}/submit`, cookie, body);
    sums.trials += 1;
    sums.kinds[name] = (sums.kinds[name] ?? 0) + 1;
    const wrong = await judged(told, change, settled, definition);
    if (told.status >= 500) sums.failures += 1;
    if (wrong) sums.wrong += 1;
    assert.equal(
      wrong,
      undefined,
      `${definition}, trial ${sums.trials - 1} (${name}): ${wrong}\n${body.slice(0, 1500)}\n${told.text.slice(0, 800)}`,
    );
    if (told.status === 201) {
      sums.accepted += 1;
      draft = undefined;
    } else sums.refused += 1;
  }
  // The next version begins with no draft of this one's answers lying about.
}

/** What is wrong with a verdict; undefined when it is right. */
async function judged(
  told: Told,
  change: Change,
  settled: Settled,
  definition: string,
): Promise<string | undefined> {
  if (told.status >= 500) return `the server failed with ${told.status}`;
  if (change.refused) {
    if (told.status < 400) return 'accepted';
    const { code } = told.json;
    return change.refused === 'any' || change.refused.includes(String(code))
      ? undefined
      : `refused as ${String(code)}`;
  }
  if (told.status !== 201) return `refused with ${told.status}`;
  const { differences, id } = told.json as { differences: string[]; id: string };
  if (change.replaced && !same([...differences].sort(), [...change.replaced].sort()))
    return `replaced: ${differences.join(', ')}`;
  const kept = await deps.store.get<Submission>({ district, actor: 'system' }, 'submissions', id);
  if (!kept || kept.value.definition !== definition) return 'not kept';
  const right = change.kept ?? settled.answers;
  return same(kept.value.answers, right)
    ? undefined
    : `kept as ${JSON.stringify(kept.value.answers).slice(0, 600)}`;
}

/** Answers that the server takes as they are; undefined when none were found. */
function rightAnswers(
  outline: Outline,
  context: Context,
  prefilled: Answers,
  definition: string,
  draw: Draw,
): Answers | undefined {
  for (let tries = 0; tries < 60; tries += 1) {
    const first =
      definition === 'tutto'
        ? { ...everyAnswer(draw), fisso: prefilled['fisso'] }
        : (family[definition] ?? withoutHidden(outline, fitting(outline, draw) as Answers, context.role));
    const settled = deps.forms.settle(outline, first, context);
    const wrong = deps.forms.check(outline, settled, context).some(({ level }) => level === 'error');
    if (!wrong && settled.stale.size === 0) return copy(settled.answers);
  }
  return undefined;
}
