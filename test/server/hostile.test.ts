// SPDX-License-Identifier: AGPL-3.0-or-later
// Hostile requests to every route, from somebody who is allowed in: refusals are sentences, never failures of ours.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { rules, type Rule } from '../../server/access.ts';
import { registry } from '../../server/routes/index.ts';
import type { JsonSchema, Route } from '../../server/routes/contract.ts';
import { caseOf, createWorld, domanda, goodAnswers, people, scheda, tokenOf, type World } from './world.ts';

const each = process.env['PATTO_PROOF'] === 'full' ? 120 : 24;
let world: World;
let kase: string;
let draft: string;
before(async () => {
  world = await createWorld();
  kase = await caseOf(world);
  const cookie = await world.signIn('segue');
  draft = (await world.ask('POST', `/api/cases/${kase}/drafts`, { cookie, body: { definition: 'scheda' } }))
    .json.id;
});
after(() => world.close());

/** Numbers that only depend on the seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const nasty: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 2 ** 53 - 1, '', ' ', 'è', '💥', '../../etc/passwd', '<script>alert(1)</script>', '{{constructor}}', "' OR 1=1 --", '%00', '\u202e', 'x'.repeat(5000),
  [], [[]], [null], {}, { id: {} }, { constructor: 1 }, { toString: 1 }, { declined: 'unknown' }, [{ id: 'a' }, { id: 'a' }], Array.from({ length: 600 }, () => ({})), { $ref: '#/' }, '2026-02-30', '9999-99-99', 1e308,
]; // prettier-ignore
const raw = ['', '{', '[1,', '\u0000', '{"a":1,"a":2}', '[[[[', 'nul', '"', '{"__proto__":{}}', '1e999'];

function bodyFrom(schema: JsonSchema, random: () => number): unknown {
  const pick = <Value>(all: readonly Value[]): Value => all[Math.floor(random() * all.length)] as Value;
  const branches = (schema['oneOf'] ?? [schema]) as readonly JsonSchema[];
  const properties = (pick(branches)['properties'] ?? {}) as { readonly [name: string]: JsonSchema };
  const body: { [name: string]: unknown } = {};
  for (const [name, inner] of Object.entries(properties)) {
    const roll = random();
    if (roll < 0.1) continue;
    if (roll < 0.5) body[name] = pick(nasty);
    else if (inner['enum']) body[name] = pick(inner['enum'] as readonly unknown[]);
    else if (inner['type'] === 'object')
      body[name] = Object.fromEntries(
        ['nome', 'comune', 'lavora', 'nucleo', 'livello', 'persone', 'salute', 'x'].map((key) => [
          key,
          pick(nasty),
        ]),
      );
    else if (inner['type'] === 'integer') body[name] = pick([1, 2, 999]);
    else if (inner['type'] === 'array') body[name] = pick([[], ['admin'], ['case-manager', 'x']]);
    else
      body[name] = pick([
        'domanda',
        'scheda',
        'segue',
        'alfacentro',
        'm1',
        'pact',
        'testo',
        'nota@alfa.example',
      ]);
  }
  if (random() < 0.1) body[pick(['admin', 'district', 'by', 'toString'])] = pick(nasty);
  return random() < 0.05 ? pick(nasty) : body;
}

const paths: { readonly [name: string]: () => string } = {
  '/api/drafts/{id}': () => `/api/drafts/${draft}`,
  '/api/drafts/{id}/submit': () => `/api/drafts/${draft}/submit`,
};
const pathOf = (route: Route): string =>
  paths[route.path]?.() ??
  route.path
    .replace(
      '{id}',
      route.path.includes('/cases/') ? kase : route.path.includes('/definitions/') ? 'accordo' : 'segue',
    )
    .replace(
      /\{(\w+)(?:\.\.\.)?\}/g,
      (_all, name: string) =>
        ({ district: 'alfa', form: 'domanda', file: 'domanda.js', number: '1' })[name] ?? 'x',
    );

test('bodies: no route fails, no request takes long', async () => {
  const random = dice(20_260_302);
  const hands = new Map<string, string>();
  for (const { id } of people['alfa'] ?? []) hands.set(id, await world.signIn(id));
  let sent = 0;
  let slowest = 0;
  for (const route of registry.filter(({ body, file }) => body ?? file)) {
    const rule: Rule = rules[route.access];
    const who = (people['alfa'] ?? []).find(
      ({ roles }) => Array.isArray(rule.who) && roles.some((role) => rule.who.includes(role as never)),
    );
    for (let at = 0; at < each; at += 1) {
      const by = rule.who === 'token' ? await tokenOf(world) : {};
      const cookie = rule.object ? hands.get('segue') : hands.get(who?.id ?? '');
      const body = random() < 0.15 || !route.body ? undefined : bodyFrom(route.body.schema, random);
      const headers = {
        ...by,
        'Idempotency-Key': `ostile-${at}-${Math.floor(random() * 5)}`,
        'If-Match': `"${Math.floor(random() * 4)}"`,
      };
      const began = performance.now();
      const told = await world.ask(route.method, pathOf(route), {
        cookie,
        ...(body === undefined
          ? {
              raw: raw[at % raw.length] ?? '',
              headers: { ...headers, 'Content-Type': route.file?.type ?? 'application/json' },
            }
          : { body, headers }),
      });
      slowest = Math.max(slowest, performance.now() - began);
      sent += 1;
      assert.ok(
        told.status < 500,
        `${route.method} ${route.path} ${told.status} ${JSON.stringify(body)?.slice(0, 500)} ${JSON.stringify(world.lines.at(-1))}`,
      );
      if (told.status >= 400) assert.match(told.headers.get('content-type') ?? '', /problem\+json/);
    }
  }
  assert.ok(sent > 300 && slowest < 10_000, `${sent} sent, slowest ${slowest.toFixed(0)} ms`);
  console.log(`# ${sent} hostile bodies, slowest ${slowest.toFixed(0)} ms`);
});

test('paths, queries and methods: the same', async () => {
  const random = dice(7);
  const odd = [
    '',
    '%00',
    '..',
    '.',
    '%2e%2e%2f',
    'x'.repeat(3000),
    '@',
    'è',
    '%ff',
    '1;drop',
    '{id}',
    '*',
    '%F0%9F%92%A5',
  ];
  const cookie = await world.signIn('capo');
  for (const route of registry) {
    for (let at = 0; at < Math.ceil(each / 6); at += 1) {
      const path = route.path.replace(
        /\{(\w+)(?:\.\.\.)?\}/g,
        () => odd[Math.floor(random() * odd.length)] ?? '',
      );
      const query = Object.keys(route.query ?? {})
        .map((name) => `${name}=${odd[Math.floor(random() * odd.length)]}`)
        .join('&');
      const told = await world.ask('GET', `${path}?${query}&cursor=zz&a[b]=1&a=1&a=2`, { cookie });
      assert.ok(
        told.status < 500,
        `GET ${path}?${query} ${told.status} ${JSON.stringify(world.lines.at(-1))}`,
      );
    }
  }
});

/** The value with one place of it replaced by something nasty. */
function spoiled(value: unknown, random: () => number): unknown {
  const places: (readonly [object, string])[] = [];
  const copy = structuredClone(value);
  const look = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    for (const key of Object.keys(one)) {
      places.push([one, key]);
      look((one as { [key: string]: unknown })[key]);
    }
  };
  look(copy);
  const [holder, key] = places[Math.floor(random() * places.length)] ?? [{}, 'x'];
  if (random() < 0.2) Reflect.deleteProperty(holder, key);
  else Object.assign(holder, { [key]: nasty[Math.floor(random() * nasty.length)] });
  return copy;
}

