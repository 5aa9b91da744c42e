// SPDX-License-Identifier: AGPL-3.0-or-later
// The contract of a field type, held against every folder: samples are the tests.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import fc from 'fast-check';
import type { FieldHelp, FieldType, Writing } from '../../../runtime/fields/contract.ts';
import { folders } from '../../../runtime/fields/index.ts';
import { loadFacts, loadPaper, loadSamples, loadSettings, loadWords } from '../../../runtime/fields/load.ts';
import type { FieldSchema } from '../../../schemas/types.ts';

const root = process.cwd();
const facts = await loadFacts();
const words = await loadWords();
const paper = await loadPaper();
const settings = await loadSettings();
const samples = await loadSamples();

const ajv = new Ajv2020({
  strictSchema: true,
  strictTypes: false,
  strictRequired: false,
  ownProperties: true,
});
(formats.default as unknown as (ajv: Ajv2020) => void)(ajv);
const grammar = JSON.parse(
  await import('node:fs/promises').then((fs) =>
    fs.readFile(join(root, 'schemas/definition.schema.json'), 'utf8'),
  ),
);
const definitionAjv = new Ajv2020({ strict: false });
const isDefinition = definitionAjv.compile(grammar);
const isField = definitionAjv.compile({ $ref: `${grammar.$id}#/$defs/field` });

function typeOf(field: FieldSchema): FieldType {
  const named = facts.get(field['x-type'] ?? '');
  if (named) return named;
  return [...facts.values()].toSorted((a, b) => b.fits(field) - a.fits(field))[0]!;
}
const help: FieldHelp = {
  answer: (field) => typeOf(field).answer(field, help),
  pattern: (source) => new RegExp(source, 'u'),
};

/** What the engine does with nested fields: the type's own verdict, then each answer inside. */
function accepts(value: unknown, field: FieldSchema): boolean {
  const type = typeOf(field);
  if (type.check(value, field, help).length > 0) return false;
  const inside = (object: unknown, properties: FieldSchema['properties']) =>
    Object.entries(object as object).every(([key, one]) => key === 'id' || accepts(one, properties![key]!));
  if (type.nests === 'rows') return (value as unknown[]).every((row) => inside(row, field.items?.properties));
  return type.nests === 'group' ? inside(value, field.properties) : true;
}

const compiled = new Map<string, ValidateFunction>();
function closed(field: FieldSchema): ValidateFunction {
  const key = JSON.stringify(field);
  const known = compiled.get(key) ?? ajv.compile(typeOf(field).answer(field, help));
  compiled.set(key, known);
  return known;
}

const writing: Writing = {
  locale: 'it',
  choice: (field, value) => field.oneOf?.find((choice) => choice.const === value)?.title ?? value,
  row: (pointer, id) => `riga ${id} di ${pointer}`,
};

test('the list and the folders name the same field types', () => {
  const there = readdirSync(join(root, 'runtime/fields'), { withFileTypes: true });
  const names = there.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  assert.deepEqual([...folders].toSorted(), names.toSorted());
  for (const [name, type] of facts) assert.equal(type.type, name);
});

