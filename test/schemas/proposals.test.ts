// SPDX-License-Identifier: AGPL-3.0-or-later
// What the shipped rules propose for the families C1 to C6: every need that was found has its proposal, and the rows that
// taking it makes are a pact whose parts validate. Districts with other services get those that they have.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../runtime/engine/check.ts';
import { linkedRows, proposedFor, type Proposed } from '../../runtime/engine/proposals.ts';
import { settle } from '../../runtime/engine/settle.ts';
import type { Answers, Context } from '../../schemas/types.ts';
import { pactLifeOf } from '../../server/pact/life.ts';
import { contextOf, districts, measures, outlines, walkThrough } from '../fixtures/national.ts';

const catalogue = { measures, districts: new Map(districts.map((one) => [one.id, one])) };
const life = (measure: string) => pactLifeOf(catalogue, 'valprova', measure)!;
const outline = outlines.get(life('adi').definition)!;

/** The case of a family before its pact. */
function before(id: string): { readonly context: Context; readonly given: Answers } {
  const steps = walkThrough(id);
  const at = steps.findIndex(({ definition }) => definition === outline.definition.id);
  const { day, given } = steps[at]!;
  const context: Context = {
    ...contextOf(day, steps[at - 1]!.case),
    proposals: life('adi').proposals!,
  };
  return { context, given };
}

const proposals = (answers: Answers, context: Context): readonly Proposed[] =>
  proposedFor('/obiettivi', outline, answers, context);

const wanted: { readonly [family: string]: readonly string[] } = {
  c1: ['arretrati', 'cura', 'lavoro martaC1nucl'],
  c2: ['conflitti', 'cura', 'scuola lucaC2nucle'],
  c3: ['arretrati', 'bilancio', 'casa', 'cibo', 'isolamento', 'lavoro brunoC3nucl', 'senza-dimora'],
  c4: ['arretrati', 'bilancio', 'casa', 'cura', 'isolamento', 'lavoro rosariaC4nu', 'lavoro salvatoreC4', 'salute rosariaC4nu', 'salute salvatoreC4', 'scuola nicolaC4nuc', 'sovraccarico'], // prettier-ignore
  c5: ['bilancio', 'casa', 'cibo', 'isolamento', 'lavoro pieroC5nucl', 'salute pieroC5nucl', 'senza-dimora'],
  c6: [
    'casa',
    'cura',
    'isolamento',
    'italiano amalC6nucle',
    'lavoro nadirC6nucl',
    'salute-minori yanisC6nucl',
  ],
};

test('each need of C1 to C6 has its proposal, and nothing else is proposed', () => {
  for (const [id, ids] of Object.entries(wanted)) {
    const { context, given } = before(id);
    assert.deepEqual(proposals(given, context).map((one) => one.id).sort(), ids, id); // prettier-ignore
  }
});

test('a proposal names the person it is about, in its need and in its rows', () => {
  const { context, given } = before('c2');
  const school = proposals(given, context).find(({ id }) => id.startsWith('scuola'))!;
  assert.equal(school.need, 'E. Scuola: Luca');
  assert.equal(school.rows[0]?.row['testo'], 'Luca torna a scuola e capisce dove vuole andare');
  assert.deepEqual(school.rows[0]?.row['componenti'], ['lucaC2nucle']);
});

/** All proposals taken over what the pact says beside its objectives. */
function taken(id: string) {
  const { context, given } = before(id);
  let next = 0;
  const newId = () => `nuova${String((next += 1)).padStart(6, '0')}`;
  const answers: Answers = { ...given, obiettivi: [], risultati: [], impegni: [], sostegni: [] };
  // A pact has ten objectives at most.
  for (const one of proposals(given, context).slice(0, 10))
    for (const { to, row } of linkedRows(one, newId))
      answers[to.slice(1)] = [...(answers[to.slice(1)] as Answers[]), row];
  return { context, answers };
}

test('taking all of them makes a pact whose parts are linked and right; the operator adds only who takes it on', () => {
  for (const id of Object.keys(wanted)) {
    const { context, answers } = taken(id);
    const settled = settle(outline, answers, context);
    const left = check(outline, settled, context).filter(({ level }) => level === 'error');
    // Who takes on a commitment, and what the district's register does not say, are for the operator.
    const open = left.filter(({ at, code }) => code === 'required' && /\/(tenuto|condizionato|fondo|ente)$/.test(at)); // prettier-ignore
    assert.deepEqual(left.filter((one) => !open.includes(one)), [], id); // prettier-ignore
    const supports = settled.answers['sostegni'] as readonly Answers[];
    assert.ok(supports.length > 0 && supports.every(({ ente, risultati }) => ente && risultati), id);
  }
});

test('the way from a need to its supports is kept, and what was taken is known', () => {
  const { context, answers } = taken('c1');
  const rows = (key: string) => answers[key] as readonly (Answers & { readonly id: string })[];
  const objective = rows('obiettivi').find(({ bisogno }) => bisogno === 'D. Lavoro: Marta')!;
  const results = rows('risultati').filter(({ obiettivo }) => obiettivo === objective.id);
  const supports = rows('sostegni').filter(({ risultati }) =>
    (risultati as readonly string[]).some((id) => results.some((one) => one.id === id)),
  );
  assert.equal(results.length, 2);
  assert.deepEqual(supports.map(({ servizio }) => servizio), ['corso-gol', 'case-manager']); // prettier-ignore
  assert.ok(proposals(answers, context).every((one) => one.taken));
});

test('only who is bound, and the duty of schooling, can have a conditional commitment', () => {
  const { context, answers } = taken('c1');
  const settled = settle(outline, answers, context).answers['impegni'] as readonly Answers[];
  const work = settled.filter(({ tipo }) => tipo === 'I04' || tipo === 'I05');
  assert.ok(work.length > 0 && work.every(({ condizionato }) => condizionato === true));
  const parties = (answers['parti'] as readonly Answers[]).map((one) => ({ ...one, tenuto: false }));
  const free = settle(outline, { ...answers, parti: parties }, context).answers['impegni'];
  for (const row of free as readonly Answers[]) assert.equal(row['condizionato'], undefined);
});

test('a service that the district does not have is not proposed; of several the first that it has', () => {
  const { context, given } = before('c2');
  const other = districts.find(({ id }) => id === 'castelli')!;
  const there = { ...context, lists: { ...context.lists, ...other.registers } };
  const school = proposals(given, there).find(({ id }) => id.startsWith('scuola'))!;
  const services = school.rows.filter(({ to }) => to === '/sostegni').map(({ row }) => row['servizio']);
  assert.deepEqual(services, ['educativa']);
});
