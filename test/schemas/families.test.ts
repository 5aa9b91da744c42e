// SPDX-License-Identifier: AGPL-3.0-or-later
// The invented families C1 to C6, worked through the shipped definitions: amounts, branches, outcomes, terms.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerSchema } from '../../runtime/engine/answer-schema.ts';
import type { Answers } from '../../schemas/types.ts';
import { terms } from '../../server/actions/agenda/terms.ts';
import { compile } from '../runtime/engine/ajv.ts';
import { families, family } from '../fixtures/families.ts';
import {
  definitions,
  fill,
  lists,
  measures,
  outlines,
  valprova,
  walkThrough,
  type Step,
} from '../fixtures/national.ts';

type Row = { readonly id: string; readonly [key: string]: unknown };
const walks = new Map(families.map(({ id }) => [id, walkThrough(id)]));
const step = (id: string, definition: string): Step => {
  const found = walks.get(id)!.find((one) => one.definition === definition);
  assert.ok(found, `${id} ${definition}`);
  return found;
};
const given = (id: string, definition: string): Answers => step(id, definition).settled.answers;
const rows = (answers: Answers, key: string): readonly Row[] => (answers[key] ?? []) as Row[];
const six = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];

test('every submission of every family settles without a problem, and its closed schema accepts it', () => {
  assert.deepEqual(families.map(({ id }) => id), six); // prettier-ignore
  const checks = new Map([...outlines].map(([id, outline]) => [id, compile(answerSchema(outline).schema)]));
  for (const [id, steps] of walks) {
    for (const { definition, problems, settled } of steps) {
      assert.deepEqual(problems, [], `${id} ${definition}`);
      const accepts = checks.get(definition)!;
      assert.ok(accepts(settled.answers), `${id} ${definition}: ${JSON.stringify(accepts.errors)}`);
    }
  }
});

test('nothing that a family gave is lost: no answer is hidden, none has no place', () => {
  const lost = (before: unknown, after: unknown, at: string): string[] => {
    if (Array.isArray(before) && before.some((one) => typeof one === 'object')) {
      const list = (after ?? []) as Row[];
      return (before as Row[]).flatMap(
        (row) =>
        lost(row, list.find((one) => one.id === row.id), `${at}/${row.id}`), // prettier-ignore
      );
    }
    if (typeof before === 'object' && before !== null && !Array.isArray(before))
      return Object.entries(before).flatMap(([key, value]) =>
        lost(value, (after as Answers | undefined)?.[key], `${at}/${key}`),
      );
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [at];
  };
  for (const [id, steps] of walks)
    for (const { definition, given: before, settled } of steps) {
      assert.deepEqual(lost(before, settled.answers, `${id} ${definition}`), []);
    }
});

test('requests: branch, scale, threshold and monthly estimate', () => {
  const figures = six.map((id) => {
    const { percorso, scala, soglia, mensile } = given(id, 'adi-domanda');
    return [percorso, scala, soglia, mensile, given(id, 'analisi-preliminare')['sfl']];
  });
  assert.deepEqual(figures, [
    ['adi', 1.15, 1_166_100, 72_625, undefined],
    ['non-adi', 1.3, 845_000, undefined, undefined],
    ['indigenza', 1, 650_000, undefined, 50_000],
    ['adi', 1.8, 1_825_200, 71_800, undefined],
    ['adi', 1, 650_000, 54_167, undefined],
    ['adi', 1.8, 1_825_200, 67_833, undefined],
  ]);
  const sum = figures.reduce((all, [, , , amount]) => all + Number(amount ?? 0), 0);
  assert.equal(sum, 266_425);
  const parts = (id: string) => [given(id, 'adi-domanda')['quota_a'], given(id, 'adi-domanda')['quota_b']];
  assert.deepEqual(parts('c4'), [780_000, 81_600]);
  assert.deepEqual(parts('c5'), [650_000, 0]);
  assert.deepEqual(parts('c6'), [450_000, 364_000]);
});

test('without the report of the court the same family is not sent to the family centre', () => {
  const { answers, day } = family('c2').submissions.find(({ definition }) => definition === 'adi-domanda')!;
  assert.equal(fill('adi-domanda', answers, day).settled.answers['percorso'], 'indigenza');
  const report = { segnalazione: { richiesta: true } };
  const poor = { ...answers, reddito: 500_000 };
  assert.equal(fill('adi-domanda', poor, day, report).settled.answers['percorso'], 'adi');
});