for (const name of folders) {
  const type = facts.get(name)!;
  const sample = samples.get(name)!;

  test(`${name}: samples are of this type and valid fields`, () => {
    for (const { about, field } of sample.fields) {
      assert.equal(typeOf(field).type, name, about);
      assert.ok(isField(field), `${about}: ${JSON.stringify(isField.errors)}`);
    }
  });

  test(`${name}: good and bad samples, by check and by closed schema`, () => {
    for (const { about, field, good, bad } of sample.fields) {
      assert.ok(good.length > 0 && bad.length > 0, `${about}: needs good and bad samples`);
      const schema = closed(field);
      for (const value of good) {
        assert.ok(accepts(value, field), `${about}: check refuses ${JSON.stringify(value)}`);
        assert.ok(
          schema(value),
          `${about}: schema refuses ${JSON.stringify(value)} ${JSON.stringify(schema.errors)}`,
        );
        assert.deepEqual(type.deep?.(value, field) ?? [], []);
        assert.equal(type.empty(value), type.nests === 'group' && Object.keys(value as object).length === 0);
      }
      for (const value of bad) {
        assert.ok(!accepts(value, field), `${about}: check takes ${JSON.stringify(value)}`);
        assert.ok(!schema(value), `${about}: schema takes ${JSON.stringify(value)}`);
      }
    }
  });

  test(`${name}: check and closed schema agree on anything`, () => {
    const runs = process.env['PATTO_PROOF'] === 'full' ? 5000 : 300;
    for (const { field, good, bad } of sample.fields) {
      const schema = closed(field);
      const value = fc.oneof(
        mutated([...good, ...bad]),
        fc.jsonValue({ maxDepth: 3 }),
        fc.string({ unit: 'binary' }),
        fc.double(),
      );
      fc.assert(
        fc.property(value, (one) => {
          assert.equal(accepts(one, field), schema(one), JSON.stringify(one));
        }),
        { numRuns: runs, seed: 42 },
      );
    }
  });

  test(`${name}: what is typed becomes its value, and reads back as typed`, () => {
    const field = sample.fields[0]!.field;
    for (const [typed, wanted] of sample.typed) {
      const found = type.read(typed, field, 'it');
      if ('code' in wanted) assert.equal('problem' in found && found.problem.code, wanted.code, typed);
      else assert.deepEqual(found, { value: wanted.value }, typed);
    }
    for (const { field: any, good } of sample.fields) {
      for (const value of type.nests ? [] : good) {
        for (const locale of ['it', 'en']) {
          assert.deepEqual(
            type.read(type.edit(value, any, locale), any, locale),
            { value },
            `${locale} ${String(value)}`,
          );
        }
      }
    }
  });

  test(`${name}: reading is total and gives nothing that check refuses`, () => {
    const field = sample.fields[0]!.field;
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      mutated(sample.typed.map(([text]) => text)).map(String),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const found = type.read(text, field, 'it');
        if ('value' in found && found.value !== undefined)
          assert.ok(accepts(found.value, field), JSON.stringify(found));
      }),
      { numRuns: 300, seed: 42 },
    );
  });

  test(`${name}: on paper`, () => {
    const field = sample.fields[0]!.field;
    for (const [value, text] of sample.paper)
      assert.equal(paper.get(name)!.text(value, field, writing), text);
    assert.ok(sample.paper.length > 0);
  });

  test(`${name}: words are complete in Italian and English`, () => {
    const { name: title, about, problems, texts } = words.get(name)!;
    assert.deepEqual(Object.keys(problems).toSorted(), [...type.codes].toSorted());
    for (const both of [title, about, ...Object.values(problems), ...Object.values(texts ?? {})]) {
      assert.ok(both.it.trim() !== '' && both.en.trim() !== '');
    }
    const codes = new Set(type.codes);
    for (const { field, bad } of sample.fields) {
      for (const value of bad) {
        for (const { code, params } of type.check(value, field, help)) {
          assert.ok(codes.has(code), `${code} is not listed`);
          for (const sentence of Object.values(problems[code]!)) {
            for (const [, param] of sentence.matchAll(/\{(\w+)\}/gu))
              assert.ok(param! in params, `${code} lacks ${param}`);
          }
        }
      }
    }
  });

  test(`${name}: settings are a definition of these same types, and give back what they show`, () => {
    const { definition, blank, get, set } = settings.get(name)!;
    assert.ok(isDefinition(definition), JSON.stringify(isDefinition.errors));
    assert.equal(typeOf(blank).type, name);
    const fields = [blank, ...sample.fields.map(({ field }) => field)];
    for (const field of fields) {
      const before = structuredClone(field);
      assert.deepEqual(set(field, get(field)), field);
      assert.deepEqual(field, before, 'set changes nothing in place');
      const shown = get(field);
      for (const [key, question] of Object.entries(definition.schema.properties)) {
        if (key in shown) assert.ok(accepts(shown[key], question), `${key}: ${JSON.stringify(shown[key])}`);
      }
    }
    const anything = fc.dictionary(
      fc.constantFrom(...Object.keys(definition.schema.properties), 'altro'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(anything, (answers) => void set(fields[0]!, answers)),
      { numRuns: 100, seed: 42 },
    );
    const english = definition.translations?.['en'] ?? {};
    for (const key of Object.keys(definition.schema.properties))
      assert.ok(english[`${key}.title`], `${key} in English`);
  });
}

/** A value near one of these: a character more or less, an item twice or gone, a key added. */
function mutated(values: readonly unknown[]): fc.Arbitrary<unknown> {
  const bit = fc.constantFrom('', ' ', '0', '-', '.', 'a', '\n', '\u202E', 'é', '🙂', '\uD800', '/');
  return fc.tuple(fc.constantFrom(...values), fc.nat(20), bit, fc.nat(3)).map(([value, at, text, how]) => {
    if (typeof value === 'string') return value.slice(0, at) + text + value.slice(at + (how % 2));
    if (typeof value === 'number') return how === 0 ? value + 0.5 : how === 1 ? -value : value + at;
    if (Array.isArray(value)) {
      const list: unknown[] = value;
      return how === 0 ? list.slice(1) : how === 1 ? [...list, ...list.slice(-1)] : [...list, text];
    }
    if (typeof value === 'object' && value !== null)
      return how === 0 ? { ...value, [text || 'x']: text } : value;
    return value;
  });
}
