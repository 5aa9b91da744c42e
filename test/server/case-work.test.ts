// SPDX-License-Identifier: AGPL-3.0-or-later
// A case as a whole: phase, queue, who follows it, household by date, search, joining, moving, replacing, openings.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Case, Definition, District } from '../../schemas/types.ts';
import { light } from '../../server/actions/moving/case-package-files.ts';
import { packageDigest } from '../../server/actions/moving/case-package-contents.ts';
import { caseOf, createWorld, type Told, type World } from './world.ts';

const field = (title: string, more: object): object => ({ title, ...more });
const day = { type: 'string', format: 'date' };
const rows = field('Nucleo', {
  type: 'array',
  'x-prefill': 'case:/nucleo',
  items: {
    type: 'object',
    properties: {
      nome: field('Nome', { type: 'string', maxLength: 80 }),
      codice: field('Codice', { type: 'string', maxLength: 16 }),
    },
    required: ['nome'],
  },
});
const form = (id: string, properties: object, gives: object = {}, more: object = {}): Definition =>
  ({
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id,
    title: id,
    schema: { type: 'object', properties },
    gives,
    ...more,
  }) as unknown as Definition;

const people = { rows: '/nucleo', values: { name: './nome', tax_code: './codice' } };
const famiglia = form(
  'famiglia',
  {
    dal: field('Dal', day),
    motivo: field('Motivo', { type: 'string', maxLength: 80 }),
    nucleo: rows,
  },
  { household: '/nucleo', from: '/dal', because: '/motivo', counts: { people } },
);
const economia = form(
  'economia',
  {
    isee: field('ISEE', { type: 'integer', minimum: 0 }),
    chiesta: field('Chiesta', day),
    pericolo: field('Pericolo', { type: 'boolean' }),
  },
  {
    dates: { chiesta: '/chiesta' },
    facts: { ISEE: '/isee' },
    counts: { isee: '/isee' },
    protects: '/pericolo',
  },
);
const riservata = form(
  'riservata',
  {
    testo: field('Testo', { type: 'string', maxLength: 80 }),
    pericolo: field('Pericolo', { type: 'boolean' }),
  },
  { protects: '/pericolo' },
);
const legge = form('legge', {
  letto: field('Letto', { type: 'string', maxLength: 80, 'x-prefill': 'case:/riservata/testo' }),
});
const instrada = form(
  'instrada',
  {
    isee: field('ISEE', { type: 'integer', 'x-value': 'case:/dati/isee' }),
    esito: field('Esito', { type: 'string', maxLength: 20, 'x-value': { outcome: [] } }),
  },
  {},
  {
    outcome: {
      rows: [
        { when: { '/isee': { type: 'integer', maximum: 1000 } }, gives: 'sotto', reason: 'ISEE basso' },
        { when: { '/isee': { answered: true } }, gives: 'sopra', reason: 'ISEE alto' },
      ],
      otherwise: 'Manca l’ISEE',
    },
  },
);
const there = { answered: true } as const;
const also: Partial<District> = {
  phases: [
    {
      id: 'accesso',
      title: 'Accesso',
      definitions: ['domanda'],
      exit: [
        { must: { '/assegnata': { type: 'integer', minimum: 1 } }, says: 'È assegnata' },
        { must: { '/compilazioni/economia/ultima': there }, says: 'Si sa l’ISEE' },
      ],
    },
    {
      id: 'analisi',
      title: 'Analisi',
      definitions: ['scheda', 'economia', 'legge'],
      exit: [{ must: { '/date/chiesta': there }, says: 'C’è la data' }],
    },
    {
      id: 'patto',
      title: 'Patto',
      definitions: ['accordo'],
      documents: [{ kind: 'pact', definition: 'accordo' }],
    },
    { id: 'nucleo', title: 'Nucleo', occasional: true, rights: 'form', definitions: ['famiglia'] },
    { id: 'chiuso', title: 'Chiuso', occasional: true, rights: 'reserved', definitions: ['riservata'] },
  ],
  queues: [
    { id: 'chi-segue', title: 'Chi segue', roles: ['case-manager'] },
    { id: 'famiglie', title: 'Famiglie', roles: ['family-worker'] },
  ],
  routing: { definition: 'instrada', queues: { sotto: 'chi-segue', sopra: 'famiglie' } },
};

let world: World;
const cookies = new Map<string, string>();
const as = async (who: string): Promise<string> => {
  const known = cookies.get(who) ?? (await world.signIn(who));
  cookies.set(who, known);
  return known;
};
const call = async (
  who: string,
  method: string,
  path: string,
  body?: unknown,
  reason?: string,
): Promise<Told> =>
  world.ask(method, path, {
    cookie: await as(who),
    ...(body === undefined ? {} : { body }),
    ...(reason ? { headers: { 'X-Patto-Reason': encodeURIComponent(reason) } } : {}),
  });
