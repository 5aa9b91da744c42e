// SPDX-License-Identifier: AGPL-3.0-or-later
// A small invented world for tests: two districts, three definitions, a server in this process on a port of its own.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { allSentences, realForms } from '../../server/assemble.ts';
import type { Catalogue } from '../../server/catalogue.ts';
import { createClock } from '../../server/clock.ts';
import type { Deps, Papers } from '../../server/deps.ts';
import { fillDemo } from '../../server/demo.ts';
import { refuse } from '../../server/problems.ts';
import { createPublishing } from '../../server/publishing.ts';
import { rates, type Rates } from '../../server/rates.ts';
import type { Store } from '../../server/storage/contract.ts';
import { createMemoryStore } from '../../server/storage/memory.ts';
import { checkTemplate } from '../../templates/check-template.ts';
import { renamedPaths } from '../../templates/rename-paths.ts';
import type { Definition, District, ListRow, Measure, Register, StaffMember } from '../../schemas/types.ts';

const staff = (id: string, roles: string[], comuni: string[] = []): StaffMember => ({
  id,
  name: `Persona ${id}`,
  profile: roles.join(),
  roles,
  comuni,
});

/** alfa: everybody; beta: a few, for what must not cross. */
export const people: { readonly [district: string]: readonly StaffMember[] } = {
  alfa: [
    staff('capo', ['coordinator']),
    staff('segue', ['case-manager']),
    staff('altra', ['case-manager']),
    staff('mare', ['case-manager'], ['alfamare']),
    staff('edu', ['educator']),
    staff('casa', ['family-worker']),
    staff('banco', ['front-office']),
    staff('uffici', ['back-office']),
    staff('chiavi', ['admin']),
    staff('moduli', ['form-admin']),
    staff('occhio', ['dpo']),
    { ...staff('maestra', ['partner']), employer: 'IC Prova', share: 'scuola' },
  ],
  beta: [
    staff('fuori', ['case-manager']),
    staff('fuoricapo', ['coordinator']),
    staff('fuorichiavi', ['admin']),
    staff('fuorimoduli', ['form-admin']),
  ],
};

function district(id: string): District {
  return {
    id,
    name: `Ambito ${id}`,
    lead: `${id}centro`,
    comuni: ['centro', 'mare'].map((part) => ({
      id: `${id}${part}`,
      name: `${id} ${part}`,
      istat: '999',
      belfiore: 'X',
      cap: '99',
      inhabitants: 1,
    })),
    offices: [],
    measures: ['m1'],
    phases: [
      {
        id: 'accesso',
        title: 'Accesso',
        definitions: ['domanda'],
        documents: [{ kind: 'receipt', definition: 'domanda', roles: ['front-office', 'case-manager'] }],
      },
      { id: 'analisi', title: 'Analisi', definitions: ['scheda'] },
      {
        id: 'patto',
        title: 'Patto',
        definitions: ['accordo'],
        documents: [{ kind: 'pact', definition: 'accordo' }],
      },
    ],
    staff: [...(people[id] ?? [])],
    registers: { servizi: [{ id: 'mensa', title: 'Mensa' }] },
    letterhead: { lines: ['Ambito'] },
    numbering: { pratica: '{ANNO}/{COMUNE}/{PROGR:5}' },
    publicForms: ['domanda'],
  };
}

