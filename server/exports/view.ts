// SPDX-License-Identifier: AGPL-3.0-or-later
// Which answers may leave the house, for whom: decided field by field, never from what a value looks like.
import type { FieldNode, Outline } from '../../runtime/engine/contract.ts';
import type { Definition } from '../../schemas/types.ts';

/** Why a field stays in; `year`: of the date only the year goes out. */
export type Leave = 'take' | 'year' | 'role' | 'delicate' | 'names' | 'text';

/** With whose eyes, and what was asked for. */
export interface View {
  /** absent: nobody's, so that what only some roles see stays in */
  readonly role: string | undefined;
  /** sensitivities that may be taken, and those only when asked for */
  readonly plain: readonly string[];
  readonly delicate: readonly string[];
  readonly asks: { readonly names: boolean; readonly texts: boolean; readonly delicate: boolean };
}

/** Types whose every answer tells who somebody is, and types in which anybody may write anything. */
const telling: { readonly [type: string]: 'names' | 'text' } = {
  'tax-code': 'names',
  phone: 'names',
  email: 'names',
  iban: 'names',
  address: 'names',
  dsu: 'names',
  signature: 'names',
  file: 'names',
  text: 'text',
  'long-text': 'text',
};

/** Fields that a definition itself gives as the name or the birth of somebody, by pointer with stars. */
export function givenPeople(definition: Pick<Definition, 'gives'>): ReadonlyMap<string, 'names' | 'year'> {
  const gives = definition.gives ?? {};
  const found = new Map<string, 'names' | 'year'>();
  if (gives.applicant) found.set(gives.applicant, 'names');
  for (const [word, what] of Object.entries(gives.counts ?? {})) {
    if (typeof what === 'string') {
      if (names.has(word)) found.set(what, 'names');
      continue;
    }
    for (const [value, pointer] of Object.entries(what.values)) {
      const at = `${what.rows}/*/${pointer.replace('./', '')}`;
      if (names.has(value)) found.set(at, 'names');
      else if (value === 'birth') found.set(at, 'year');
    }
  }
  return found;
}
const names = new Set(['surname', 'name', 'tax_code', 'phone', 'email']);

/** Decides for every field of an outline. */
export function leaving(outline: Outline, view: View): (node: FieldNode) => Leave {
  const people = givenPeople(outline.definition);
  const known = new Map<string, Leave>();
  const decide = (node: FieldNode): Leave => {
    if (node.visibleTo && !(view.role !== undefined && node.visibleTo.includes(view.role))) return 'role';
    // What is around a delicate answer is as delicate.
    for (let at: FieldNode | undefined = node; at; at = at.parent) {
      const sensitivity = at.schema['x-sensitivity'] ?? 'common';
      if (view.plain.includes(sensitivity)) continue;
      if (!view.delicate.includes(sensitivity)) return 'role';
      if (!view.asks.delicate) return 'delicate';
    }
    const given = people.get(node.pointer);
    if (view.asks.names && given) return 'take';
    if (given) return given;
    const told = Object.hasOwn(telling, node.type.type) ? telling[node.type.type] : undefined;
    if (told === 'names') return view.asks.names ? 'take' : 'names';
    return told === 'text' && !view.asks.texts ? 'text' : 'take';
  };
  return (node) => {
    const before = known.get(node.pointer);
    if (before) return before;
    const now = decide(node);
    known.set(node.pointer, now);
    return now;
  };
}