test('analyses: the suggested outcome is the one chosen, and each adult has a path where the measure has paths', () => {
  const outcomes = six.map((id) => {
    const { settled } = step(id, 'analisi-preliminare');
    return [settled.outcome?.suggested, settled.answers['esito'], settled.answers['motivo_esito']];
  });
  const codes = ['E2', 'E3', 'E3', 'E3', 'E3', 'E2'];
  assert.deepEqual(outcomes, codes.map((code) => [code, code, undefined])); // prettier-ignore
  const paths = six.map((id) =>
    rows(given(id, 'analisi-preliminare'), 'adulti').map((row) => [
      row['percorso_suggerito'],
      row['percorso'],
    ]),
  );
  const both = (code: string) => [code, code];
  assert.deepEqual(paths, [[both('P1')], [], [], [both('P4'), both('P2')], [both('P4')], [both('P2'), both('P2')]]); // prettier-ignore
});

test('another outcome than the suggested one asks for its reason', () => {
  const { problems } = otherwise('c2', (answers) => ({ ...answers, esito: 'E2' }));
  assert.deepEqual(problems.map(({ code, at }) => [code, at]), [['required', '/motivo_esito']]); // prettier-ignore
});

/** Problems of an analysis that says something else than the family's own. */
function otherwise(id: string, change: (answers: Answers) => Answers) {
  const { submissions, measure, comune } = family(id);
  const { definition, answers, day } = submissions.find((one) => one.definition === 'analisi-preliminare')!;
  const nucleo = given(id, 'adi-domanda')['nucleo'] as Row[];
  return fill(definition, change(answers), day, { pratica: { misura: measure, comune }, nucleo });
}

test('another path than the suggested one asks for its reason, and keeps it', () => {
  const other = (more: object) =>
    otherwise('c4', (answers) => ({
      ...answers,
      adulti: rows(answers, 'adulti').map((row, index) =>
        index === 0 ? { ...row, percorso: 'P1', ...more } : row,
      ),
    }));
  const problemsOf = ({ problems }: ReturnType<typeof other>) => problems.map(({ code, at }) => [code, at]);
  assert.deepEqual(problemsOf(other({})), [['required', '/adulti/0/motivo']]);
  const motivo = 'Il programma è finito: può lavorare.';
  const told = other({ motivo });
  assert.deepEqual(problemsOf(told), []);
  const [first] = rows(told.settled.answers, 'adulti');
  assert.deepEqual([first?.['percorso_suggerito'], first?.['percorso'], first?.['motivo']], ['P4', 'P1', motivo]); // prettier-ignore
});

test('a home too small for its people suggests overcrowding, and warns until that is looked at', () => {
  const housed = (casa: object) => otherwise('c6', (answers) => ({ ...answers, casa }));
  const said = (casa: object) => {
    const { settled, problems } = housed({ livello: '1', ...casa });
    const { ethos_suggerito: suggested } = settled.answers['casa'] as Answers;
    return [suggested, problems.map(({ at, level }) => `${level} ${at}`)];
  };
  const warned = ['warning /casa/ethos_suggerito'];
  // five people: two rooms or less, or under 4 × 14 + 10 m²
  assert.deepEqual(said({ superficie: 48, stanze: 2 }), ['13.1', warned]);
  assert.deepEqual(said({ superficie: 48, stanze: 2, ethos: '13.1' }), ['13.1', []]);
  assert.deepEqual(said({ superficie: 66, stanze: 2 }), ['13.1', warned]);
  assert.deepEqual(said({ superficie: 65, stanze: 3 }), ['13.1', warned]);
  assert.deepEqual(said({ superficie: 66, stanze: 3 }), [undefined, []]);
  assert.deepEqual(said({}), [undefined, []]);
});

test('school: it is compulsory up to 16, between 16 and 18 nothing is blocked', () => {
  const alarm = (id: string) =>
    rows(given(id, 'analisi-preliminare'), 'componenti').flatMap((row) =>
      row['avviso_scuola'] === undefined ? [] : [[row.id, row['avviso_scuola'], row['assenze']]],
    );
  assert.deepEqual(alarm('c2'), [['lucaC2nucle', 'obbligo', 21]]);
  assert.deepEqual(alarm('c4'), [['nicolaC4nuc', 'diritto-dovere', undefined]]);
  const watched = six.flatMap((id) => rows(given(id, 'pais'), 'scuola').map((row) => row.id));
  assert.deepEqual(watched, ['tommasoC1nu', 'lucaC2nucle', 'giadaC2nucl', 'sofiaC4nucl', 'yanisC6nucl']);
});