const field = (title: string, more: object): object => ({ title, ...more });
export const domanda = {
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'domanda',
  title: 'Domanda',
  schema: {
    type: 'object',
    properties: {
      nome: field('Nome', { type: 'string', maxLength: 80 }),
      data: field('Data', { type: 'string', format: 'date' }),
      comune: field('Comune', { type: 'string', enum: ['alfacentro', 'alfamare', 'betacentro', 'betamare'] }),
      lavora: field('Lavora?', { type: 'boolean' }),
      ditta: field('Ditta', { type: 'string', maxLength: 80, 'x-show': { '/lavora': { const: true } } }),
      nucleo: field('Nucleo', {
        type: 'array',
        items: {
          type: 'object',
          properties: { nome: field('Nome', { type: 'string', maxLength: 80 }) },
          required: ['nome'],
        },
      }),
      carte: field('Carte', { type: 'array', 'x-type': 'file', maxItems: 3, 'x-settings': { size: 1 } }),
      quanti: field('Quanti', { type: 'integer', 'x-value': { count: '/nucleo' } }),
    },
    required: ['nome', 'comune', 'lavora', 'ditta'],
  },
  gives: { household: '/nucleo', applicant: '/nome', dates: { pad: '/data' }, facts: { Persone: '/quanti' } },
} as unknown as Definition;
export const scheda = {
  $schema: 'urn:patto:definition:1',
  kind: 'grid',
  id: 'scheda',
  title: 'Scheda',
  schema: {
    type: 'object',
    properties: {
      chi: field('Chi', { type: 'string', maxLength: 80, 'x-prefill': 'case:/domanda/nome' }),
      persone: field('Persone', {
        type: 'array',
        'x-prefill': 'case:/nucleo',
        items: { type: 'object', properties: { nome: field('Nome', { type: 'string', maxLength: 80 }) } },
      }),
      fisso: field('Fisso', {
        type: 'string',
        maxLength: 80,
        readOnly: true,
        'x-prefill': 'case:/domanda/nome',
      }),
      salute: field('Salute', { type: 'string', maxLength: 80, 'x-visible-to': ['case-manager'] }),
      referti: field('Referti', {
        type: 'array',
        'x-type': 'file',
        'x-settings': { kinds: ['pdf', 'office'] },
        'x-visible-to': ['case-manager'],
      }),
      livello: field('Livello', { type: 'integer', minimum: 0, maximum: 2 }),
    },
    required: ['livello'],
  },
  gives: { dates: {}, facts: { Livello: '/livello' } },
} as unknown as Definition;
export const accordo = {
  $schema: 'urn:patto:definition:1',
  kind: 'pact',
  id: 'accordo',
  title: 'Accordo',
  schema: {
    type: 'object',
    properties: { testo: field('Testo', { type: 'string', maxLength: 80 }) },
    required: ['testo'],
  },
} as unknown as Definition;

const measure: Measure = {
  id: 'm1',
  name: 'Misura',
  parameters: [],
  terms: [{ id: 'T1', title: 'Primo', from: 'pad', days: 60, source: 'prova' }],
};

const states = (JSON.parse(readFileSync('schemas/lists/stati-pratica.json', 'utf8')) as { rows: ListRow[] })
  .rows;
