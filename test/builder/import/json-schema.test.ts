// SPDX-License-Identifier: AGPL-3.0-or-later
// Published forms, against the form that each must give; and what the published ones do not show.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { type Sources, fromSchema } from '../../../builder/import/json-schema/read.ts';
import { accounted, errorsOf, outcome } from './judge.ts';
import { files, folder, piecesOf, published } from './published.ts';
import { shapes } from './shapes.ts';
import { sketch } from './sketch.ts';

/** The result as the files of the corpus write it. */
function lines(sources: Sources): string[] {
  const result = fromSchema(sources);
  if ('refused' in result) return ['== expected', `refused ${result.refused}`];
  const left = result.left.map(({ at, why, what }) => `${at} | ${why} | ${what}`.trimEnd());
  return ['== expected', ...sketch(result.definition), ...(left.length > 0 ? ['== left', ...left] : [])];
}

test('there are as many published forms as the corpus has files, and more than twenty', () => {
  assert.equal(published.length, files.length);
  assert.ok(published.length >= 20);
});

describe('a published form', () => {
  for (const example of published)
    test(example.name, () => {
      const expected = readFileSync(new URL(example.file, folder), 'utf8').split('\n').filter(Boolean);
      assert.deepEqual(
        lines(example.sources),
        expected.map((line) => line.trimEnd()),
      );
    });
});

describe('a schema with', () => {
  for (const { name, sources, expected } of shapes)
    test(name, () => assert.deepEqual(lines(sources).slice(1), expected));
});

/** The same value, something else in one place; undefined: that place without it. */
function* changed(value: unknown, place: string): Generator<unknown> {
  const steps = place
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (const other of [(leaf: unknown) => different(leaf), () => undefined]) {
    const copy = structuredClone(value);
    let here = copy as { [key: string]: unknown };
    for (const step of steps.slice(0, -1)) here = here[step] as typeof here;
    const last = steps.at(-1);
    if (last === undefined) return;
    const next = other(here[last]);
    if (next !== undefined) here[last] = next;
    else if (Array.isArray(here)) here.splice(Number(last), 1);
    else delete here[last];
    yield copy;
  }
}

function different(leaf: unknown): unknown {
  if (typeof leaf === 'string') return `${leaf}x`;
  if (typeof leaf === 'number') return leaf + 1;
  if (typeof leaf === 'boolean') return !leaf;
  return Array.isArray(leaf) ? leaf.slice(0, -1) : undefined;
}

/** What a schema is called, the type that its other words tell too, and what another place says already. */
const anyway = /\/(\$schema|\$id|type|uniqueItems)$/;

describe('nothing of a schema is dropped in silence', () => {
  const all = [...published, ...shapes.map(({ name, sources }) => ({ name, sources }))];
  for (const { name, sources } of all)
    test(name, () => {
      const result = fromSchema(sources);
      if ('refused' in result) return;
      accounted(result, piecesOf(sources));
      assert.deepEqual(errorsOf(result), []);
      const whole = outcome(result);
      const idle = result.taken.filter((place) => {
        if (anyway.test(place)) return false;
        const ofUi = place.startsWith('uischema#');
        for (const other of changed(ofUi ? sources.ui : sources.schema, place)) {
          const again = ofUi ? { ...sources, ui: other } : { ...sources, schema: other };
          if (outcome(fromSchema(again)) !== whole) return false;
        }
        return true;
      });
      assert.deepEqual(idle, [], 'said to be used, but the form is the same without');
    });
});

test('other published schemas come in, or are refused, with every piece told of', () => {
  for (const path of [
    '@stryker-mutator/core/schema/stryker-schema.json',
    'oxfmt/configuration_schema.json',
    'ajv/lib/refs/json-schema-draft-07.json',
    'ajv/lib/refs/json-schema-2020-12/schema.json',
  ]) {
    const schema = JSON.parse(
      readFileSync(new URL(`../../../../node_modules/${path}`, import.meta.url), 'utf8'),
    ) as unknown;
    const result = fromSchema({ schema });
    if ('definition' in result) accounted(result, piecesOf({ schema }));
    else assert.equal(result.refused, 'no-questions', path);
  }
});