const ok = (told: Told): Told => {
  assert.ok(told.status < 300, `${told.status} ${told.text}`);
  return told;
};
const kept = async (id: string): Promise<Case> => {
  const found = await world.deps.store.get<Case>({ district: 'alfa', actor: 'system' }, 'cases', id);
  assert.ok(found);
  return found.value;
};
async function open(name: string, comune = 'alfacentro'): Promise<string> {
  const told = await call('capo', 'POST', '/api/cases', { measure: 'm1', comune, name });
  return ok(told).json.id as string;
}
async function fill(who: string, kase: string, definition: string, answers: object): Promise<string> {
  const draft = ok(await call(who, 'POST', `/api/cases/${kase}/drafts`, { definition })).json.id as string;
  return ok(await call(who, 'POST', `/api/drafts/${draft}/submit`, { answers })).json.id as string;
}
const row = (id: string, nome: string, codice?: string) => ({
  id: id.padEnd(11, 'A'),
  nome,
  ...(codice ? { codice } : {}),
});
const give = async (kase: string, account = 'segue'): Promise<Told> =>
  ok(await call('capo', 'POST', `/api/cases/${kase}/assign`, { account }));
const found = async (who: string, q: string): Promise<string[]> =>
  ok(await call(who, 'GET', `/api/cases?q=${encodeURIComponent(q)}`)).json.items.map(
    (one: { name: string }) => one.name,
  );

before(async () => {
  world = await createWorld({ definitions: [famiglia, economia, riservata, legge, instrada], also });
});
after(() => world.close());

test('in order of name only for who reads all the names, or among one’s own', async () => {
  const [first, second] = [await open('Zeta Ada'), await open('Abba Zoe')];
  await give(second);
  await give(first);
  const asked = async (who: string, query: string) => ok(await call(who, 'GET', `/api/cases?${query}`)).json;
  const namesOf = async (who: string, query: string): Promise<string[]> =>
    (await asked(who, query)).items.map(({ name }: { name: string }) => name);
  const all = await namesOf('capo', 'order=name');
  assert.ok(all.indexOf('Abba Zoe') < all.indexOf('Zeta Ada'));
  assert.deepEqual(await namesOf('segue', 'order=name'), await namesOf('segue', ''));
  assert.equal((await asked('segue', '')).byName, false);
  const mine = await namesOf('segue', 'order=name&mine=1');
  assert.deepEqual(mine, mine.toSorted());
  assert.notDeepEqual(mine, await namesOf('segue', 'mine=1'));
});

test('phase, queue and what is missing follow from the case', async () => {
  const id = await open('Fasi Anna');
  const phases = async () => {
    const { json } = ok(await call('capo', 'GET', `/api/cases/${id}`));
    return json.phases.map((one: { state?: string; missing?: string[] }) => [one.state, one.missing]);
  };
  assert.deepEqual((await phases())[0], ['here', ['È assegnata', 'Si sa l’ISEE']]);
  await give(id);
  await fill('segue', id, 'economia', { isee: 2000 });
  assert.deepEqual((await phases()).slice(0, 2), [
    ['left', []],
    ['here', ['C’è la data']],
  ]);
  const { json: view } = ok(await call('capo', 'GET', `/api/cases/${id}`));
  // A form outside the phases has its title in the timeline, too; and whoever did it a name.
  assert.deepEqual(
    [view.titles.economia, view.names.segue, view.names.capo],
    [economia.title, 'Persona segue', 'Persona capo'],
  );
  const kase = await kept(id);
  // A case manager follows it, and the table sends it to the family workers.
  assert.deepEqual([kase.phase, kase.queue, kase.route?.outcome], ['analisi', 'famiglie', 'sopra']);
  const queues = ok(await call('capo', 'GET', '/api/queues')).json;
  const mine = queues.queues.find((one: { id: string }) => one.id === 'famiglie');
  assert.ok(mine.items.some((one: { id: string }) => one.id === id));
  assert.deepEqual(
    mine.people.map((one: { id: string }) => one.id),
    ['casa'],
  );
  // Another queue than the suggested one: only with a reason.
  const refused = await call('capo', 'POST', `/api/cases/${id}/queue`, { queue: 'chi-segue' });
  assert.equal(refused.json.code, 'reason-for-other');
  ok(
    await call('capo', 'POST', `/api/cases/${id}/queue`, {
      queue: 'chi-segue',
      reason: 'La segue già chi la conosce',
    }),
  );
  const sent = await kept(id);
  assert.deepEqual(
    [sent.queue, sent.route?.decided?.by, sent.route?.queue],
    ['chi-segue', 'capo', 'famiglie'],
  );
  assert.equal((await call('capo', 'POST', `/api/cases/${id}/queue`, { queue: 'nessuna' })).status, 422);
  // Why it went there may come from what is reserved.
  const banco = ok(await call('banco', 'GET', `/api/cases/${id}`)).json.case;
  assert.deepEqual([banco.route.reason, banco.roll, banco.counts], ['', undefined, undefined]);
});

test('several people with their part; who is taken away sends it back to its queue, and is told', async () => {
  const id = await open('Persone Bea');
  ok(await call('capo', 'POST', `/api/cases/${id}/assign`, { account: 'segue', part: 'referente' }));
  await fill('segue', id, 'economia', { isee: 500 });
  assert.equal((await kept(id)).queue, undefined, 'somebody of the role follows it');
  await give(id, 'edu');
  assert.deepEqual((await kept(id)).parts, { segue: 'referente' });
  ok(await call('capo', 'POST', `/api/cases/${id}/unassign`, { account: 'segue', reason: 'Cambia ufficio' }));
  const back = await kept(id);
  assert.deepEqual([back.assigned, back.queue, back.parts], [['edu'], 'chi-segue', undefined]);
  const told = ok(await call('segue', 'GET', '/api/notices')).json.items;
  const last = told.find((one: { what: string }) => one.what === 'unassigned');
  assert.deepEqual([last.note, last.by], ['Cambia ufficio', 'Persona capo']);
  // Nobody puts away what another was told.
  assert.equal((await call('altra', 'POST', `/api/notices/${last.id}/seen`)).status, 404);
  ok(await call('segue', 'POST', `/api/notices/${last.id}/seen`));
  const rest = ok(await call('segue', 'GET', '/api/notices')).json.items;
  assert.ok(!rest.some((one: { id: string }) => one.id === last.id));
});

