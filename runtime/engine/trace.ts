// SPDX-License-Identifier: BSD-3-Clause
// How an outcome and its scores came about: answers → rules, answers → points → bands. Stored with a submission, shown to whoever asks.
import type { Context, ReadTrace, RuleTrace, ScoreTrace, Trace } from '../../schemas/types.ts';
import { holds } from './condition.ts';
import type { FieldNode, Outline, Settled } from './contract.ts';
import { at as valueAt, isDeclined, isObject, star } from './pointer.ts';
import { score } from './score.ts';
import { reads } from './reads.ts';
import { holderOf, places, View } from './scope.ts';

/** Has the definition anything to explain? */
export const decides = ({ definition, fields }: Outline): boolean =>
  definition.outcome !== undefined ||
  definition.schema['x-bands'] !== undefined ||
  fields.some((node) => node.schema['x-bands'] !== undefined || scored(node.value).length > 0);

/** The rules in the order in which they are tried, to the first that holds, and every score with its items. */
export function trace(outline: Outline, settled: Settled, context: Context): Trace | undefined {
  if (!decides(outline)) return undefined;
  const ground = { outline, context, shown: settled.shown, outcome: settled.outcome };
  const root = new View(ground, [{ value: settled.answers, at: '', star: '' }]);
  return { rules: rules(outline, settled, root), scores: scores(outline, settled, context) };
}

function rules({ definition, byPointer }: Outline, settled: Settled, root: View): RuleTrace[] {
  const rows = definition.outcome?.rows ?? [];
  const first = settled.outcome?.row ?? -1;
  return rows.slice(0, first < 0 ? rows.length : first + 1).map(({ when, gives, reason }, row) => ({
    row,
    gives,
    reason,
    holds: holds(when, root),
    reads: reads(when, definition.conditions).flatMap((pointer) => {
      // ./ at the root is the root.
      const at = root.at(pointer);
      const node = byPointer.get(at);
      return node && seen(node, root.context) ? [read(node, at, root.raw(at))] : [];
    }),
  }));
}

function scores(outline: Outline, settled: Settled, context: Context): ScoreTrace[] {
  const targets = new Set<string>(outline.definition.schema['x-bands'] ? [''] : []);
  for (const node of outline.fields) {
    const asked = scored(node.value);
    if (!node.schema['x-bands'] && asked.length === 0) continue;
    for (const place of places(settled.answers, holderOf(node.pointer))) {
      if (node.schema['x-bands']) targets.add(`${place.at}/${node.key}`);
      const view = new View({ outline, context }, place.frames);
      for (const pointer of asked) targets.add(view.at(pointer));
    }
  }
  return [...targets].flatMap((at) => {
    const node = outline.byPointer.get(star(at));
    if ((at !== '' && !settled.shown.has(at)) || (node && !seen(node, context))) return [];
    const { points, band, trace: items } = score(outline, settled, at);
    return [
      {
        at,
        title: node ? titleOf(node) : outline.definition.title,
        ...(points !== undefined && { points }),
        ...(band && { band: { code: band.code, title: band.title } }),
        items: items.flatMap((item) => {
          const from = outline.byPointer.get(star(item.at))!;
          const { points: given, weight } = item;
          return seen(from, context)
            ? [{ ...read(from, item.at, valueAt(settled.answers, item.at)), points: given, weight }]
            : [];
        }),
      },
    ];
  });
}

/** Pointers whose points a formula reads. */
function scored(formula: unknown): string[] {
  if (Array.isArray(formula)) return formula.flatMap(scored);
  if (!isObject(formula)) return [];
  return Object.entries(formula).flatMap(([name, arg]) =>
    name === 'score' ? [arg].flat().filter((each) => typeof each === 'string') : scored(arg),
  );
}

const seen = ({ visibleTo }: FieldNode, { role }: Context): boolean => !visibleTo || visibleTo.includes(role);

/** With the groups around it: «Abitazione: livello di bisogno». */
function titleOf(node: FieldNode): string {
  const own = node.schema.title ?? node.key;
  return node.parent?.type.nests === 'group' ? `${titleOf(node.parent)}: ${own}` : own;
}

/** One answer that counted; of rows only how many there are. */
const read = (node: FieldNode, at: string, value: unknown): ReadTrace => ({
  at,
  title: titleOf(node),
  ...(value !== undefined && {
    value: node.type.nests && !isDeclined(value) ? (Array.isArray(value) ? value.length : true) : value,
  }),
});