/** Two registers: one that is looked over now and then and has an end, and the acts of cases. */
const registers: ReadonlyMap<string, Register> = new Map(
  [
    {
      id: 'servizi',
      title: 'Servizi',
      about: 'Prova',
      edits: ['back-office', 'coordinator'],
      columns: ['ente', 'comuni', 'costo'],
      comuni: 'comuni',
      checked: { day: 'visto_il', by: 'visto_da', months: 6 },
      expires: { day: 'fine', days: [90, 60] },
      form: {
        $schema: 'urn:patto:definition:1',
        kind: 'form',
        id: 'riga-servizi',
        title: 'Servizio',
        schema: {
          type: 'object',
          properties: {
            title: field('Nome', { type: 'string', maxLength: 60 }),
            ente: field('Ente', { type: 'string', maxLength: 60 }),
            comuni: field('Comuni', {
              type: 'array',
              items: { type: 'string', 'x-choices': { from: 'register:comuni' } },
            }),
            costo: field('Costo', { type: 'integer', 'x-type': 'money', minimum: 0 }),
            gratis: field('Gratuito', { type: 'boolean' }),
            posti: field('Posti', { type: 'integer', minimum: 0, maximum: 99 }),
            fine: field('Fine', { type: 'string', format: 'date' }),
            valid_to: field('Fino al', { type: 'string', format: 'date' }),
            carta: field('Carta', { type: 'array', 'x-type': 'file', maxItems: 2 }),
            visto_il: field('Verificato il', { type: 'string', format: 'date', readOnly: true }),
            visto_da: field('Verificato da', { type: 'string', maxLength: 60, readOnly: true }),
          },
          required: ['title', 'ente'],
        },
      },
    },
    {
      id: 'ricevute',
      title: 'Ricevute',
      about: 'Prova',
      edits: ['case-manager'],
      reads: ['back-office'],
      columns: ['numero', 'stato'],
      comuni: 'comune',
      state: 'stato',
      expires: { day: 'fine', days: [30], while: { stato: 'aperta' } },
      issued: {
        document: 'receipt',
        number: 'numero',
        case: 'pratica',
        comune: 'comune',
        values: { nome: '/nome', fine: '/data' },
        begins: { stato: 'aperta' },
        withdrawn: { stato: 'tolta' },
        counts: { value: 'valore', day: 'fine', state: 'stato', none: 'tolta', used: 'usata' },
      },
      form: {
        $schema: 'urn:patto:definition:1',
        kind: 'form',
        id: 'riga-ricevute',
        title: 'Ricevuta',
        schema: {
          type: 'object',
          properties: {
            title: field('Numero', { type: 'string', maxLength: 60, readOnly: true }),
            numero: field('Pratica', { type: 'string', maxLength: 60, readOnly: true }),
            comune: field('Comune', { type: 'string', maxLength: 60, readOnly: true }),
            nome: field('Nome', { type: 'string', maxLength: 80, readOnly: true }),
            fine: field('Fine', { type: 'string', format: 'date', readOnly: true }),
            valore: field('Valore', { type: 'integer', 'x-type': 'money' }),
            stato: field('Stato', {
              type: 'string',
              oneOf: ['aperta', 'usata', 'tolta'].map((id) => ({ const: id, title: id })),
            }),
          },
          required: ['title', 'stato'],
        },
      },
    },
  ].map((one) => [one.id, one as unknown as Register]),
);

function catalogue(more: readonly Definition[], also: Partial<District>): Catalogue {
  const districts = new Map(['alfa', 'beta'].map((id) => [id, { ...district(id), ...also }]));
  const definitions = new Map([domanda, scheda, accordo, ...more].map((one) => [one.id, one]));
  return {
    districts,
    check: () => undefined,
    put: (one) => void districts.set(one.id, one),
    measures: new Map([['m1', measure]]),
    lists: new Map<string, readonly ListRow[]>([
      ['stati-pratica', states],
      ['tipi-nota', [{ id: 'visita', title: 'Visita' }]],
      [
        'tipi-allegato',
        [
          { id: 'isee', title: 'ISEE', scade: true, avviso: 'Scade l’ISEE', preavviso: 60 },
          {
            id: 'sanitario',
            title: 'Carte sanitarie',
            ruoli: ['case-manager'],
            avviso: 'Scade una carta',
            preavviso: 30,
          },
        ],
      ],
    ]),
    definitions: () => definitions,
    models: () => new Map([[scheda.id, scheda]]),
    measureOf: () => measure.id,
    registers: () => registers,
    families: () => [],
    broken: [],
  };
}