test('terms fall on their days', () => {
  const dates = (id: string, until: string): { [key: string]: string } => {
    const found: { [key: string]: string } = {};
    for (const { definition, day, settled } of walks.get(id)!) {
      if (day > until) continue;
      for (const [key, pointer] of Object.entries(definitions.get(definition)!.gives?.dates ?? {})) {
        const value = settled.answers[pointer.slice(1)];
        if (typeof value === 'string') found[key] = value;
      }
    }
    return found;
  };
  const due = (id: string, until = '2026-03-02') => {
    const people = rows(given(id, 'analisi-preliminare'), 'adulti').map(({ percorso }) => ({
      path: percorso,
    }));
    return terms(measures.get(family(id).measure)!, dates(id, until), '2026-03-02', { facts: { people } })
      .filter(({ level }) => level !== 'mark')
      .map((row) => [row.id, row.due, row.state]);
  };
  assert.deepEqual(due('c2'), [['A1', '2026-04-13', 'open']]);
  assert.deepEqual(due('c3'), []);
  assert.deepEqual(due('c4'), [
    ['T3', '2026-02-13', 'met'],
    ['T5', '2026-03-29', 'open'],
    ['T4', '2026-04-14', 'met'],
    ['T7', '2026-04-28', 'open'],
  ]);
  assert.deepEqual(due('c5'), [
    ['T3', '2026-04-04', 'met'],
    ['T5', '2026-04-19', 'open'],
    ['T7', '2026-05-19', 'open'],
    ['T4', '2026-06-03', 'met'],
  ]);
  assert.deepEqual(due('c6'), [
    ['T3', '2026-01-23', 'late'],
    ['T4', '2026-03-24', 'met'],
    ['T5', '2026-04-26', 'open'],
    ['T7', '2026-05-26', 'open'],
  ]);
});

test('pacts: fund, letter, categories and cost of each support', () => {
  const supports = (id: string) =>
    rows(given(id, 'pais'), 'sostegni').map(
      (row) =>
      [row['servizio'], row['fondo'], row['articolo'] ?? '', (row['categorie'] as string[]).join('+'), row['costo'] ?? ''].join(' ').replace(/ +$/, ''), // prettier-ignore
    );
  assert.deepEqual(supports('c2'), [
    'educativa-domiciliare qsfp-2025 7.1.d K1 249600',
    'mediazione-familiare qsfp-2025 7.1.f K1',
    'consulenza-psicoeducativa qsfp-2025 7.1.d K1',
    'desteenazione pn-inclusione  K2',
    'tutor-scolastico nessuno  K5',
  ]);
  assert.deepEqual(supports('c3'), [
    'sostegno-materiale comunale  K4+K6',
    'agenzia-abitare pn-metro  K3',
    'work-experience pn-metro  K8',
    'equipe qsfp-2025 7.1.b K1',
    'patronato nessuno  K6',
  ]);
  assert.deepEqual(supports('c4'), [
    'educativa-domiciliare qsfp-2025 7.1.d K1 374400',
    'pippi pnrr  K5',
    'sostegno-genitorialita qsfp-2025 7.1.f K1',
    'serd nessuno  K7',
    'csm nessuno  K7',
    'desteenazione pn-inclusione  K2',
    'nido comunale  K5',
    'sostegno-materiale comunale  K4+K6',
  ]);
  assert.deepEqual(supports('c5'), [
    'housing-first qpe-2024  K3+K4+K6',
    'unita-strada qpe-2024  K3+K4+K6',
    'pronto-intervento qsfp-2025 7.1.h K1',
    'patronato nessuno  K6',
  ]);
  assert.deepEqual(supports('c6'), [
    'mediazione-culturale qsfp-2025 7.1.g K1 30000',
    'cpia nessuno  K5',
    'baby-sitting nessuno  K6',
    'doposcuola qsfp-2025 7.1.d K1',
    'agenzia-abitare pn-metro  K3',
    'consultorio nessuno  K7',
    'aggregazione-minori fnps  K5',
  ]);
});