test('handed over by who holds it or by the coordinator, never by another', async () => {
  const id = await open('Passaggio Cleo');
  await give(id);
  const body = { from: 'segue', to: 'altra', note: 'Da lunedì la segue lei' };
  assert.equal((await call('banco', 'POST', `/api/cases/${id}/hand-over`, body)).status, 403);
  assert.equal((await call('altra', 'POST', `/api/cases/${id}/hand-over`, body)).status, 403);
  assert.equal((await call('fuori', 'POST', `/api/cases/${id}/hand-over`, body)).status, 404);
  ok(await call('segue', 'POST', `/api/cases/${id}/hand-over`, body));
  assert.deepEqual((await kept(id)).assigned, ['altra']);
  const heir = ok(await call('altra', 'GET', '/api/notices')).json.items[0];
  assert.equal(heir.what, 'handed-over');
  assert.match(heir.note, /Da lunedì/);
  assert.equal((await call('segue', 'GET', `/api/cases/${id}`)).status, 403, 'no title any more');
  const away = { from: 'altra', to: 'moduli', note: 'A chi non può' };
  assert.equal((await call('capo', 'POST', `/api/cases/${id}/hand-over`, away)).status, 422);
});

test('the household of each day stays; a change counts from its own day and never before the last one', async () => {
  const id = await open('Famiglia Dora');
  await give(id);
  const anna = row('a', 'Dora Prima', 'PRMDRA80A01X001A');
  const beppe = row('b', 'Beppe Ultimo', 'LTMBPP80A01X001B');
  await fill('segue', id, 'famiglia', {
    dal: '2026-01-10',
    motivo: 'Prima registrazione',
    nucleo: [anna, beppe],
  });
  await fill('segue', id, 'famiglia', { dal: '2026-02-20', motivo: 'Beppe va via', nucleo: [anna] });
  const { household } = await kept(id);
  assert.deepEqual(
    household.map(({ from, reason, members }) => [from, reason, members.length]),
    [
      ['2026-01-10', 'Prima registrazione', 2],
      ['2026-02-20', 'Beppe va via', 1],
    ],
  );
  const draft = ok(await call('segue', 'POST', `/api/cases/${id}/drafts`, { definition: 'famiglia' })).json
    .id;
  const shown = ok(await call('segue', 'GET', `/api/drafts/${draft}`)).json;
  assert.deepEqual(shown.draft.answers.nucleo.length, 1, 'the composition of today');
  const past = await call('segue', 'POST', `/api/drafts/${draft}/submit`, {
    answers: { dal: '2026-02-01', motivo: 'Nel passato', nucleo: [anna, beppe] },
  });
  assert.deepEqual(
    [past.status, past.json.problems[0].code, past.json.problems[0].at],
    [422, 'household-past', '/dal'],
  );
  // Who has gone is still found, by name and by the whole code.
  assert.deepEqual(await found('segue', 'ultimo beppe'), ['Famiglia Dora']);
  assert.deepEqual(await found('segue', 'ltmbpp80a01x001b'), ['Famiglia Dora']);
});

test('search: whole tax code or nothing; names only where they are shown', async () => {
  const id = await open('Segreta Elda');
  await give(id);
  const code = 'SGRLDE80A01X001C';
  await fill('segue', id, 'famiglia', {
    dal: '2026-01-10',
    motivo: 'x',
    nucleo: [row('e', 'Elda Segreta', code)],
  });
  const text = JSON.stringify(
    (await world.deps.store.list({ district: 'alfa', actor: 'system' }, 'cases', { limit: 200 })).items,
  );
  assert.ok(!text.includes(code), 'the index does not hold the code');
  assert.deepEqual(await found('capo', code), ['Segreta Elda']);
  for (let length = 5; length < 16; length += 1)
    assert.deepEqual(await found('capo', code.slice(0, length)), [], code.slice(0, length));
  // Without a title: initials by the whole code, nothing by name, by number as everybody.
  assert.deepEqual(await found('altra', code), ['S. E.']);
  for (const word of ['Elda', 'Segreta', 'El', 'ELDA segreta'])
    assert.ok(!(await found('altra', word)).includes('S. E.'), word);
  const { number } = await kept(id);
  assert.deepEqual(await found('altra', number), ['S. E.']);
  // Out of scope, and in another district: not there.
  assert.deepEqual(await found('mare', code), []);
  assert.deepEqual(await found('fuoricapo', code), []);
});

test('who only finds people in danger learns neither number nor comune', async () => {
  const id = await open('Nascosta Fede');
  await give(id);
  await fill('segue', id, 'economia', { isee: 10, pericolo: true });
  const seen = async (who: string) =>
    ok(await call(who, 'GET', '/api/cases')).json.items.find((one: { id: string }) => one.id === id);
  const other = await seen('altra');
  assert.deepEqual([other.name, other.number, other.comune, other.queue], ['', '', '', '']);
  assert.equal((await seen('segue')).comune, 'alfacentro');
  const { number } = await kept(id);
  assert.deepEqual(await found('altra', number), []);
  const filtered = ok(await call('altra', 'GET', '/api/cases?comune=alfacentro')).json.items;
  assert.ok(!filtered.some((one: { id: string }) => one.id === id), 'the filter does not tell either');
});

