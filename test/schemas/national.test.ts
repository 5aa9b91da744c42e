// SPDX-License-Identifier: AGPL-3.0-or-later
// The shipped content: definitions that lint passes, and the sample family C1 worked through them, figure by figure.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { lint } from '../../runtime/engine/lint.ts';
import type { Answers, District } from '../../schemas/types.ts';
import { terms } from '../../server/actions/agenda/terms.ts';
import { familyAnswers, familyDays } from '../fixtures/families.ts';
import {
  definitions,
  districts,
  engine,
  fill,
  json,
  lists,
  measures,
  outlines,
  parameter,
  parameters,
} from '../fixtures/national.ts';

const c1 = { days: familyDays('c1'), answers: familyAnswers('c1') };
const measure = measures.get('adi')!;

test('every national definition fits the grammar and passes lint', () => {
  const valid = new Ajv2020({ strict: false }).compile(json('definition.schema.json') as object);
  const main = ['adi-domanda', 'analisi-preliminare', 'quadro-analisi', 'pais', 'segnalazione'];
  for (const id of main) assert.ok(definitions.has(id), id);
  for (const [id, definition] of definitions) {
    assert.equal(definition.id, id);
    assert.ok(valid(definition), `${id}: ${JSON.stringify(valid.errors?.slice(0, 3))}`);
    assert.deepEqual(lint(definition, engine), [], id);
  }
});

test('every title, hint, choice, page, section and note is there in English too', () => {
  for (const [id, definition] of definitions) {
    const english = definition.translations?.['en'] ?? {};
    const wanted: string[] = ['title'];
    for (const { pointer, schema } of outlines.get(id)!.byPointer.values()) {
      if (schema['x-drawn'] === false) continue;
      const key = pointer.slice(1).replaceAll('/*/', '/');
      wanted.push(`${key}.title`);
      if (schema['x-hint']) wanted.push(`${key}.hint`);
      for (const choice of schema.oneOf ?? schema.items?.oneOf ?? []) wanted.push(`${key}=${choice.const}`);
      (schema['x-check'] ?? []).forEach((_, index) => wanted.push(`${key}.check.${index}`));
    }
    const nodes = (list: readonly unknown[]): void => {
      for (const node of list) {
        if (typeof node !== 'object' || node === null) continue;
        for (const kind of ['page', 'section', 'note'] as const) {
          if (kind in node) wanted.push(`${kind}:${String((node as Record<string, unknown>)[kind])}`);
        }
        if ('items' in node) nodes(node.items as unknown[]);
      }
    };
    nodes(definition.layout ?? []);
    assert.deepEqual(wanted.filter((key) => !english[key]), [], id); // prettier-ignore
  }
});

test('health, violence and judicial answers never reach the family copy', () => {
  for (const [id, outline] of outlines) {
    for (const { pointer, schema, print } of outline.byPointer.values()) {
      const sensitivity = schema['x-sensitivity'] ?? 'common';
      if (['health', 'violence', 'judicial'].includes(sensitivity))
        assert.notEqual(print, 'family', `${id} ${pointer}`);
      if (sensitivity === 'violence') assert.equal(print, 'never', `${id} ${pointer}`);
    }
  }
});

test('lists, registers and parameters that definitions name are there, and their rows are sound', () => {
  const named = new Set(lists.map(({ id }) => `list:${id}`));
  const keys = new Set(parameters().map(({ key }) => key));
  for (const [id, definition] of definitions) {
    const text = JSON.stringify(definition);
    for (const [, from] of text.matchAll(/"from":"([a-z]+:[a-z0-9-]+)"/gu)) {
      // the district's offices may be chosen from as they are
      const there = (district: District) =>
        from === 'register:uffici' ? district.offices : district.registers?.[from!.slice('register:'.length)];
      assert.ok(from!.startsWith('list:') ? named.has(from!) : districts.every(there), `${id} ${from}`);
    }
    for (const [, key] of text.matchAll(/"param":"([^"]+)"/gu)) assert.ok(keys.has(key!), `${id} ${key}`);
  }
  for (const { id, title, source, rows, columns } of lists) {
    assert.ok(title && source && rows.length > 0, id);
    const ids = rows.map((row) => (columns ? (row as unknown as string[])[columns.indexOf('id')] : row.id));
    assert.equal(new Set(ids).size, rows.length, `${id}: ids once each`);
    // Rows of names that are the same in every language are written as columns.
    if (!columns) for (const row of rows) assert.ok(row.title && row['title_en'], `${id} ${row.id}`);
  }
  for (const { registers } of districts) {
    const funds = new Set(registers?.['fondi']?.map(({ id }) => id));
    for (const { id, fondo } of registers?.['servizi'] ?? [])
      assert.ok(funds.has(fondo as string), `${id}: ${String(fondo)}`);
  }
});

