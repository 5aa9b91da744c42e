// SPDX-License-Identifier: AGPL-3.0-or-later
// The demonstration on its day: which families wait, which are followed by whom, and how far each has come.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Case, Submission } from '../../schemas/types.ts';
import type { KeptAppointment } from '../../server/records.ts';
import { message } from '../../server/agenda/message.ts';
import { daysBetween } from '../../server/calendar.ts';
import { tellCase } from '../../server/actions/cases/tell-case.ts';
import { termsOfCase } from '../../server/case-terms.ts';
import { readData } from '../../server/assemble.ts';
import { readCatalogue, type Catalogue } from '../../server/catalogue.ts';
import { createCompiler } from '../../server/compile/compiler.ts';
import { codeName, remembered } from '../../server/compile/remembered.ts';
import { loadDataCheck } from '../../server/data-check.ts';
import { fillDemo } from '../../server/demo.ts';
import type { Deps } from '../../server/deps.ts';
import { createPublishing } from '../../server/publishing.ts';
import { createWorld, type World } from './world.ts';

const district = 'valprova';
const scope = { district, actor: 'system' };
let world: World;
let catalogue: Catalogue;
let deps: Deps;
let cases: Map<string, Case>;

before(async () => {
  world = await createWorld({ fill: false });
  catalogue = await readData({ data: world.deps.config.data, demo: true });
  const shipped = catalogue.definitions(district).values();
  const code = await codeName();
  const compiler = remembered(createCompiler(), { folder: 'dist/compiled', shipped, code });
  const publishing = createPublishing(join(world.deps.config.data, 'compiled'), compiler);
  const only = new Map([[district, catalogue.districts.get(district)!]]);
  deps = { ...world.deps, publishing, catalogue: { ...catalogue, districts: only } };
  await fillDemo(deps);
  const { items } = await deps.store.list(scope, 'cases', { limit: 50 });
  const kept = await Promise.all(items.map(({ id }) => deps.store.get<Case>(scope, 'cases', id)));
  cases = new Map(kept.map((one) => [one!.value.name, one!.value]));
});
after(async () => {
  await deps.publishing.close();
  await world.close();
});

test('nothing of what families did was refused', () => {
  assert.deepEqual(world.lines.filter(({ event }) => /refused|not-published/.test(event)), []); // prettier-ignore
});

test('one family waits with its request; five are followed, each by its own people', async () => {
  const { items } = await deps.store.list(scope, 'submissions', { limit: 100 });
  const sent = await Promise.all(items.map(({ id }) => deps.store.get<Submission>(scope, 'submissions', id)));
  const waiting = sent.filter((one) => one!.value.case === undefined);
  assert.deepEqual(waiting.map((one) => [one!.value.answers['richiedente'], one!.value.submittedBy]), [['Vellonieri Marta', 'public']]); // prettier-ignore
  const followed = [...cases.values()].map(({ name, comune, measure, assigned, state }) => [name, comune, measure, assigned, state]); // prettier-ignore
  assert.deepEqual(
    followed.toSorted((a, b) => String(a[0]).localeCompare(String(b[0]), 'it')),
    [
      ['Ben Salhoun Nadir', 'poggiofinto', 'adi', ['morvani', 'sorel'], 'AP chiusa'],
      ['Bendinoro Salvatore', 'pievedemo', 'adi', ['morvani', 'polvani', 'iberti'], 'AP chiusa'],
      ['Pianforte Carlo', 'borgoesempio', 'sociale', ['tessardi', 'polvani', 'iberti'], 'AP chiusa'],
      ['Scortelli Bruno', 'castelmodello', 'sociale', ['morvani', 'polvani'], 'AP chiusa'],
      ['Tarvisoli Piero', 'borgoesempio', 'adi', ['morvani'], 'AP chiusa'],
    ],
  );
  const later = sent.filter((one) => ['pais', 'monitoraggio'].includes(one!.value.definition));
  assert.deepEqual(later, [], 'no pact before its day');
});

test('the head of each case says what the family’s figures are, and its terms run', () => {
  const figures = (name: string) => {
    const { facts } = cases.get(name)!;
    const due = termsOfCase(deps, 'valprova', cases.get(name)!, '2026-03-02').filter(({ state }) => state === 'open'); // prettier-ignore
    return [facts['Stima al mese'], due.map(({ id, due: day }) => `${id} ${day}`).join(', ')];
  };
  assert.deepEqual(figures('Bendinoro Salvatore'), ['718,00 €', 'T5 2026-03-29, T7 2026-04-28']);
  assert.deepEqual(figures('Tarvisoli Piero'), ['541,67 €', 'T5 2026-04-19, T7 2026-05-19']);
  assert.deepEqual(figures('Ben Salhoun Nadir'), ['678,33 €', 'T5 2026-04-26, S1 2026-04-30, T7 2026-05-26']);
  assert.deepEqual(figures('Pianforte Carlo'), [undefined, 'A1 2026-04-13']);
  assert.deepEqual(figures('Scortelli Bruno'), [undefined, '']);
});

