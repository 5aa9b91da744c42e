// SPDX-License-Identifier: BSD-3-Clause
// When an answer is required or locked: never, always, or so that nobody can give it.
import type { FieldNode, Fix } from '../../engine/contract.ts';
import type { Ground, Rule, Told } from '../contract.ts';
import { placeOf } from '../sites.ts';
import { all, not } from '../world.ts';
import { removed } from './always.ts';
import { first } from './shown.ts';

export const required: Rule = {
  codes: ['require-never', 'require-contradicts', 'require-always', 'lock-never', 'required-but-locked'],
  *look(ground) {
    for (const node of ground.outline.fields) {
      yield* asked(node, ground);
      yield* locked(node, ground);
    }
  },
};

function* asked(node: FieldNode, ground: Ground): Generator<Told> {
  const at = `${placeOf(node, ground)}/x-require`;
  if (node.require.length === 0 || ground.at(at) === undefined) return;
  const { world } = ground;
  const own = world.express(node.require);
  const around = world.around(node);
  const seen = first(node.pointer);
  const one = { at, field: node.pointer, params: { title: ground.title(node) } };
  if (world.never(own, true)) yield { ...one, code: 'require-never', fix: removed(at, ground) };
  else if (world.never(all(around, own)) && !world.never(around)) {
    const witness = ground.witness(world.possible(own), { is: 'hidden', at: seen });
    yield { ...one, code: 'require-contradicts', ...witness, fix: removed(at, ground) };
  } else if (world.never(all(around, not(own))) && !world.never(around)) {
    const witness = ground.witness(world.possible(around), { is: 'required', at: seen });
    yield { ...one, code: 'require-always', ...witness, fix: openly(node, at, ground) };
  }
}

/** Required without a condition: named in the list of its object. */
function openly(node: FieldNode, at: string, ground: Ground): Fix | undefined {
  const holder = at.slice(0, at.lastIndexOf('/properties/'));
  const before = ground.at(`${holder}/required`);
  // Through a $ref its keywords are written elsewhere than its name.
  if (!at.endsWith(`/properties/${node.key}/x-require`)) return undefined;
  const names = Array.isArray(before) ? (before as string[]) : [];
  const list = names.includes(node.key) ? names : [...names, node.key];
  return {
    code: 'fix-require-always',
    params: {},
    edits: [ground.edit(at, undefined), ground.edit(`${holder}/required`, list)],
  };
}

function* locked(node: FieldNode, ground: Ground): Generator<Told> {
  const { schema } = node;
  const { world } = ground;
  const at = placeOf(node, ground);
  const one = { field: node.pointer, params: { title: ground.title(node) } };
  const own = node.lock.length > 0 ? world.express(node.lock) : false;
  if (node.lock.length > 0 && world.never(own, true) && ground.at(`${at}/x-lock`) !== undefined)
    yield { ...one, code: 'lock-never', at: `${at}/x-lock`, fix: removed(`${at}/x-lock`, ground) };
  const given = ['x-value', 'x-prefill', 'default', 'x-each'] as const;
  if (node.type.nests || given.some((word) => schema[word] !== undefined)) return;
  const around = world.around(node);
  if (schema.readOnly !== true && (own === false || !world.never(all(around, not(own))))) return;
  const must = node.required ? true : node.require.length > 0 ? world.express(node.require) : false;
  const asks = all(around, must);
  const found = world.possible(asks);
  if (typeof found === 'string') return;
  const keyword = schema.readOnly === true ? 'readOnly' : 'x-lock';
  yield {
    ...one,
    code: 'required-but-locked',
    at: `${at}/${keyword}`,
    level: 'error',
    ...ground.witness(found, { is: 'required', at: first(node.pointer) }),
    fix: { code: 'fix-unlock', params: {}, edits: [ground.edit(`${at}/${keyword}`, undefined)] },
  };
}
