// SPDX-License-Identifier: AGPL-3.0-or-later
// One thing is changed in answers that are right, so that the right verdict is known: the server gives it, every time,
// over HTTP, as a colleague and as the public, for national definitions, for random ones, for one that asks a question
// of every type, and for one that has locks and computed values everywhere.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Outline, Settled } from '../../runtime/engine/contract.ts';
import { at as valueAt, copy, same } from '../../runtime/engine/pointer.ts';
import type { Problem } from '../../runtime/problem.ts';
import type { Answers, Context, Definition, ListRow, Submission, Version } from '../../schemas/types.ts';
import { readData } from '../../server/assemble.ts';
import { createApp } from '../../server/app.ts';
import { fillDemo } from '../../server/demo.ts';
import type { Deps } from '../../server/deps.ts';
import { familyAnswers } from '../fixtures/families.ts';
import { fitting, randomDefinition, seeded, type Draw } from '../runtime/engine/random.ts';
import { withoutHidden } from '../../server/visible.ts';
import { type Change, changes, type Ground } from './hostile-answers/changes.ts';
import { everyAnswer, everySample, everything, type Samples } from './hostile-answers/forms.ts';
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
const fixed = national.length + 2;
const randomNames = Array.from({ length: randoms * 8 }, (_, place) => `caso-${place}`);

let world: World;
let deps: Deps;
let server: Server;
let base: string;
let family: { readonly [definition: string]: Answers };
let every: Samples;
const versions: Version[] = [];