test('filters and pages', async () => {
  const all = ok(await call('capo', 'GET', '/api/cases')).json;
  const count = async (query: string) =>
    ok(await call('capo', 'GET', `/api/cases?${query}`)).json.total as number;
  const states = await Promise.all(
    all.states.map((state: string) => count(`state=${encodeURIComponent(state)}`)),
  );
  assert.equal(
    states.reduce((sum: number, one: number) => sum + one, 0),
    all.total,
  );
  const phases = await Promise.all(['accesso', 'analisi', 'patto'].map((phase) => count(`phase=${phase}`)));
  assert.equal(phases[0]! + phases[1]! + phases[2]!, all.total);
  assert.ok((await count('queue=chi-segue')) > 0 && (await count('queue=nessuna')) === 0);
});

test('a wrong submission is replaced: the old one is read, marked, counted nowhere', async () => {
  const id = await open('Errore Gino');
  await give(id);
  const wrong = await fill('segue', id, 'economia', { isee: 10, chiesta: '2026-01-05' });
  const before = await kept(id);
  assert.deepEqual([before.dates['chiesta'], before.facts['ISEE']], ['2026-01-05', '10']);
  assert.equal(
    (await call('segue', 'POST', `/api/submissions/${wrong}/replace`, { reason: 'x' })).status,
    400,
  );
  assert.equal(
    (await call('altra', 'POST', `/api/submissions/${wrong}/replace`, { reason: 'Per prova' })).status,
    403,
  );
  const why = { reason: 'ISEE di un’altra famiglia' };
  const draft = ok(await call('segue', 'POST', `/api/submissions/${wrong}/replace`, why)).json.id;
  assert.equal(
    (await call('segue', 'POST', `/api/submissions/${wrong}/replace`, why)).json.code,
    'draft-open',
  );
  const right = ok(await call('segue', 'POST', `/api/drafts/${draft}/submit`, { answers: { isee: 4000 } }))
    .json.id;
  const after = await kept(id);
  assert.deepEqual(
    [after.dates['chiesta'], after.facts['ISEE'], after.route?.outcome],
    [undefined, '4000', 'sopra'],
  );
  assert.deepEqual(after.counts?.['economia'], { isee: 4000 });
  const old = ok(await call('segue', 'GET', `/api/submissions/${wrong}`)).json.submission;
  assert.deepEqual([old.answers.isee, old.replaced.submission, old.replaced.reason], [10, right, why.reason]);
  const fresh = ok(await call('segue', 'GET', `/api/submissions/${right}`)).json.submission;
  assert.deepEqual([fresh.corrects.submission, fresh.corrects.stands], [wrong, old.submittedAt]);
  assert.equal(
    (await call('segue', 'POST', `/api/submissions/${wrong}/replace`, why)).json.code,
    'already-replaced',
  );
  assert.deepEqual(
    after.timeline
      .filter(({ what }) => what === 'replaced')
      .map(({ submission, note }) => [submission, note]),
    [[wrong, why.reason]],
  );
  // A wrong pact makes no document.
  const pact = await fill('segue', id, 'accordo', { testo: 'sbagliato' });
  const next = ok(
    await call('segue', 'POST', `/api/submissions/${pact}/replace`, { reason: 'Testo sbagliato' }),
  ).json.id;
  ok(await call('segue', 'POST', `/api/drafts/${next}/submit`, { answers: { testo: 'giusto' } }));
  const body = { kind: 'pact', submission: pact };
  const refused = await call('segue', 'POST', `/api/cases/${id}/documents`, body);
  assert.deepEqual([refused.status, refused.json.code], [409, 'submission-replaced']);
});

test('the corrected first of two stands where the wrong one stood', async () => {
  const id = await open('Due Volte');
  await give(id);
  const first = await fill('segue', id, 'economia', { isee: 1 });
  world.later(1000);
  await fill('segue', id, 'economia', { isee: 2 });
  const draft = ok(await call('segue', 'POST', `/api/submissions/${first}/replace`, { reason: 'Era tre' }))
    .json.id;
  ok(await call('segue', 'POST', `/api/drafts/${draft}/submit`, { answers: { isee: 3 } }));
  assert.equal((await kept(id)).facts['ISEE'], '2', 'the second one is still the newest');
});

