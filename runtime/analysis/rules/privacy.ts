// SPDX-License-Identifier: BSD-3-Clause
// Data that may be asked only for a purpose, and that not everybody may read: articles 5, 9 and 10 of the GDPR.
import type { FieldNode, Fix } from '../../engine/contract.ts';
import type { Ground, Rule, Told } from '../contract.ts';
import { placeOf } from '../sites.ts';

/** Kinds of data that need a purpose of their own, or one of the whole form. */
const particular = new Set(['health', 'judicial', 'violence']);
/** Kinds that stay among the professionals who follow the case. */
const reserved = new Set(['judicial', 'violence']);

/** Words of a label that ask for such data; whoever makes the form decides. */
const telling: readonly (readonly [RegExp, string])[] = [
  [/\b(?:diagnos[ie]|patologi[ae]|malatti[ae]|disabilit[àa]|invalidit[àa]|farmac[oi]|terapi[ae]|gravidanza|dipendenz[ae] da|ser\.?d\b)/iu, 'health'], // prettier-ignore
  [/\b(?:condann[ae]|reat[oi]|carcer[ei]|detenzione|detenut[oi]|misur[ae] penal[ei]|procediment[oi] penal[ei])\b/iu, 'judicial'], // prettier-ignore
  [/\b(?:violenz[ae]|maltrattament[oi]|abus[oi] (?:sessual[ei]|subit[oi]))\b/iu, 'violence'],
];

export const privacy: Rule = {
  codes: ['sensitive-on-family-copy', 'no-purpose', 'seems-sensitive', 'sensitive-to-all'],
  *look(ground) {
    for (const node of ground.outline.fields) {
      const kind = kindOf(node);
      if (node.type.nests || node.schema['x-drawn'] === false) continue;
      yield* kind === undefined || kind === 'common' ? seems(node, ground) : known(node, kind, ground);
    }
  },
};

/** Sensitivity of a field, its own or that of what it stands in. */
const kindOf = (node: FieldNode | undefined): string | undefined =>
  node && (node.schema['x-sensitivity'] ?? kindOf(node.parent));
const purpose = (node: FieldNode | undefined): unknown =>
  node && (node.schema['x-purpose'] ?? purpose(node.parent));

function* known(node: FieldNode, kind: string, ground: Ground): Generator<Told> {
  if (!particular.has(kind)) return;
  const at = placeOf(node, ground);
  const one = { at, field: node.pointer, params: { title: ground.title(node), kind } };
  if (node.print === 'family')
    yield { ...one, code: 'sensitive-on-family-copy', fix: set('fix-print-internal', `${at}/x-print`, 'internal', ground) }; // prettier-ignore
  if (!purpose(node) && !ground.definition['x-purpose']) yield { ...one, code: 'no-purpose' };
  if (reserved.has(kind) && !node.visibleTo) yield { ...one, code: 'sensitive-to-all' };
}

function* seems(node: FieldNode, ground: Ground): Generator<Told> {
  const title = ground.title(node);
  const found = telling.find(([words]) => words.test(title));
  if (!found || node.schema['x-sensitivity'] !== undefined || node.value !== undefined) return;
  const at = placeOf(node, ground);
  const fix = set(`fix-sensitivity-${found[1]}`, `${at}/x-sensitivity`, found[1], ground);
  yield { code: 'seems-sensitive', at, field: node.pointer, params: { title }, fix };
}

const set = (code: string, at: string, value: string, ground: Ground): Fix => ({
  code,
  params: {},
  edits: [ground.edit(at, value)],
});