test('parameters have no gap and no overlap', () => {
  const all = [...measures.values()].flatMap((one) =>
    [...new Set(one.parameters.map(({ key }) => key))].map((key) => ({ key, of: one.parameters })),
  );
  for (const { key, of } of all) {
    const rows = of.filter((row) => row.key === key).toSorted((a, b) => (a.from < b.from ? -1 : 1));
    rows.slice(1).forEach((row, index) => {
      const next = new Date(`${rows[index]!.to}T00:00:00Z`);
      next.setUTCDate(next.getUTCDate() + 1);
      assert.equal(next.toISOString().slice(0, 10), row.from, key);
    });
    assert.equal(rows.at(-1)!.to, undefined, key);
  }
});

const request = fill('adi-domanda', c1.answers['adi-domanda']!, c1.days['adi-domanda']!);
const nucleo = request.settled.answers['nucleo'] as { id: string }[];
const analysis = fill(
  'analisi-preliminare',
  c1.answers['analisi-preliminare']!,
  c1.days['analisi-preliminare']!,
  { nucleo },
);
const kase = { nucleo, 'analisi-preliminare': analysis.settled.answers };
const pact = fill('pais', c1.answers['pais']!, c1.days['pais']!, kase);

test('C1, request: scale, threshold and estimate come out of the parameters', () => {
  const { answers } = request.settled;
  const value = (key: string) => Number(parameter(`adi.${key}`, c1.days['adi-domanda']!)!.value);
  const scale = value('scala.base') + value('scala.minore');
  assert.deepEqual(request.problems, []);
  assert.equal(answers['scala'], scale);
  assert.equal(answers['scala'], 1.15);
  assert.equal(answers['soglia'], Math.round(value('reddito-affitto') * scale));
  assert.equal(answers['soglia'], 1_166_100);
  assert.equal(answers['quota_a'], Math.round(value('quota-a') * scale) - (answers['reddito'] as number));
  assert.equal(answers['quota_a'], 507_500);
  assert.equal(answers['quota_b'], value('quota-b'));
  assert.equal(answers['quota_b'], 364_000);
  assert.equal(answers['mensile'], 72_625);
  assert.equal(answers['percorso'], 'adi');
  assert.equal(answers['richiedente'], 'Vellonieri Marta');
});

test('C1, analysis: E2 and P1 are suggested and chosen', () => {
  assert.deepEqual(analysis.problems, []);
  assert.equal(analysis.settled.outcome?.suggested, 'E2');
  assert.equal(analysis.settled.answers['esito'], 'E2');
  const [marta, ...others] = analysis.settled.answers['adulti'] as { [key: string]: unknown }[];
  assert.deepEqual([marta?.['percorso_suggerito'], marta?.['percorso'], others.length], ['P1', 'P1', 0]);
});