test('what a case offers is what the server takes, of each role; of a closed one nothing', async () => {
  const [id, other] = [await open('Offerta Ada'), await open('Offerta Ada')];
  for (const who of ['segue', 'edu', 'casa']) await give(id, who);
  const pact = await fill('segue', id, 'accordo', { testo: 'Ciao' });
  const issued = ok(
    await call('segue', 'POST', `/api/cases/${id}/documents`, { kind: 'pact', submission: pact }),
  );
  const act = issued.json.act.id as string;
  const people = ['capo', 'segue', 'edu', 'casa', 'banco', 'uffici', 'altra'];
  type Row = { readonly id: string; readonly published: number | null; readonly fills?: boolean };
  const shown = async (who: string, of = id) => {
    const view = ok(await call(who, 'GET', `/api/cases/${of}`, undefined, 'Mi serve per la prova')).json;
    const rows = (view.phases as { definitions: Row[] }[]).flatMap(({ definitions }) => definitions);
    return { view, rows, pact: view.kinds.find((one: { kind: string }) => one.kind === 'pact') };
  };
  let offered = 0;
  for (const who of people) {
    const { view, rows, pact } = await shown(who);
    for (const { id: definition, fills = false } of rows) {
      const done = await call(who, 'POST', `/api/cases/${id}/drafts`, { definition });
      assert.equal(done.status < 300, fills, `${who} ${definition}: ${done.text}`);
      offered += Number(fills);
      if (!done.json.id) continue;
      const { submits } = ok(await call(who, 'GET', `/api/drafts/${done.json.id}`)).json;
      const sent = await call(who, 'POST', `/api/drafts/${done.json.id}/submit`, { answers: { no: 1 } });
      assert.equal(sent.status !== 403, submits, `${who} sends ${definition}: ${sent.text}`);
    }
    const sign = await call(who, 'POST', `/api/documents/${act}/signatures`, { signer: 'nobody' });
    assert.equal(sign.status !== 403, pact.signs, `${who} signs: ${sign.text}`);
    const seal = await call(who, 'POST', `/api/documents/${act}/seal`, {});
    assert.equal(seal.status !== 403, pact.closes, `${who} seals: ${seal.text}`);
    const term = { term: 'T0', start: '2026-01-01', what: 'waived', reason: 'Nessuna ragione' };
    const decided = await call(who, 'POST', `/api/cases/${id}/terms`, term);
    assert.equal(decided.status !== 403, view.changesTerms, `${who} decides: ${decided.text}`);
  }
  assert.ok(offered > 10, `${offered} forms were offered`);
  ok(await call('capo', 'POST', `/api/cases/${other}/merge`, { other: id, reason: 'Aperta due volte' }));
  for (const who of ['capo', 'segue', 'uffici']) {
    const { view, rows } = await shown(who, id);
    assert.ok(
      rows.every(({ fills }) => !fills),
      who,
    );
    assert.deepEqual(
      view.phases.flatMap((one: { documents: unknown[] }) => one.documents),
      [],
    );
    assert.ok(view.kinds.every((one: { signs: boolean; closes: boolean }) => !one.signs && !one.closes));
    assert.equal(view.changesTerms, false);
    for (const part of ['diary', 'attachments', 'appointments'])
      assert.equal(
        ok(await call(who, 'GET', `/api/cases/${id}/${part}`, undefined, 'Mi serve')).json.writes,
        false,
      );
  }
});

test('joined: protected where either was, whatever was said last, until it is asked anew', async () => {
  const listed = async (id: string) =>
    (
      await world.deps.store.list({ district: 'alfa', actor: 'x' }, 'cases', { where: { protected: true } })
    ).items.some((one) => one.id === id);
  for (const [mine, theirs] of [
    [true, false],
    [false, true],
  ] as const) {
    const [one, two] = [await open('Salva Ida'), await open('Salva Ida')];
    for (const id of [one, two]) await give(id);
    await fill('segue', one, 'economia', { isee: 1, pericolo: mine });
    world.later(1000);
    await fill('segue', two, 'economia', { isee: 2, pericolo: theirs });
    const body = { other: two, reason: 'Aperta due volte' };
    assert.deepEqual(ok(await call('capo', 'POST', `/api/cases/${one}/merge`, body)).json, {
      protected: true,
    });
    assert.equal(await listed(one), true, `${mine} and ${theirs}`);
    const told = (await kept(one)).timeline.map(({ what }) => what);
    assert.equal(told.includes('protected'), mine, 'what the later answer would have taken away is told');
    world.later(1000);
    await fill('segue', one, 'instrada', {});
    assert.equal(await listed(one), true, 'another form says nothing of it');
    await fill('segue', one, 'economia', { isee: 3, pericolo: false });
    assert.equal(await listed(one), false);
  }
});