test('whose permit ends, and in how many days; one that is far away is not there yet', () => {
  const kase = cases.get('Ben Salhoun Nadir')!;
  const rows = (today: string) => termsOfCase(deps, 'valprova', kase, today).filter(({ id }) => id === 'S1');
  const [row, ...others] = rows('2026-03-02');
  assert.deepEqual(
    [row?.due, daysBetween('2026-03-02', row!.due), row?.about, row?.red, others.length],
    ['2026-04-30', 59, ['amalC6nucle'], true, 0],
  );
  assert.deepEqual(rows('2026-02-28'), [], '61 days before');
  assert.equal(rows('2026-05-01')[0]?.state, 'late');
  assert.equal(kase.dates['titolo_soggiorno'], undefined, 'no date of what was done');
});

test('the identity paper of who made the request: thirty days before it ends, under each measure', () => {
  for (const [district, measure, form] of [
    ['valprova', 'adi', 'controlli-domanda'],
    ['valprova', 'sociale', 'controlli-domanda'],
    ['castelli', 'rei', 'controlli-domanda'],
  ] as const) {
    const told = tellCase(
      { ...cases.get('Ben Salhoun Nadir')!, measure, moments: [] },
      {
        definition: deps.catalogue.definitions(district).get(form)!,
        answers: { identita: '2026-04-01' },
        submission: 'carta',
        from: '2026-03-02',
        text: () => '',
        sensitivity: () => undefined,
      },
    );
    const on = (today: string) =>
      termsOfCase(deps, district, told, today)
        .filter(({ from }) => from === '2026-04-01')
        .map(({ due, red, level }) => [due, red, level]);
    assert.deepEqual([on('2026-03-01'), on('2026-03-02')], [[], [['2026-04-01', true, 'mark']]], measure);
  }
});

test('the table of routing sends each family where its figures say', () => {
  const sent = [...cases.values()].map(({ name, route, queue, phase }) => [
    name,
    route?.outcome,
    queue,
    phase,
  ]);
  assert.deepEqual(
    sent.toSorted((a, b) => String(a[0]).localeCompare(String(b[0]), 'it')),
    [
      ['Ben Salhoun Nadir', 'adi', undefined, 'patto'],
      ['Bendinoro Salvatore', 'adi', undefined, 'patto'],
      ['Pianforte Carlo', 'non-adi', undefined, 'analisi'],
      ['Scortelli Bruno', 'indigenza', undefined, 'analisi'],
      ['Tarvisoli Piero', 'adi', undefined, 'analisi'],
    ],
  );
});

test('a summons delivered by hand at a service: an appointment without a telephone, a message that names no measure', async () => {
  const items = (await deps.store.list(scope, 'appointments')).items;
  const kept = await Promise.all(
    items.map(({ id }) => deps.store.get<KeptAppointment>(scope, 'appointments', id)),
  );
  const at = (day: string) => kept.find((one) => one?.value.day === day)?.value;
  const { time, people, delivery, with: operator, message: text = '' } = at('2026-02-18')!;
  assert.deepEqual(
    [time, people, delivery, operator],
    ['10:00', 'Piero Tarvisoli', 'A mano, presso un servizio', 'morvani'],
  );
  assert.ok(message(text).length <= 160, text);
  assert.doesNotMatch(text, /ADI|Assegno|inclusione|dormitorio/i);
  assert.deepEqual(at('2026-02-25')?.people, 'Amal Tazrouti, Nadir Ben Salhoun');
});

test('a second start adds nothing', async () => {
  const count = async () => (await deps.store.list(scope, 'submissions', { limit: 1 })).total;
  const before = await count();
  await fillDemo(deps);
  assert.equal(await count(), before);
});

test('a family without its comune, a submission without its day: told by the name of the file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'patto-families-'));
  const home = join(folder, 'districts', district, 'families', 'x1');
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'family.json'), '{"id":"x1","title":"X","measure":"adi"}');
  await writeFile(join(home, 'domanda.json'), '{"definition":"adi-domanda","answers":{}}');
  const { broken } = await readCatalogue([{ folder, districts: true }], await loadDataCheck('schemas'));
  await rm(folder, { recursive: true });
  assert.deepEqual(
    broken.map(({ code, params }) => [code, String(params['file']).split('/').at(-1), params['detail']]),
    [
      ['file-broken', 'domanda.json', '/ required day'],
      ['file-broken', 'family.json', '/ required comune'],
    ],
  );
});
