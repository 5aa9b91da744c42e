// SPDX-License-Identifier: AGPL-3.0-or-later
// The archive of one person: asked, granted, handed over; of that person alone, and nothing that nobody may give.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Account, Case, Definition } from '../../schemas/types.ts';
import { digest } from '../../server/clock.ts';
import { codeKey } from '../../server/actions/cases/placed.ts';
import { isAboutAnother, ownPart } from '../../server/person-archive/own-part.ts';
import { caseOf, createWorld, type Told, type World } from './world.ts';

let world: World;
let kase: string;
let number: string;
const system = { district: 'alfa', actor: 'system' };
const code = 'MRTSGN80A41X001A';

before(async () => {
  world = await createWorld();
  kase = await caseOf(world, 'alfa', 'Marta');
  const kept = await world.deps.store.get<Case>(system, 'cases', kase);
  assert.ok(kept);
  number = kept.value.number;
  // two people, of whom the tax codes are known
  const members = [
    { id: 'rigaAAAAAA1', nome: 'Marta', codice_fiscale: code },
    { id: 'rigaBBBBBB2', nome: 'Luca', codice_fiscale: 'LCUSGN80A01X001B' },
  ];
  const value: Case = {
    ...kept.value,
    household: [{ from: '2026-01-01', members }],
    roll: [{ id: 'rigaAAAAAA1', name: 'Marta', key: codeKey(world.deps, 'alfa', code) }],
  };
  await world.deps.store.replace(system, 'cases', kase, value, kept.rev);
  const cookie = await world.signIn('segue');
  const draft = await world.ask('POST', `/api/cases/${kase}/drafts`, {
    cookie,
    body: { definition: 'scheda' },
  });
  const bytes = Buffer.from('%PDF-1.7\n%referto\n%%EOF\n');
  const query = new URLSearchParams({ field: '/referti', sha256: digest(bytes) });
  const file = await world.ask('POST', `/api/drafts/${draft.json.id}/files?${query}`, {
    cookie,
    raw: bytes,
    headers: { 'Content-Type': 'application/octet-stream', 'X-Patto-Name': 'referto.pdf' },
  });
  assert.equal(file.status, 201, file.text);
  const answers = {
    livello: 1,
    referti: [file.json],
    fisso: 'Marta',
    salute: 'segretosalute',
    persone: members.map(({ id, nome }) => ({ id, nome: `${nome} della scheda` })),
  };
  const sent = await world.ask('POST', `/api/drafts/${draft.json.id}/submit`, { cookie, body: { answers } });
  assert.equal(sent.status, 201, sent.text);
  const marta = { case: kase, person: 'rigaAAAAAA1', document: 'd', at: '2026-02-25' };
  await world.deps.store.create(system, 'sendings', 's1', { ...marta, number: 'CPI-7' });
  await world.deps.store.create(system, 'sendings', 's2', {
    ...marta,
    person: 'rigaBBBBBB2',
    number: 'CPI-8',
  });
  const meeting = {
    case: kase,
    day: '2026-03-10',
    time: '09:30',
    minutes: 60,
    place: 'Municipio',
    with: 'segue',
  };
  await world.deps.store.create(system, 'appointments', 'incontro', { ...meeting, people: 'Marta', by: 'segue', at: '2026-03-02T09:00:00Z' }); // prettier-ignore
  for (const [readers, people, text] of [
    ['family', ['rigaAAAAAA1'], 'nota per Marta'],
    ['family', ['rigaBBBBBB2'], 'nota per Luca'],
    ['family', [], 'nota per tutti'],
    ['team', ['rigaAAAAAA1'], 'nota di équipe <b>'],
    ['author', ['rigaAAAAAA1'], 'appunto mio'],
  ] as const) {
    const body = { kind: 'visita', at: '2026-03-01T09:00:00Z', people, text, readers };
    assert.equal((await world.ask('POST', `/api/cases/${kase}/diary`, { cookie, body })).status, 201);
  }
  for (const [readers, kind, mark] of [
    ['family', 'isee', 'uno'],
    ['family', 'sanitario', 'due'],
    ['author', 'isee', 'tre'],
  ] as const) {
    const query = new URLSearchParams({ kind, readers, date: '2026-02-01' });
    const told = await world.ask('POST', `/api/cases/${kase}/attachments?${query}`, {
      cookie,
      raw: Buffer.from(`%PDF-1.7\n%${mark}\n%%EOF\n`),
      headers: { 'Content-Type': 'application/octet-stream', 'X-Patto-Name': `${mark}.pdf` },
    });
    assert.equal(told.status, 201, told.text);
  }
});
after(() => world.close());

const purpose = 'richiesta della persona, prot. 12';
const ask = async (who: string, body: object): Promise<Told> =>
  world.ask('POST', '/api/archives', { cookie: await world.signIn(who), body: { purpose, ...body } });
const decide = async (who: string, id: string, body: object): Promise<Told> =>
  world.ask('POST', `/api/archives/${id}/decide`, { cookie: await world.signIn(who), body });