test('joined: nothing lost, the other one only to be read, taken back while nothing has changed', async () => {
  const one = await open('Doppia Ines');
  const two = await open('Doppia Ines');
  await give(one);
  await give(two, 'altra');
  await fill('segue', one, 'economia', { isee: 5 });
  world.later(1000);
  const theirs = await fill('altra', two, 'economia', { isee: 7, chiesta: '2026-02-01' });
  const reason = 'Aperta due volte';
  const was = await kept(one);
  // Across scope, across districts, with itself.
  const far = await open('Lontana Ida', 'alfamare');
  assert.equal((await call('capo', 'POST', `/api/cases/${one}/merge`, { other: one, reason })).status, 404);
  assert.equal(
    (await call('capo', 'POST', `/api/cases/${one}/merge`, { other: 'A'.repeat(22), reason })).status,
    404,
  );
  assert.equal(
    (await call('fuoricapo', 'POST', `/api/cases/${one}/merge`, { other: two, reason })).status,
    404,
  );
  assert.equal((await call('segue', 'POST', `/api/cases/${one}/merge`, { other: two, reason })).status, 403);
  const account = await world.deps.store.get<object>({ district: 'alfa', actor: 'x' }, 'accounts', 'capo');
  assert.ok(account);
  const narrow = { ...account.value, comuni: ['alfacentro'] };
  await world.deps.store.replace({ district: 'alfa', actor: 'x' }, 'accounts', 'capo', narrow, account.rev);
  assert.equal((await call('capo', 'POST', `/api/cases/${one}/merge`, { other: far, reason })).status, 404);
  await world.deps.store.replace(
    { district: 'alfa', actor: 'x' },
    'accounts',
    'capo',
    account.value,
    account.rev + 1,
  );

  ok(await call('capo', 'POST', `/api/cases/${one}/merge`, { other: two, reason }));
  const joined = await kept(one);
  assert.deepEqual([joined.facts['ISEE'], joined.dates['chiesta']], ['7', '2026-02-01']);
  assert.deepEqual([...joined.assigned].sort(), ['altra', 'segue']);
  assert.equal(joined.timeline.filter(({ what }) => what === 'submitted').length, 2);
  assert.equal(ok(await call('altra', 'GET', `/api/submissions/${theirs}`)).json.submission.case, one);
  const shut = ok(await call('capo', 'GET', `/api/cases/${two}`)).json.case;
  assert.deepEqual([shut.closed.into, shut.closed.undo], [one, undefined]);
  assert.equal(
    (await call('altra', 'POST', `/api/cases/${two}/drafts`, { definition: 'economia' })).json.code,
    'case-closed',
  );
  // Not even what does not change the case itself.
  const note = await call('altra', 'POST', `/api/cases/${two}/diary`, { nota: 'x' });
  assert.deepEqual([note.status, note.json.code], [409, 'case-closed']);
  assert.deepEqual(await found('capo', 'Doppia'), ['Doppia Ines'], 'one in the list');

  ok(await call('capo', 'POST', `/api/cases/${two}/unmerge`, { reason: 'Erano due famiglie' }));
  const back = await kept(one);
  assert.deepEqual(
    [back.facts, back.dates, back.assigned, back.counts],
    [was.facts, was.dates, was.assigned, was.counts],
  );
  assert.deepEqual(
    back.timeline.slice(-2).map(({ what }) => what),
    ['merged', 'unmerged'],
  );
  assert.equal(ok(await call('altra', 'GET', `/api/submissions/${theirs}`)).json.submission.case, two);
  assert.equal((await kept(two)).closed, undefined);

  // Joined again, and gone on with: too late.
  ok(await call('capo', 'POST', `/api/cases/${one}/merge`, { other: two, reason }));
  await fill('segue', one, 'economia', { isee: 9 });
  const late = await call('capo', 'POST', `/api/cases/${two}/unmerge`, { reason: 'Erano due famiglie' });
  assert.deepEqual([late.status, late.json.code], [409, 'merge-changed']);
});

test('moved within the district: who works there has it, who worked here has not', async () => {
  const id = await open('Trasloco Lia');
  await give(id);
  const body = { comune: 'alfamare', reason: 'La famiglia si è trasferita' };
  assert.equal((await call('segue', 'POST', `/api/cases/${id}/move`, body)).status, 403);
  assert.equal(
    (await call('capo', 'POST', `/api/cases/${id}/move`, { ...body, comune: 'betamare' })).status,
    422,
  );
  assert.deepEqual(await found('mare', (await kept(id)).number), []);
  ok(await call('capo', 'POST', `/api/cases/${id}/move`, body));
  assert.deepEqual(await found('mare', (await kept(id)).number), ['T. L.']);
  assert.match((await kept(id)).timeline.at(-1)?.note ?? '', /alfa centro → alfa mare/);
  // The request that it came from names the household and its comune too.
  const asked = await caseOf(world, 'alfa', 'Marta Traslocata');
  const registered = async (who: string) =>
    ok(await call(who, 'GET', '/api/counter/requests?what=all')).text.includes('Marta Traslocata');
  assert.equal(await registered('mare'), false);
  ok(await call('capo', 'POST', `/api/cases/${asked}/move`, body));
  const request = (
    await world.deps.store.list({ district: 'alfa', actor: 'x' }, 'requests', { where: { case: asked } })
  ).items[0];
  assert.equal(request?.fields['comune'], 'alfamare');
});

