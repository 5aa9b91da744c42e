// SPDX-License-Identifier: AGPL-3.0-or-later
// Named conditions of a definition, as a template asks them: `{{#if holds.ha_minori}}`. Only what a copy may show is
// looked at: a condition that reads anything else is not said at all, since false would be a statement, too.
import type { Answers, Definition } from '../schemas/types.ts';
import { holds } from '../runtime/engine/condition.ts';
import type { FieldNode, Outline } from '../runtime/engine/contract.ts';
import { emptyContext } from '../runtime/engine/empty-context.ts';
import { below, readings } from '../runtime/engine/reads.ts';
import { View } from '../runtime/engine/scope.ts';
import type { Copy } from './contract.ts';
import type { DocumentInput } from './input.ts';
import { onlyWhere, prints, type Fields, type PrintedField } from './printable.ts';

type Readable = (pointer: string) => boolean;

/** What a copy may be asked about: what it prints, and working values that come from such answers alone. */
function readableOn(outline: Outline, copy: Copy, roles: readonly string[]): Readable {
  const known = new Map<string, boolean>();
  const bare = (node: FieldNode): FieldNode => {
    const { 'x-drawn': _, ...schema } = node.schema;
    return { ...node, schema };
  };
  const one = (node: FieldNode): boolean => {
    if (node.parent && !readable(node.parent.pointer)) return false;
    if (prints(node, copy, roles)) return true;
    if (node.schema['x-drawn'] !== false || node.value === undefined) return false;
    // Of the case and of the columns of lists nobody says here what a family may know.
    const written = JSON.stringify([node.value, node.when]);
    const named = written.includes('"named"') ? JSON.stringify(outline.definition.conditions ?? {}) : '';
    if (/"case:|"lookup"/.test(written + named)) return false;
    return prints(bare(node), copy, roles) && readBy(outline, node).every(readable);
  };
  const readable = (pointer: string): boolean => {
    const found = known.get(pointer);
    if (found !== undefined) return found;
    known.set(pointer, false);
    const node = outline.byPointer.get(pointer);
    const may = node !== undefined && one(node);
    known.set(pointer, may);
    return may;
  };
  return readable;
}

/** Pointers of what a value comes from. */
function readBy({ steps, readers }: Outline, { pointer }: FieldNode): readonly string[] {
  return [...readers].flatMap(([read, by]) =>
    by.some(({ step }) => steps[step]?.node?.pointer === pointer) ? [read] : [],
  );
}

function whole(outline: Fields): Outline | undefined {
  return outline.engine && outline.definition && outline.steps && outline.readers
    ? (outline as Outline)
    : undefined;
}

function sayable({ conditions = {} }: Definition, readable: Readable): string[] {
  return Object.entries(conditions).flatMap(([name, condition]) => {
    const read = readings(condition, conditions);
    const may = read.every(
      ({ pointer, test }) =>
        pointer.startsWith('/') && [pointer, ...below(test).map((rest) => pointer + rest)].every(readable),
    );
    return may && !circles(name, conditions, []) ? [name] : [];
  });
}

/** Does a condition name itself, by others even? A draft that is previewed may. */
function circles(
  name: string,
  conditions: NonNullable<Definition['conditions']>,
  seen: readonly string[],
): boolean {
  if (seen.includes(name)) return true;
  const written = JSON.stringify(conditions[name] ?? {});
  return [...written.matchAll(/"named":"([^"]*)"/g)].some(([, next = '']) =>
    circles(next, conditions, [...seen, name]),
  );
}

/** Names of the conditions that a copy may say. Those of a row (`./`) and of the case are not among them. */
export function sayableConditions(outline: Fields, copy: Copy, roles: readonly string[]): string[] {
  const all = whole(outline);
  return all ? sayable(all.definition, readableOn(all, copy, roles)) : [];
}

/** Which of them hold, over what the copy may show. */
export function conditionFlags({
  outline,
  submission,
  copy,
  roles = [],
}: Pick<DocumentInput, 'outline' | 'submission' | 'copy' | 'roles'>): { readonly [name: string]: boolean } {
  const all = whole(outline);
  if (!all) return {};
  const readable = readableOn(all, copy, roles);
  const names = sayable(all.definition, readable);
  if (names.length === 0) return {};
  const may = ({ pointer }: PrintedField): boolean => readable(pointer);
  const value: Answers = onlyWhere(outline, submission.answers, may);
  const view = new View({ outline: all, context: emptyContext }, [{ value, at: '', star: '' }]);
  return Object.fromEntries(names.map((name) => [name, holds({ named: name }, view)]));
}