async function take(id: string): Promise<{ [path: string]: string }> {
  const response = await fetch(`${world.base}/api/archives/${id}/file`, {
    headers: { Cookie: await world.signIn('capo') },
  });
  assert.equal(response.status, 200);
  const all = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(Object.entries(all).map(([path, content]) => [path, strFromU8(content)]));
}

test('the DPO asks by number and tax code and learns nothing; the coordinator grants and hands over', async () => {
  const asked = await ask('occhio', { number, taxCode: code.toLowerCase() });
  assert.equal(asked.status, 201, asked.text);
  const list = async (who: string) => world.ask('GET', '/api/archives', { cookie: await world.signIn(who) });
  assert.equal((await ask('occhio', { taxCode: code })).json.id, asked.json.id, 'pressed twice, asked once');
  const seen = await list('occhio');
  assert.ok(!seen.text.includes('Marta') && !seen.text.includes(kase));
  assert.equal((await list('capo')).json.items[0].name, 'Marta');
  const file = `/api/archives/${asked.json.id}/file`;
  assert.equal(
    (await world.ask('GET', file, { cookie: await world.signIn('capo') })).json.code,
    'archive-not-given',
  );
  assert.equal((await decide('occhio', asked.json.id, { give: true })).status, 403);
  assert.equal((await decide('fuoricapo', asked.json.id, { give: true })).status, 404);
  assert.equal((await decide('capo', asked.json.id, { give: true })).status, 204);
  assert.equal((await world.ask('GET', file, { cookie: await world.signIn('occhio') })).status, 403);
  const all = await take(asked.json.id);
  const page = all['index.html']!;
  for (const said of [
    'Marta della scheda',
    'nota per Marta',
    'nota per tutti',
    'Pratica',
    'ha aperto la pratica',
  ])
    assert.ok(page.includes(said), said);
  // summoned, and sent with a list: of Marta, not of Luca
  assert.ok(page.includes('10/03/2026, ore 09:30, Municipio') && page.includes('Elenco n. CPI-7'));
  assert.ok(page.includes('Nella famiglia dal 01/01/2026.'));
  const data = JSON.stringify(all);
  for (const kept of [
    'CPI-8',
    '%referto',
    'Luca',
    'nota di équipe',
    'appunto mio',
    'segretosalute',
    'Persona segue',
    '%due',
    '%tre',
  ])
    assert.ok(!data.includes(kept), kept);
  assert.equal(Object.keys(all).filter((path) => path.includes('/allegati/')).length, 1);
  assert.equal(JSON.parse(all['dati.json']!).cases[0].submissions.length, 2);
});

test('what else is granted: notes of the team, delicate answers; never what was written for nobody else', async () => {
  const asked = await ask('capo', { case: kase, person: 'rigaAAAAAA1' });
  await decide('capo', asked.json.id, { give: true, team: true, delicate: true });
  const all = await take(asked.json.id);
  const page = all['index.html']!;
  assert.ok(page.includes('nota di équipe &lt;b&gt;') && page.includes('segretosalute'));
  const data = JSON.stringify(all);
  assert.ok(data.includes('%referto') && page.includes('referto.pdf'), 'files that answers name');
  assert.ok(data.includes('%due') && !data.includes('appunto mio') && !data.includes('%tre'));
  const entries = await world.deps.store.auditEntries(system, { object: asked.json.id, limit: 100 });
  assert.deepEqual(
    entries.map(({ action, reason }) => [action, reason]),
    [
      ['archive.ask', purpose],
      ['archive.decide', 'given — team — delicate'],
      ['archive.read', purpose],
    ],
  );
});

test('who is not in the case, other districts, refusals, people to be protected', async () => {
  for (const [who, body] of [
    ['occhio', { number, taxCode: 'XXXXXX80A41X001A' }],
    ['occhio', { number: 'nessuna', taxCode: code }],
    ['occhio', { taxCode: 'XXXXXX80A41X001A' }],
    ['fuoricapo', { taxCode: code }],
    ['occhio', { case: kase, person: 'rigaAAAAAA1' }],
    ['fuoricapo', { number, taxCode: code }],
    ['capo', { case: kase, person: 'nessuno' }],
  ] as const)
    assert.equal((await ask(who, body)).json.code, 'person-not-found');
  assert.equal((await ask('segue', { number, taxCode: code })).status, 403);
  const asked = await ask('occhio', { number, taxCode: code });
  await decide('capo', asked.json.id, { give: false, note: 'chi chiede non è la persona' });
  const file = await world.ask('GET', `/api/archives/${asked.json.id}/file`, {
    cookie: await world.signIn('capo'),
  });
  assert.equal(file.json.code, 'archive-not-given');
  const kept = await world.deps.store.get<Case>(system, 'cases', kase);
  assert.ok(kept);
  await world.deps.store.replace(
    system,
    'cases',
    kase,
    { ...kept.value, protects: { scheda: true } },
    kept.rev,
  );
  const next = await ask('occhio', { number, taxCode: code });
  assert.equal((await decide('capo', next.json.id, { give: true })).json.code, 'archive-protected');
  assert.equal((await decide('capo', next.json.id, { give: true, checked: true })).status, 204);
});