test('to another district: one file, closed here, opened there with its history to be read', async () => {
  const id = await open('Parte Mina');
  await give(id);
  await fill('segue', id, 'famiglia', {
    dal: '2026-01-10',
    motivo: 'x',
    nucleo: [row('m', 'Mina Parte', 'PRTMNI80A01X001D')],
  });
  const pact = await fill('segue', id, 'accordo', { testo: 'Fare insieme' });
  ok(await call('segue', 'POST', `/api/cases/${id}/documents`, { kind: 'pact', submission: pact }));
  const note = (readers: string) => ({
    kind: 'visita',
    at: '2026-03-01T09:00:00.000Z',
    people: [],
    text: `nota per ${readers}`,
    readers,
  });
  for (const readers of ['family', 'team', 'author'])
    ok(await call('segue', 'POST', `/api/cases/${id}/diary`, note(readers)));
  const sent = await call('capo', 'POST', `/api/cases/${id}/package`, {
    to: 'Ambito beta',
    reason: 'Cambio di residenza',
  });
  const file = JSON.parse(ok(sent).text);
  const kinds = file.documents.map(({ title, copy }: { title: string; copy: string }) => [title, copy]);
  assert.deepEqual(kinds, [
    ['Patto', 'family'],
    ['Patto', 'internal'],
  ]);
  // What the team and its author kept for themselves is not the coordinator's to give.
  assert.deepEqual(
    file.notes.map((one: { text: string }) => one.text),
    ['nota per family'],
  );
  assert.equal(
    (await call('segue', 'POST', `/api/cases/${id}/drafts`, { definition: 'scheda' })).json.code,
    'case-closed',
  );
  assert.equal(ok(await call('capo', 'GET', `/api/cases/${id}/package`)).text, sent.text);
  assert.equal((await call('segue', 'GET', `/api/cases/${id}/package`)).status, 403);

  const put = (who: string, more: object = {}) =>
    call(who, 'POST', '/api/import/case', { comune: 'betacentro', measure: 'm1', package: file, ...more });
  assert.equal((await put('fuori')).status, 403);
  const changed = { ...file, name: 'Altro Nome' };
  assert.equal((await put('fuoricapo', { package: changed })).json.code, 'package-damaged');
  assert.equal((await put('fuoricapo', { package: { ...file, extra: 1 } })).status, 400);
  const opened = ok(await put('fuoricapo'));
  assert.equal(opened.status, 201);
  const again = ok(await put('fuoricapo'));
  assert.deepEqual([again.status, again.json.id], [200, opened.json.id]);
  const there = ok(await call('fuoricapo', 'GET', `/api/cases/${opened.json.id}`)).json.case;
  assert.deepEqual([there.name, there.origin.number, there.household.length], ['Parte Mina', file.number, 1]);
  const history = ok(await call('fuoricapo', 'GET', `/api/cases/${opened.json.id}/history`)).json;
  assert.deepEqual(history.submissions.map((one: { title: string }) => one.title).sort(), [
    'Accordo',
    'famiglia',
  ]);
  assert.ok(
    history.submissions.some((one: { rows: { text: string }[] }) =>
      one.rows.some(({ text }) => text === 'Fare insieme'),
    ),
  );
  const [document] = history.documents;
  const pdf = await call('fuoricapo', 'GET', `/api/cases/${opened.json.id}/history/${document.sha256}`);
  assert.match(ok(pdf).text, /^%PDF/);
  assert.equal((await call('capo', 'GET', `/api/cases/${opened.json.id}/history`)).status, 404);
  // Found there by the same code.
  assert.equal((await call('fuoricapo', 'GET', '/api/cases?q=Mina')).json.total, 1);
});

test('what a question keeps for some roles does not travel; a case that came goes on; days that do not exist stay out', async () => {
  const id = await open('D’Àngelo عائشة');
  await give(id);
  await fill('segue', id, 'scheda', { livello: 1, salute: 'segretosalute' });
  // A file that was put down when something broke does not stop the next one.
  await world.deps.store.putBytes({ district: 'alfa', actor: 'capo' }, `${id}.sent.json`, Buffer.from('{}'));
  const away = { to: 'Ambito beta', reason: 'Cambio di residenza' };
  const sent = ok(await call('capo', 'POST', `/api/cases/${id}/package`, away)).text;
  assert.ok(sent.includes('"definition":"scheda"') && !sent.includes('segretosalute'));
  const bring = async (change: object) => {
    const file = { ...JSON.parse(sent), ...change };
    file.sha256 = packageDigest(file);
    return call('fuoricapo', 'POST', '/api/import/case', {
      comune: 'betacentro',
      measure: 'm1',
      package: file,
    });
  };
  const twice = [{ from: '2026-01-01', members: [row('a', 'Uno'), row('a', 'Due')] }];
  const turned = ['2026-02-01', '2026-01-01'].map((from) => ({ from, members: [] }));
  const untrue = { title: 'x', at: '2026-01-01', by: 'x', thing: 'case', text: '', name: 'a.pdf', type: 'x' };
  const attachments = [{ ...untrue, sha256: 'a'.repeat(64), file: 'AAAA' }];
  for (const wrong of [
    { dates: { pad: '2026-02-30' } },
    { household: twice },
    { household: turned },
    { attachments },
  ])
    assert.equal((await bring(wrong)).json.code, 'package-damaged');
  // Broken between the file and the case: nothing is there, and the same file brings the whole of it.
  const { store } = world.deps;
  const cases = async () => (await store.list({ district: 'beta', actor: 'x' }, 'cases', {})).total;
  const before = await cases();
  const { commit } = store;
  Object.assign(store, { commit: () => Promise.reject(new Error('killed')) });
  assert.equal((await bring({})).status, 500);
  Object.assign(store, { commit });
  assert.equal(await cases(), before);
  const both = await Promise.all([bring({}), bring({})]);
  assert.equal(await cases(), before + 1);
  const [first, second] = both.map((one) => ok(one).json.id as string);
  assert.equal(first, second);
  // One that goes on from there brings along what it was here; what was heavy stays, and is named.
  const on = ok(await call('fuoricapo', 'POST', `/api/cases/${first}/package`, away));
  const [past] = JSON.parse(on.text).before;
  assert.deepEqual(
    [past.district, past.number, past.submissions.map((one: { title: string }) => one.title)],
    [JSON.parse(sent).district, JSON.parse(sent).number, ['Scheda']],
  );
  const third = await call('capo', 'POST', '/api/import/case', {
    comune: 'alfacentro',
    measure: 'm1',
    package: JSON.parse(on.text),
  });
  const back = ok(await call('capo', 'GET', `/api/cases/${ok(third).json.id}/history`)).json;
  assert.deepEqual(
    back.before.map(({ number }: { number: string }) => number),
    [JSON.parse(sent).number],
  );
  assert.equal(ok(await call('fuoricapo', 'GET', `/api/cases/${first}/package`)).text, on.text);
  const history = ok(await call('fuoricapo', 'GET', `/api/cases/${first}/history`)).json;
  assert.equal(history.number, JSON.parse(sent).number);
});