before(async () => {
  world = await createWorld({ fill: false });
  const real = await readData({ data: world.deps.config.data, demo: true });
  const definitions = (id: string) =>
    new Map([...real.definitions(id)].filter(([name]) => national.includes(name)));
  const own = real.districts.get(district)!;
  const services = ['Doposcuola', 'Assistenza domiciliare', 'Mensa', 'Trasporto'].map((title) => ({
    id: title.toLowerCase().replace(' ', '-'),
    title,
    fondo: 'povertà',
  }));
  const lists = new Map<string, readonly ListRow[]>(real.lists);
  lists.set('fondi', [{ id: 'povertà', title: 'Quota servizi del Fondo povertà' }]);
  const open = {
    ...own,
    publicForms: [...(own.publicForms ?? []), 'tutto', 'ogni-tipo', ...randomNames],
    registers: { ...own.registers, servizi: [...(own.registers?.['servizi'] ?? []), ...services] },
  };
  deps = {
    ...world.deps,
    catalogue: { ...real, districts: new Map([[district, open]]), lists, definitions, families: () => [] },
  };
  await fillDemo(deps);
  server = createServer(createApp(deps) as unknown as RequestListener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  family = familyAnswers('c1');
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
    assert.match(id, /^caso-/, done.text);
    return false;
  };
  assert.ok(await publish(everything));
  every = await everySample();
  assert.ok(await publish(every.definition));
  const draw = seeded(seed);
  const names = [...national, 'tutto', 'ogni-tipo'];
  for (const id of randomNames) {
    if (names.length === fixed + randoms) break;
    const definition = { ...randomDefinition(draw), id };
    // A right answer to a question for files is only made by an upload.
    if (JSON.stringify(definition).includes('"x-type":"file"')) continue;
    if (await publish(definition)) names.push(id);
  }
  for (const name of names) {
    const kept = await deps.store.get<Version>({ district, actor: 'system' }, 'versions', `${name}@1`);
    assert.ok(kept, name);
    versions.push(kept.value);
  }
  assert.equal(versions.length, fixed + randoms);
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

const names = Object.keys(changes);

interface Sums {
  trials: number;
  refused: number;
  accepted: number;
  wrong: number;
  failures: number;
  /** of the trials, those through the door of the public */
  public: number;
  kinds: { [name: string]: number };
  /** by definition, random ones as one */
  forms: { [name: string]: number };
}
const none: Sums = {
  trials: 0,
  refused: 0,
  accepted: 0,
  wrong: 0,
  failures: 0,
  public: 0,
  kinds: {},
  forms: {},
};

test(
  `one change in right answers: the server's verdict is the right one`,
  { timeout: 14_400_000 },
  async (t) => {
    const sums =
      progress && existsSync(progress) ? (JSON.parse(await readFile(progress, 'utf8')) as Sums) : none;
    const cookie = await signIn('morvani');
    while (sums.trials < total) {
      const round = Math.floor(sums.trials / turn);
      const version = versions[round % versions.length]!;
      // Every other time a form comes round, as the public; some read a case and are for colleagues only.
      const asPublic =
        Math.floor(round / versions.length) % 2 === 1 && version.definition !== 'analisi-preliminare';
      const end = Math.min(total, sums.trials + turn);
      await trials(sums, end, version, asPublic ? guests(version) : await colleagues(version, cookie));
      if (progress && round % 16 === 0) await writeFile(progress, JSON.stringify(sums));
    }
    t.diagnostic(`proof ${JSON.stringify(sums)}`);
    assert.equal(sums.wrong + sums.failures, 0);
    assert.deepEqual(
      names.filter((name) => !sums.kinds[name]),
      [],
      'kinds of change that never came',
    );
    const loud = world.lines.filter(({ event }) => event === 'unexpected' || event === 'checks-disagree');
    assert.deepEqual(loud, []);
  },
);

/** A way in: where right answers begin, and how they are sent. */
interface Door {
  readonly role: string;
  readonly isPublic: boolean;
  /** something to send to, with what it was begun with */
  begin(): Promise<{ readonly context: Context; readonly answers: Answers }>;
  /** right answers are what stands there now */
  keep(answers: Answers): Promise<void>;
  send(body: string): Promise<Told>;
}

/** A colleague with a case: what is submitted is written into it. */
async function colleagues({ definition, number }: Version, cookie: string): Promise<Door> {
  const opened = await ask('POST', '/api/cases', cookie, {
    measure: 'adi',
    comune: 'borgoesempio',
    name: `Prova di ${definition}`,
  });
  assert.equal(opened.status, 201, opened.text);
  const kase = String(opened.json['id']);
  let draft = { id: '', rev: 0 };
  const start = async (of: string) => {
    const { json } = await ask('POST', `/api/cases/${kase}/drafts`, cookie, { definition: of });
    return String(json['id']);
  };
  const first = await ask('POST', `/api/drafts/${await start('adi-domanda')}/submit`, cookie, {
    answers: family['adi-domanda']!,
  });
  assert.equal(first.status, 201, first.text);
  return {
    role: 'case-manager',
    isPublic: false,
    async begin() {
      const id = await start(definition);
      const { json } = await ask('GET', `/api/drafts/${id}`, cookie);
      const view = json as unknown as { context: Context; rev: number; draft: { answers: Answers } };
      draft = { id, rev: view.rev };
      return { context: view.context, answers: view.draft.answers };
    },
    async keep(answers) {
      const whole = { definition, version: number, case: kase, answers, typed: {}, parked: {}, from: {} };
      const saved = await ask('PUT', `/api/drafts/${draft.id}`, cookie, whole, {
        'If-Match': `"${draft.rev}"`,
      });
      assert.equal(saved.status, 200, saved.text);
    },
    send: (body) => ask('POST', `/api/drafts/${draft.id}/submit`, cookie, body),
  };
}

/** A page of another site, with a token for one submission. */
function guests({ definition, number }: Version): Door {
  const from = { Origin: 'https://sito.example', 'Sec-Fetch-Site': 'cross-site' };
  const place = `/embed/${district}/${definition}`;
  let headers: { readonly [name: string]: string } = from;
  return {
    role: 'public',
    isPublic: true,
    async begin() {
      const { json } = await ask('POST', `${place}/token`, '', {}, from);
      headers = {
        ...from,
        Authorization: `Bearer ${String(json['token'])}`,
        'Idempotency-Key': crypto.randomUUID(),
      };
      const told = await ask('GET', `${place}/context?version=${number}`, '', undefined, from);
      assert.equal(told.status, 200, told.text);
      return { context: told.json as unknown as Context, answers: {} };
    },
    keep: async () => {},
    send: (body) =>
      ask(
        'POST',
        '/embed/submissions',
        '',
        body.replace('{', () => `{"definition":"${definition}","version":${number},`),
        headers,
      ),
  };
}

/** Trials on one version through one door. */
async function trials(sums: Sums, end: number, version: Version, door: Door): Promise<void> {
  const definition = version.definition;
  const form = definition.startsWith('caso-') ? 'random' : definition;
  const outline = deps.forms.outline(version);
  let ground: Omit<Ground, 'draw'> | undefined;
  while (sums.trials < end) {
    const draw = seeded(seed + sums.trials * 7919);
    if (!ground) {
      const { context, answers } = await door.begin();
      const right = rightAnswers(outline, context, answers, definition, draw);
      if (!right) throw new Error(`no right answers to ${definition}`);
      await door.keep(right);
      const settled = deps.forms.settle(outline, right, context);
      const bad = definition === 'ogni-tipo' ? every.bad : new Map<string, readonly unknown[]>();
      ground = { outline, settled, bad, role: door.role };
    }
    const [name, change] = chosen({ ...ground, draw }, door, sums);
    const body = change.raw
      ? JSON.stringify({ answers: '§§' }).replace('"§§"', () => change.raw!)
      : JSON.stringify({ answers: change.answers, ...change.body });
    const told = await door.send(body);
    sums.trials += 1;
    if (door.isPublic) sums.public += 1;
    sums.kinds[name] = (sums.kinds[name] ?? 0) + 1;
    sums.forms[form] = (sums.forms[form] ?? 0) + 1;
    if (told.status >= 500) sums.failures += 1;
    const wrong = await judged(told, change, ground.settled, definition);
    if (wrong) sums.wrong += 1;
    assert.equal(
      wrong,
      undefined,
      `${definition} (${door.role}), trial ${sums.trials - 1} (${name}): ${wrong}\n${shown(change)}\n${told.text.slice(0, 1500)}`,
    );
    if (told.status === 201) {
      sums.accepted += 1;
      ground = undefined;
    } else sums.refused += 1;
  }
}

/** What was changed, for whoever must understand a verdict. */
const shown = ({ wrongAt, answers, raw }: Change): string =>
  (wrongAt === undefined ? (raw ?? '') : `${wrongAt}: ${JSON.stringify(valueAt(answers, wrongAt))}`).slice(
    0,
    900,
  );

/** One of three kinds of change that fit: the rarest so far, since some fit seldom. */
function chosen(ground: Ground, door: Door, sums: Sums): readonly [string, Change] {
  for (;;) {
    const some = Array.from({ length: 3 }, () => names[ground.draw(names.length)]!);
    some.sort((a, b) => (sums.kinds[a] ?? 0) - (sums.kinds[b] ?? 0));
    for (const name of some) {
      // What a guest finds locked nobody has filled in.
      if (door.isPublic && name === 'a locked value') continue;
      const change = changes[name]!(ground);
      if (change) return [name, change];
    }
  }
}

/** Is a problem about that place, what is around it or what is in it? */
const about = (at: string, place: string): boolean =>
  at === place || at.startsWith(`${place}/`) || place.startsWith(`${at}/`);

/** What is wrong with a verdict; undefined when it is right. */
async function judged(
  told: Told,
  change: Change,
  settled: Settled,
  definition: string,
): Promise<string | undefined> {
  if (told.status >= 500) return `the server failed with ${told.status}`;
  const code = String(told.json['code']);
  const outright = (told.status === 400 || told.status === 413) && change.refused?.includes(code);
  if (outright) return undefined;
  if (change.refused && change.wrongAt === undefined) return `answered ${told.status} ${code}`;
  if (change.wrongAt !== undefined) {
    const place = change.wrongAt;
    if (told.status !== 422 || code !== 'answers-refused') return `answered ${told.status} ${code}`;
    const problems = told.json['problems'] as readonly (Problem & { message?: string })[];
    const named = problems.filter(
      (each) => about(each.at, place) && (!change.as || change.as.includes(each.code)),
    );
    return named.some(({ level, message }) => level === 'error' && message)
      ? undefined
      : `nothing of ${place}`;
  }
  if (told.status !== 201) return `refused with ${told.status}`;
  const kept = await deps.store.get<Submission>(
    { district, actor: 'system' },
    'submissions',
    String(told.json['id']),
  );
  if (!kept || kept.value.definition !== definition) return 'not kept';
  const differences = kept.value.differences ?? [];
  if (change.replaced && !same([...differences].sort(), [...change.replaced].sort()))
    return `replaced: ${differences.join(', ')}`;
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
  const { fisso } = prefilled;
  const own: { readonly [definition: string]: () => Answers } = {
    tutto: () => ({ ...everyAnswer(draw), ...(fisso === undefined ? {} : { fisso }) }),
    'ogni-tipo': () => every.answers(draw),
  };
  for (let tries = 0; tries < 60; tries += 1) {
    const first =
      own[definition]?.() ??
      family[definition] ??
      withoutHidden(outline, fitting(outline, draw) as Answers, context.role);
    const settled = deps.forms.settle(outline, first, context);
    const wrong = deps.forms.check(outline, settled, context).some(({ level }) => level === 'error');
    if (!wrong && settled.stale.size === 0) return copy(settled.answers);
  }
  return undefined;
}