test('definitions spoiled in one place are kept or refused, and can be looked at', async () => {
  const random = dice(11);
  const cookie = await world.signIn('moduli');
  for (const definition of [domanda, scheda]) {
    for (let at = 0; at < each; at += 1) {
      const { rev } = (await world.ask('GET', `/api/definitions/${definition.id}`, { cookie })).json;
      const body = spoiled(spoiled(definition, random), random);
      const saved = await world.ask('PUT', `/api/definitions/${definition.id}`, {
        cookie,
        headers: { 'If-Match': `"${rev}"` },
        body,
      });
      for (const path of at % 4 === 0
        ? [`/${definition.id}/findings`, `/${definition.id}/changes`, `/${definition.id}`, '']
        : [`/${definition.id}/changes`]) {
        const told = await world.ask('GET', `/api/definitions${path}`, { cookie });
        assert.equal(
          told.status,
          200,
          `${path} after ${saved.status} of ${JSON.stringify(body).slice(0, 1500)} ${JSON.stringify(world.lines.at(-1))}`,
        );
      }
      assert.ok(saved.status < 500);
    }
    const { rev } = (await world.ask('GET', `/api/definitions/${definition.id}`, { cookie })).json;
    await world.ask('PUT', `/api/definitions/${definition.id}`, {
      cookie,
      headers: { 'If-Match': `"${rev}"` },
      body: definition,
    });
  }
});

test('answers spoiled in one place are kept in a draft or refused, never submitted, never a failure', async () => {
  const random = dice(13);
  const cookie = await world.signIn('segue');
  const good = {
    chi: 'Marta',
    persone: [{ id: 'rigaAAAAAA1', nome: 'Marta' }],
    fisso: 'Marta',
    salute: 'bene',
    livello: 1,
  };
  let kept = 0;
  for (let at = 0; at < each * 4; at += 1) {
    const { rev, draft: now } = (await world.ask('GET', `/api/drafts/${draft}`, { cookie })).json;
    const answers = spoiled(good, random) as object;
    const saved = await world.ask('PUT', `/api/drafts/${draft}`, {
      cookie,
      headers: { 'If-Match': `"${rev}"` },
      body: { ...now, answers: { ...answers, fisso: 'Marta' } },
    });
    assert.ok(saved.status < 500, `${JSON.stringify(answers)} ${JSON.stringify(world.lines.at(-1))}`);
    if (saved.status === 200) kept += 1;
  }
  assert.ok(kept > each, `${kept} kept`);
  const headers = async () => ({
    ...(await tokenOf(world)),
    'Idempotency-Key': `guasta-${Math.floor(random() * 1e9)}`,
  });
  for (let at = 0; at < each * 4; at += 1) {
    const answers = spoiled(spoiled(goodAnswers(), random), random);
    const told = await world.ask('POST', '/embed/submissions', {
      headers: await headers(),
      body: { definition: 'domanda', version: 1, answers },
    });
    assert.ok(
      [201, 400, 422].includes(told.status),
      `${JSON.stringify(answers)} ${told.text} ${JSON.stringify(world.lines.at(-1))}`,
    );
  }
  assert.deepEqual(
    world.lines.filter(({ event }) => event === 'unexpected' || event === 'checks-disagree'),
    [],
  );
});