/** Papers that print nothing: enough to walk the road of a document. */
export const paperless: Papers = {
  kinds: [
    {
      kind: 'pact',
      words: { it: 'Patto', en: 'Pact' },
      prints: 'pact',
      act: 'family',
      hasCopy: true,
      versions: true,
      waves: false,
      inOrder: false,
    },
    {
      kind: 'receipt',
      words: { it: 'Ricevuta', en: 'Receipt' },
      prints: 'form',
      act: 'family',
      hasCopy: false,
      versions: false,
      waves: false,
      inOrder: false,
    },
  ],
  template: async (kind) =>
    kind === 'pact'
      ? {
          shipped: '<h1>{{title}}</h1>',
          parts: [],
          things: () => [{ key: 'title', title: 'Titolo' }],
          fields: [{ title: 'Testo', text: '{{fields.testo}}' }],
          check: (text) => checkTemplate(text),
          renamed: (text, names) => renamedPaths(text, names),
        }
      : undefined,
  issue: async (work) => ({
    ok: true,
    value: {
      bytes: Buffer.from(`%PDF ${work.copy} ${work.number} ${work.code}`),
      contentHash: 'c'.repeat(64),
      template: { id: 'pact', hash: 't'.repeat(64) },
      signers: [
        { id: 'marta', name: 'Marta', role: 'Richiedente' },
        { id: 'luca', name: 'Luca', role: 'ha partecipato', required: false, line: 'participation' },
      ],
    },
  }),
  report: async (work) => ({
    ok: true,
    value: {
      bytes: Buffer.from(`%PDF ${work.kind} ${work.number} ${work.code} ${JSON.stringify(work.content)}`),
      contentHash: 'c'.repeat(64),
      template: { id: work.kind, hash: 't'.repeat(64) },
      signers: [],
    },
  }),
  blank: async ({ definition }) => ({ ok: true, bytes: Buffer.from(`%PDF blank ${definition.id}`) }),
  reading: async () => ({
    ok: true,
    value: { index: 42, words: 80, hard: [{ text: 'Una frase difficile.', index: 30 }] },
  }),
  seal: async ({ file }) => ({
    ok: true,
    value: { bytes: Buffer.concat([file, Buffer.from(' sealed')]), certificate: 'f'.repeat(64) },
  }),
  accept: async (ours, theirs) =>
    Buffer.from(theirs).toString().startsWith(Buffer.from(ours).toString())
      ? { ok: true, value: { name: 'Marta Firma', at: '2026-03-02T09:00:00.000Z' } }
      : refuse('upload-prefix'),
  ways: async (_district, account) =>
    account === 'segue' ? [{ id: 'chiave', title: 'Chiave di prova', asks: ['pin'] }] : [],
  prepare: async ({ way, file }) =>
    way === 'chiave'
      ? {
          ok: true,
          value: { id: way, title: 'Chiave di prova', asks: ['pin'], pending: Buffer.concat([file]) },
        }
      : refuse('way-unknown'),
  complete: async ({ pending, secret }) =>
    secret.pin === '1234'
      ? {
          ok: true,
          value: {
            bytes: Buffer.concat([pending, Buffer.from(' signed')]),
            name: 'Marta Firma',
            at: '2026-03-02T09:00:00.000Z',
          },
        }
      : refuse('signer-refused'),
  prove: async (file) => ({ ok: true, value: Buffer.concat([file, Buffer.from(' stamped')]) }),
  factsOf: async (file) => ({ profile: 'PDF/A-2a', stamped: Buffer.from(file).includes(' stamped') }),
  together: async (files) => Buffer.concat(files),
  verify: async (file) => {
    const [, code] = /([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(Buffer.from(file).toString()) ?? [];
    return { verdict: 'valid', reasons: [], ...(code ? { code } : {}) };
  },
  anchors: async () => ({ seals: [Buffer.from('seal')], authorities: [] }),
  health: async () => true,
  close: async () => {},
};

export interface World {
  readonly deps: Deps;
  readonly server: Server;
  readonly base: string;
  readonly lines: { readonly event: string; readonly facts: object }[];
  /** moves the clock, milliseconds */
  later(milliseconds: number): void;
  /** cookie of a person, by id or district/id */
  signIn(id: string): Promise<string>;
  /** a request as our own page makes it */
  ask(method: string, path: string, more?: Asking): Promise<Told>;
  close(): Promise<void>;
}
export interface Asking {
  readonly cookie?: string | undefined;
  readonly body?: unknown;
  readonly raw?: string | Uint8Array;
  readonly headers?: { readonly [name: string]: string };
}
export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Tests read answers of many shapes.
  // oxlint-disable-next-line no-explicit-any
  readonly json: any;
}

export async function createWorld(
  given: {
    readonly demo?: boolean;
    readonly url?: string;
    readonly rates?: Partial<Rates>;
    readonly fill?: boolean;
    readonly store?: Store;
    /** definitions beside the three, and what both districts are besides */
    readonly definitions?: readonly Definition[];
    readonly also?: Partial<District>;
  } = {},
): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'patto-world-'));
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const plenty = Object.fromEntries(
    Object.entries(rates).map(([name, rate]) => [name, { ...rate, limit: 1_000_000 }]),
  );
  const lines: World['lines'] = [];
  const demo = given.demo ?? true;
  const deps: Deps = {
    config: {
      url: given.url,
      demo,
      host: '127.0.0.1',
      port: 0,
      data: folder,
      today: demo ? '2026-03-02' : undefined,
      proxies: 0,
    },
    store: given.store ?? createMemoryStore({ now: () => new Date(now()) }),
    clock: createClock(demo ? '2026-03-02' : undefined, now),
    secret: Buffer.alloc(32, 7),
    catalogue: catalogue(given.definitions ?? [], given.also ?? {}),
    sentences: await allSentences(),
    forms: await realForms(),
    publishing: createPublishing(join(folder, 'compiled')),
    papers: paperless,
    rates: { ...plenty, ...given.rates },
    log: (event, facts = {}) => void lines.push({ event, facts }),
  };
  if (given.fill ?? true) await fillDemo(deps);
  const server = createServer(createApp(deps) as unknown as RequestListener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  async function ask(method: string, path: string, more: Asking = {}): Promise<Told> {
    const response = await fetch(base + path, {
      method,
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        ...(more.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(more.cookie ? { Cookie: more.cookie } : {}),
        ...more.headers,
      },
      ...(more.body === undefined
        ? more.raw === undefined
          ? {}
          : { body: more.raw as string }
        : { body: JSON.stringify(more.body) }),
    });
    const text = await response.text();
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      json = undefined;
    }
    return { status: response.status, headers: response.headers, text, json };
  }
  return {
    deps,
    server,
    base,
    lines,
    later: (milliseconds) => void (ahead += milliseconds),
    ask,
    async signIn(id) {
      const told = await ask('POST', '/api/session', { body: { as: id } });
      const [cookie] = (told.headers.get('set-cookie') ?? '').split(';');
      if (told.status !== 200 || !cookie) throw new Error(`sign-in of ${id}: ${told.status} ${told.text}`);
      return cookie;
    },
    async close() {
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
      await deps.publishing.close();
      await deps.store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Good answers to the test's public form. */
export const goodAnswers = (name = 'Marta'): { [key: string]: unknown } => ({
  nome: name,
  data: '2026-01-20',
  comune: 'alfacentro',
  lavora: false,
  nucleo: [{ id: 'rigaAAAAAA1', nome: name }],
});

/** A token of a page at https://sito.example. */
export async function tokenOf(
  world: World,
  district = 'alfa',
  origin = 'https://sito.example',
): Promise<{ [name: string]: string }> {
  const told = await world.ask('POST', `/embed/${district}/domanda/token`, {
    headers: { Origin: origin, 'Sec-Fetch-Site': 'cross-site' },
  });
  return { Authorization: `Bearer ${told.json.token}`, Origin: origin, 'Sec-Fetch-Site': 'cross-site' };
}

/** A public submission; answers its id. */
export async function submit(world: World, answers = goodAnswers(), district = 'alfa'): Promise<string> {
  const headers = { ...(await tokenOf(world, district)), 'Idempotency-Key': `chiave-${Math.random()}` };
  const told = await world.ask('POST', '/embed/submissions', {
    headers,
    body: { definition: 'domanda', version: 1, answers },
  });
  if (told.status !== 201) throw new Error(`submission: ${told.status} ${told.text}`);
  return told.json.id as string;
}

/** A case opened from a public request and given to `segue` (alfa) or `fuori` (beta). */
export async function caseOf(world: World, district = 'alfa', name = 'Marta'): Promise<string> {
  const answers = { ...goodAnswers(name), comune: `${district}centro` };
  const submission = await submit(world, answers, district);
  const manager = await world.signIn(district === 'alfa' ? 'segue' : 'fuori');
  const told = await world.ask('POST', '/api/cases', { cookie: manager, body: { submission } });
  if (told.status !== 201) throw new Error(`case: ${told.status} ${told.text}`);
  return told.json.id as string;
}