test('pacts: who is bound to which commitment; where there is no benefit nobody is asked', () => {
  const bound = (id: string) =>
    rows(given(id, 'pais'), 'impegni').filter((row) => row['condizionato'] === true).map((row) => [row['tipo'], row['tenuto']]); // prettier-ignore
  assert.deepEqual(bound('c4'), [['I08', 'salvatoreC4'], ['I08', 'rosariaC4nu'], ['I11', 'salvatoreC4']]); // prettier-ignore
  assert.deepEqual(bound('c6'), [['I08', 'nadirC6nucl'], ['I08', 'amalC6nucle']]); // prettier-ignore
  for (const id of ['c2', 'c3']) {
    const { settled } = step(id, 'pais');
    const asked = [...settled.shown].filter((at) => /\/(condizionato|tenuto|percorso)$/.test(at) && !/^\/impegni\/\d+\/tenuto$/.test(at)); // prettier-ignore
    assert.deepEqual(asked, [], id);
  }
  assert.ok(step('c5', 'pais').settled.shown.has('/impegni/0/condizionato'));
});

test('a traineeship beside the support for training and work: to be checked', () => {
  const { given: answers, day, case: kase } = step('c3', 'pais');
  const [first, ...others] = rows(answers, 'sostegni');
  const said = (articolo: string, read: Step['case']) =>
    fill('pais', { ...answers, sostegni: [{ ...first, articolo }, ...others] }, day, read).problems.map(
      ({ at, level }) => [at, level],
    );
  assert.deepEqual(said('7.1.c', kase), [['/sostegni', 'warning']]);
  assert.deepEqual(said('7.1.d', kase), []);
  assert.deepEqual(said('7.1.c', { ...kase, 'analisi-preliminare': {} }), []);
});

test('the measure outside the benefit has no term and no text of the benefit', () => {
  const { terms: own, texts, pactName } = measures.get('sociale')!;
  assert.equal(pactName, 'Patto di collaborazione');
  assert.doesNotMatch(JSON.stringify([own, texts]), /conseguenze|beneficio|INPS|sospes|decad/i);
  assert.ok(valprova.measures.includes('sociale'));
});

test('a case without a home and without a phone is complete; where the person sleeps stands on no paper', () => {
  const answers = given('c5', 'adi-domanda');
  assert.deepEqual([answers['telefono'], answers['casa'], answers['canone']], [undefined, 'senza-dimora', undefined]); // prettier-ignore
  assert.equal(outlines.get('analisi-preliminare')!.byPointer.get('/casa/dimora')!.print, 'never');
});

test('a surname with a space, a mother with another surname', () => {
  assert.equal(given('c6', 'adi-domanda')['richiedente'], 'Ben Salhoun Nadir');
  const sorted = six
    .map((id) => String(given(id, 'adi-domanda')['richiedente']))
    .toSorted((a, b) => a.localeCompare(b, 'it'));
  assert.deepEqual(sorted.slice(0, 2), ['Ben Salhoun Nadir', 'Bendinoro Salvatore']);
  const mother = rows(given('c6', 'adi-domanda'), 'nucleo')[1];
  assert.deepEqual([mother?.['cognome'], mother?.['titolo_scadenza']], ['Tazrouti', '2026-04-30']);
});

test('every code that a family names is in its list or register', () => {
  const known = new Map<string, ReadonlySet<string>>([
    ...lists.map(({ id, rows: all, columns }): [string, Set<string>] => [
      `list:${id}`,
      new Set(all.map((row) => (columns ? (row as unknown as string[])[columns.indexOf('id')]! : row.id))),
    ]),
    ...Object.entries(valprova.registers ?? {}).map(([id, all]): [string, Set<string>] => [
      `register:${id}`,
      new Set(all.map((row) => row.id)),
    ]),
  ]);
  for (const [id, steps] of walks)
    for (const { definition, settled } of steps)
      for (const field of outlines.get(definition)!.fields) {
        const from = field.schema['x-choices']?.from ?? field.schema.items?.['x-choices']?.from;
        if (!from) continue;
        for (const value of valuesAt(settled.answers, field.pointer.slice(1).split('/')))
          assert.ok(typeof value === 'object' || known.get(from)?.has(String(value)), `${id} ${field.pointer} ${String(value)}`); // prettier-ignore
      }
});

function valuesAt(value: unknown, [key, ...rest]: readonly string[]): unknown[] {
  if (key === undefined) return Array.isArray(value) ? value : value === undefined ? [] : [value];
  if (key === '*') return Array.isArray(value) ? value.flatMap((row) => valuesAt(row, rest)) : [];
  return valuesAt((value as Answers | undefined)?.[key], rest);
}
