// SPDX-License-Identifier: AGPL-3.0-or-later
// Sample districts and measures as data: they fit their grammar, and what they name is there.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { District, Measure } from '../../schemas/types.ts';

const schemas = join(process.cwd(), 'schemas');
const json = (path: string): object => JSON.parse(readFileSync(join(schemas, path), 'utf8'));
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const grammar = json('district.schema.json') as { $id: string };
const isDistrict = ajv.compile(grammar);
const isMeasure = ajv.compile({ $ref: `${grammar.$id}#/$defs/measure` });
const account = json('account.schema.json') as { $defs: { role: { enum: string[] } } };

const districts = new Map(
  readdirSync(join(schemas, 'districts')).map((id) => [
    id,
    json(`districts/${id}/district.json`) as District,
  ]),
);
const national = readdirSync(join(schemas, 'national'));
const stems = (folder: string): string[] =>
  existsSync(join(schemas, folder))
    ? readdirSync(join(schemas, folder)).map((name) => name.replace('.json', ''))
    : [];
const definitions = new Set(national.flatMap((id) => stems(`national/${id}/definitions`)));
const own = (district: string): string[] => stems(`districts/${district}/definitions`);

test('districts and measures fit the grammar', () => {
  for (const [id, district] of districts) {
    assert.ok(isDistrict(district), `${id}: ${JSON.stringify(isDistrict.errors?.[0])}`);
    assert.equal(district.id, id);
    assert.match(
      district.notice ?? '',
      /inventato|non è una configurazione ufficiale/u,
      `${id} says that it is invented, or after what it is made`,
    );
  }
  for (const id of national) {
    const measure = json(`national/${id}/measure.json`) as Measure;
    assert.ok(isMeasure(measure), JSON.stringify(isMeasure.errors?.[0]));
    assert.equal(measure.id, id);
    for (const { key, source } of measure.parameters) assert.ok(source.length > 3, key);
  }
});

test('roles, comuni, measures and definitions that a district names are there', () => {
  const people = new Set<string>();
  for (const [id, district] of districts) {
    const comuni = new Set(district.comuni.map((comune) => comune.id));
    assert.ok(district.lead !== undefined && comuni.has(district.lead), id);
    for (const { comune } of district.offices) assert.ok(comuni.has(comune), `${id} ${comune}`);
    for (const person of district.staff ?? []) {
      assert.ok(!people.has(person.id), `${person.id}: an id for one person`);
      people.add(person.id);
      for (const role of person.roles)
        assert.ok(account.$defs.role.enum.includes(role), `${person.id} ${role}`);
      for (const comune of person.comuni) assert.ok(comuni.has(comune), `${person.id} ${comune}`);
    }
    const named = [...district.phases.flatMap((phase) => phase.definitions), ...(district.publicForms ?? [])];
    for (const definition of named)
      assert.ok(definitions.has(definition) || own(id).includes(definition), `${id} ${definition}`);
    for (const measure of district.measures) assert.ok(national.includes(measure), `${id} ${measure}`);
  }
});

test('Valprova has an office without hours, and places that belong to nobody', () => {
  const { offices, comuni } = districts.get('valprova')!;
  assert.equal(offices.filter(({ hours }) => hours === undefined).length, 1);
  for (const { belfiore, istat, cap } of comuni)
    assert.match(`${belfiore} ${istat} ${cap}`, /^X\d{3} 999\d{3} 99\d{3}$/u);
  assert.equal(
    comuni.reduce((sum, { inhabitants }) => sum + (inhabitants ?? 0), 0),
    68_200,
  );
});
