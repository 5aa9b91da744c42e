// SPDX-License-Identifier: AGPL-3.0-or-later
// What a team writes, as data: who it is for, and that a report to a court is written by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Definition } from '../../schemas/types.ts';
import { documentKinds } from '../../templates/index.ts';
import { mentions } from '../../server/context.ts';
import { definitions, valprova } from '../fixtures/national.ts';

const phaseOf = (definition: string) =>
  valprova.phases.find((phase) => phase.definitions.includes(definition));
const of = (id: string): Definition => {
  const found = definitions.get(id);
  assert.ok(found, id);
  return found;
};

test('nothing comes by itself into a report to a court: it reads the names of the household and no other answers', () => {
  const report = of('relazione-ag');
  assert.deepEqual([...mentions(report).case], ['nucleo']);
  const text = JSON.stringify(report.schema);
  assert.deepEqual(text.match(/"x-prefill":[^,]*/g), ['"x-prefill":{"today":[]}']);
  assert.ok(!text.includes('"x-value"'));
  const { properties } = report.schema;
  for (const apart of ['fatti', 'valutazioni']) assert.ok(properties[apart], apart);
  assert.ok(report.schema.required?.includes('valutazioni') && report.schema.required.includes('fatti'));
});

test('a report to a court is reserved; what a team writes counts as its grids, closed to the front office', () => {
  assert.equal(phaseOf('relazione-ag')?.rights, 'reserved');
  for (const id of ['verbale-equipe', 'monitoraggio', 'invio-specialistico', 'frequenza-scuola'])
    assert.equal(phaseOf(id)?.rights, 'grid', id);
});

test('phases make documents of kinds that there are, from definitions of that kind', () => {
  const kinds = new Map(documentKinds.map((one) => [one.kind, one]));
  for (const { documents = [], definitions: own } of valprova.phases)
    for (const { kind, definition } of documents) {
      assert.ok(own.includes(definition), `${kind}: ${definition} stands in its phase`);
      assert.equal(of(definition).kind, kinds.get(kind)?.prints, `${kind} of ${definition}`);
      assert.ok(valprova.numbering[kind], `${kind} has a mask`);
    }
});

test('monitoring takes its rows from the pact, one for one', () => {
  const { properties } = of('monitoraggio').schema;
  for (const list of ['risultati', 'impegni', 'sostegni'])
    assert.deepEqual(properties[list]?.['x-each'], { of: `case:/pais/${list}` });
});