test('C1, pact: three objectives with their results, commitments and supports, all linked', () => {
  assert.deepEqual(pact.problems, []);
  const rows = (key: string) => pact.settled.answers[key] as { [key: string]: unknown; id: string }[];
  const results = new Map(rows('risultati').map((row) => [row.id, row['obiettivo']]));
  const perObjective = rows('obiettivi').map(
    ({ id }) => [...results.values()].filter((one) => one === id).length,
  );
  assert.deepEqual(perObjective, [3, 2, 1]);
  assert.deepEqual(rows('impegni').map((row) => row['tipo']), ['I04', 'I06', 'I05', 'I08', 'I01', 'I15']); // prettier-ignore
  const bound = rows('impegni').filter((row) => row['condizionato'] === true);
  assert.deepEqual(bound.map((row) => row['tipo']), ['I04', 'I08']); // prettier-ignore
  const services = ['doposcuola', 'corso-gol', 'case-manager', 'mensa-ridotta'];
  assert.deepEqual(rows('sostegni').map((row) => row['servizio']), services); // prettier-ignore
  for (const row of [...rows('impegni'), ...rows('sostegni')]) {
    for (const id of row['risultati'] as string[]) assert.ok(results.has(id), `${row.id} → ${id}`);
  }
  assert.equal(pact.settled.answers['al'], '2027-02-25');
  assert.equal(pact.settled.answers['costo_totale'], 192_000);
  assert.equal(rows('parti')[0]?.['percorso'], 'P1');
  assert.deepEqual(rows('scuola').map(({ id }) => id), [nucleo[1]!.id]); // prettier-ignore
  assert.deepEqual(rows('verifiche').map((row) => row['data']), ['2026-05-12', '2026-08-08', '2026-11-05']); // prettier-ignore
});

test('C1, terms: call, first meeting, pact and next meeting fall on their days', () => {
  const dates: { [key: string]: string } = {};
  for (const [id, { settled }] of [
    ['adi-domanda', request],
    ['analisi-preliminare', analysis],
    ['pais', pact],
  ] as const) {
    // prettier-ignore
    for (const [key, pointer] of Object.entries(definitions.get(id)!.gives?.dates ?? {})) {
      dates[key] = String(settled.answers[pointer.slice(1)]);
    }
  }
  assert.deepEqual(dates, { pad: '2026-01-20', primo_incontro: '2026-02-11', patto: '2026-02-25' });
  const due = Object.fromEntries(
    terms(measure, dates, '2026-03-02', { facts: { people: [{ path: 'P1' }] } }).map((row) => [
      row.id,
      [row.due, row.state],
    ]),
  );
  assert.deepEqual(due, {
    T1: ['2026-02-01', 'met'],
    T3: ['2026-03-21', 'met'],
    T4: ['2026-05-20', 'met'],
    T5: ['2026-04-12', 'met'],
    V1: ['2026-05-12', 'open'],
  });
});

test('a change of the parameter changes the estimate: no figure stands in the definition', () => {
  const before = structuredClone(measure.parameters);
  for (const row of measure.parameters) if (row.key === 'adi.quota-b') row.value = 240_000;
  const { settled } = fill('adi-domanda', c1.answers['adi-domanda']!, c1.days['adi-domanda']!);
  measure.parameters = before;
  assert.equal(settled.answers['mensile'], Math.round((507_500 + 240_000) / 12));
});

/** A household by year of birth; the first asks. */
const household = (births: readonly string[], more: readonly Answers[] = []): Answers[] =>
  births.map((nascita, index) => ({
    id: `persona000${index}`,
    nascita,
    relazione: index === 0 ? 'richiedente' : 'figlio',
    ...more[index],
  }));

test('other households: scale and estimate as published for them', () => {
  const rows = [
    // two adults, three minors, one of them under three; public housing at 68,00
    [['1980-03-08', '1984-12-02', '2009-08-21', '2014-04-12', '2023-10-27'], 390_000, 6_800, 1.8, 71_800],
    // alone, homeless, in a certified programme
    [['1971-01-30'], 0, 0, 1, 54_167],
    // two adults, three minors, one of them under three; rent 480,00
    [['1991-06-15', '1994-10-09', '2019-05-03', '2021-08-14', '2025-02-20'], 720_000, 48_000, 1.8, 67_833],
  ] as const;
  for (const [births, reddito, canone, scala, mensile] of rows) {
    const alone = births.length === 1 ? [{ svantaggio: true }] : [];
    const home =
      canone > 0
        ? { casa: canone < 10_000 ? 'erp' : 'affitto', canone, contratto: true }
        : { casa: 'senza-dimora' };
    const answers = { nucleo: household(births, alone), isee: 300_000, reddito, residenza: true, ...home };
    const { settled } = fill('adi-domanda', answers, '2026-03-02');
    assert.deepEqual([settled.answers['scala'], settled.answers['mensile']], [scala, mensile]);
  }
  const lone = {
    nucleo: household(['1971-01-30']),
    isee: 300_000,
    reddito: 0,
    residenza: true,
    casa: 'ospite',
  };
  assert.equal(fill('adi-domanda', lone, '2026-03-02').settled.answers['percorso'], 'indigenza');
  const edge = (isee: number) =>
    fill('adi-domanda', { ...c1.answers['adi-domanda'], isee }, '2026-03-02').settled.answers['percorso'];
  assert.deepEqual([edge(1_014_000), edge(1_014_001)], ['adi', 'orientamento']);
});