test('people to be protected in another case of the same person are looked at too', async () => {
  const other = await caseOf(world, 'alfa', 'Altra');
  const kept = await world.deps.store.get<Case>(system, 'cases', other);
  const first = await world.deps.store.get<Case>(system, 'cases', kase);
  assert.ok(kept && first);
  const luca = { id: 'rigaCCCCCC3', nome: 'Luca', codice_fiscale: 'LCUSGN80A01X001B' };
  const value: Case = {
    ...kept.value,
    household: [{ from: '2026-01-01', members: [luca] }],
    roll: [{ id: luca.id, name: 'Luca', key: codeKey(world.deps, 'alfa', luca.codice_fiscale) }],
    protects: { scheda: true },
  };
  await world.deps.store.replace(system, 'cases', other, value, kept.rev);
  const { protects: _before, ...open } = first.value;
  await world.deps.store.replace(system, 'cases', kase, open, first.rev);
  const asked = await ask('capo', { case: kase, person: 'rigaBBBBBB2' });
  assert.equal((await decide('capo', asked.json.id, { give: true })).json.code, 'archive-protected');
  assert.equal((await decide('capo', asked.json.id, { give: true, checked: true })).status, 204);
});

test('an archive follows its case: where it has moved away from, nobody takes it any more', async () => {
  const asked = await ask('capo', { case: kase, person: 'rigaAAAAAA1' });
  assert.equal((await decide('capo', asked.json.id, { give: true, checked: true })).status, 204);
  const account = await world.deps.store.get<Account>(system, 'accounts', 'mare');
  assert.ok(account);
  const value: Account = { ...account.value, roles: ['coordinator'] };
  await world.deps.store.replace(system, 'accounts', 'mare', value, account.rev);
  const cookie = await world.signIn('mare');
  const file = async () => (await world.ask('GET', `/api/archives/${asked.json.id}/file`, { cookie })).status;
  const move = async (comune: string) => {
    const kept = await world.deps.store.get<Case>(system, 'cases', kase);
    assert.ok(kept);
    await world.deps.store.replace(system, 'cases', kase, { ...kept.value, comune }, kept.rev);
  };
  assert.equal(await file(), 404);
  await move('alfamare');
  assert.equal(await file(), 200);
  const here = await ask('mare', { case: kase, person: 'rigaAAAAAA1' });
  assert.equal((await decide('mare', here.json.id, { give: true, checked: true })).status, 204);
  await move('alfacentro');
  assert.equal((await decide('mare', here.json.id, { give: false })).status, 404);
  const taken = await world.ask('GET', `/api/archives/${here.json.id}/file`, { cookie });
  assert.equal(taken.status, 404);
});

test('what is about somebody else as a whole, or in rows bound to somebody else, is not this person’s', () => {
  const source = {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: 'lettera',
    title: 'Lettera',
    schema: {
      type: 'object',
      properties: {
        persona: { title: 'Per chi', type: 'string', 'x-type': 'link', 'x-ref': 'case:/nucleo' },
        presenti: {
          title: 'Presenti',
          type: 'array',
          'x-type': 'link',
          'x-ref': 'case:/nucleo',
          items: { type: 'string' },
        },
        impegni: {
          title: 'Impegni',
          type: 'array',
          items: {
            type: 'object',
            properties: {
              testo: { title: 'Testo', type: 'string' },
              tenuto: { title: 'Chi', type: 'string', 'x-type': 'link', 'x-ref': 'case:/nucleo' },
            },
          },
        },
      },
    },
  } as unknown as Definition;
  const outline = world.deps.forms.outline({ hash: 'lettera', source });
  const household = new Set(['rigaAAAAAA1', 'rigaBBBBBB2']);
  const marta = { person: 'rigaAAAAAA1', household };
  assert.equal(isAboutAnother(outline, { persona: 'rigaBBBBBB2' }, marta), true);
  assert.equal(isAboutAnother(outline, { persona: 'rigaAAAAAA1' }, marta), false);
  assert.equal(isAboutAnother(outline, { presenti: ['rigaBBBBBB2'] }, marta), false);
  const rows = [
    { id: 'impegnoAAA1', testo: 'di Marta', tenuto: 'rigaAAAAAA1' },
    { id: 'impegnoBBB2', testo: 'di Luca', tenuto: 'rigaBBBBBB2' },
    { id: 'impegnoCCC3', testo: 'di tutti' },
  ];
  const own = ownPart(outline, { presenti: ['rigaBBBBBB2'], impegni: rows }, { ...marta, gives: () => true });
  assert.deepEqual(own, { impegni: [rows[0], rows[2]] });
});