test('files that are too heavy together stay behind, the heaviest first, and are named', () => {
  const file = (name: string, size: number) => ({ name, file: 'x'.repeat(size) });
  const mega = 1024 * 1024;
  const attachments = [file('piccolo', mega), file('grande', 30 * mega), file('medio', 20 * mega)];
  const sent = light({ attachments, documents: [] } as unknown as Parameters<typeof light>[0]);
  assert.deepEqual(
    sent.attachments.map(({ name, file: { length } }) => [name, length / mega]),
    [
      ['piccolo', 1],
      ['grande', 0],
      ['medio', 20],
    ],
  );
});

test('who is in danger stays hidden where the case goes; what is reserved is read there with a reason alone', async () => {
  const id = await open('Protetta Zoe');
  await give(id, 'casa');
  await fill('casa', id, 'riservata', { testo: 'segretotribunale', pericolo: true });
  // Not through a form that reads it either, nor by what the case says of itself.
  const other = await fill('casa', id, 'legge', {});
  const looked = `/api/submissions/${other}`;
  assert.ok(ok(await call('casa', 'GET', looked)).text.includes('segretotribunale'));
  assert.ok(!ok(await call('capo', 'GET', looked)).text.includes('segretotribunale'));
  assert.ok(!ok(await call('banco', 'GET', `/api/cases/${id}`)).text.includes('riservata'));
  const away = { to: 'Ambito beta', reason: 'Cambio di residenza' };
  const file = JSON.parse(ok(await call('capo', 'POST', `/api/cases/${id}/package`, away)).text);
  assert.ok(JSON.stringify(file).includes('segretotribunale') && file.protected === true);
  const body = { comune: 'betacentro', measure: 'm1', package: file };
  const there = ok(await call('fuoricapo', 'POST', '/api/import/case', body)).json.id as string;
  // Who has no title to it there finds neither name, number nor comune.
  const { items } = ok(await call('fuori', 'GET', '/api/cases')).json;
  const seen = items.find((one: { id: string }) => one.id === there);
  assert.deepEqual([seen.name, seen.number, seen.comune], ['', '', '']);
  const past = `/api/cases/${there}/history`;
  assert.ok(!ok(await call('fuoricapo', 'GET', past)).text.includes('segretotribunale'));
  assert.ok(
    ok(await call('fuoricapo', 'GET', past, undefined, 'Lo chiede il giudice')).text.includes('segreto'),
  );
});

test('what is too heavy for another district is not even read: it is named', async () => {
  const id = await open('Pesante Gina');
  const scope = { district: 'alfa', actor: 'capo' };
  const file = { id: 'a', name: 'a.pdf', type: 'application/pdf', size: 600_000_000, sha256: 'a'.repeat(64) };
  const value = { case: id, kind: 'isee', date: '2026-01-01', readers: 'family', by: 'capo', at: '', file };
  await world.deps.store.create(scope, 'attachments', 'pesante', value);
  const away = { to: 'Ambito beta', reason: 'Cambio di residenza' };
  const sent = JSON.parse(ok(await call('capo', 'POST', `/api/cases/${id}/package`, away)).text);
  assert.deepEqual([sent.attachments[0].name, sent.attachments[0].file], ['a.pdf', '']);
});

test('who follows it works here no more: the case comes back among those that nobody follows', async () => {
  const id = await open('Orfana Rita');
  await give(id, 'altra');
  const unrouted = async () =>
    ok(await call('capo', 'GET', '/api/queues')).json.unrouted.items.some(
      (one: { id: string }) => one.id === id,
    );
  assert.equal(await unrouted(), false);
  const scope = { district: 'alfa', actor: 'x' };
  const account = await world.deps.store.get<object>(scope, 'accounts', 'altra');
  assert.ok(account);
  await world.deps.store.replace(
    scope,
    'accounts',
    'altra',
    { ...account.value, until: '2026-01-01' },
    account.rev,
  );
  assert.equal(await unrouted(), true);
  await world.deps.store.replace(scope, 'accounts', 'altra', account.value, account.rev + 1);
  assert.equal(await unrouted(), false);
});

test('an opening with a reason is seen by the coordinator, and marked as seen', async () => {
  const id = await open('Aperta Nora');
  await give(id);
  const why = 'Sostituisco la collega';
  ok(await call('altra', 'GET', `/api/cases/${id}`, undefined, why));
  ok(await call('altra', 'GET', `/api/cases/${id}`, undefined, why));
  const rows = async () =>
    ok(await call('capo', 'GET', '/api/openings')).json.items.filter(
      (one: { case: string }) => one.case === id,
    );
  const [opening] = await rows();
  assert.deepEqual(
    [opening.by, opening.reason, opening.times, opening.seenAt],
    ['Persona altra', why, 2, undefined],
  );
  assert.equal((await call('altra', 'POST', `/api/openings/${opening.id}/seen`)).status, 403);
  assert.equal((await call('fuoricapo', 'POST', `/api/openings/${opening.id}/seen`)).status, 404);
  ok(await call('capo', 'POST', `/api/openings/${opening.id}/seen`));
  const [seen] = await rows();
  assert.equal(seen.seenBy, 'Persona capo');
  assert.equal((await rows()).length, 1);
});