test('the suggested outcome follows the order of the table', () => {
  type Levels = { readonly [area: string]: string };
  const zero = { cura: '0', economia: '0', casa: '0', reti: '0' };
  const suggest = (areas: Levels, adult: Answers, minor: Answers | undefined, inCharge = false) => {
    const people = household(minor ? ['1990-01-01', '2016-01-01'] : ['1990-01-01']).map((row) => ({
      ...row,
      id: String(row['id']),
    }));
    const eta = [36, 10];
    const members = people.map((row, index) => ({ ...row, eta: eta[index] }));
    const levels = { ...zero, ...areas };
    const answers: Answers = {
      ...Object.fromEntries(
        Object.entries(levels).map(([key, livello]) => [
          key,
          livello === '2' ? { livello, in_carico: inCharge } : { livello },
        ]),
      ),
      componenti: [
        { id: people[0]!.id, salute: '0', lavoro: '0', educazione: '0', ...adult },
        ...(minor ? [{ id: people[1]!.id, salute: '0', educazione: '0', ...minor }] : []),
      ],
    };
    return fill('analisi-preliminare', answers, '2026-03-02', { nucleo: members }).settled.outcome?.suggested;
  };
  assert.equal(suggest({ cura: '2' }, {}, {}), 'E3', 'care of a minor');
  assert.equal(suggest({}, {}, { educazione: '2' }), 'E3', 'schooling of a minor');
  assert.equal(suggest({ economia: '2', casa: '2' }, {}, undefined), 'E3', 'two areas');
  assert.equal(suggest({}, { lavoro: '1' }, {}), 'E1', 'work alone');
  assert.equal(suggest({}, { lavoro: '2' }, undefined), 'E1', 'work alone, complex');
  assert.equal(suggest({ casa: '2' }, {}, undefined, true), 'E4', 'one area, its service in charge');
  assert.equal(
    suggest({}, { salute: '2', in_carico: true }, undefined),
    'E4',
    'health of an adult, in charge',
  );
  assert.equal(suggest({ casa: '2' }, { lavoro: '1' }, undefined), 'E3', 'one area, no service');
  assert.equal(suggest({ reti: '1' }, { lavoro: '1' }, undefined), 'E2', 'simple needs');
  assert.equal(suggest({}, {}, {}), undefined, 'no need');
});

test('the suggested path of each adult, and the reason that another choice asks for', () => {
  const path = (birth: number, answers: Answers) => {
    const nucleo = [{ id: 'persona0000', eta: birth }];
    const row = { id: 'persona0000', esclusione: 'nessuna', genitore: false, ...answers };
    const { settled, problems } = fill('analisi-preliminare', { adulti: [row] }, '2026-03-02', { nucleo });
    const [adult] = settled.answers['adulti'] as Answers[];
    return [adult?.['percorso_suggerito'], problems.some(({ at }) => at === '/adulti/0/motivo')];
  };
  assert.deepEqual(path(38, { genitore: true, percorso: 'P1' }), ['P1', false]);
  assert.deepEqual(path(64, { genitore: true, percorso: 'P2' }), ['P2', false]);
  assert.deepEqual(path(31, { esclusione: 'cura', percorso: 'P2' }), ['P2', false]);
  assert.deepEqual(path(45, { programma: true, genitore: true, percorso: 'P1' }), ['P4', true]);
  assert.deepEqual(path(25, { percorso: 'P3' }), ['P3', false]);
});
