// SPDX-License-Identifier: AGPL-3.0-or-later
// The engine as the server uses it, with outlines of versions kept ready.
import type { Engine, Outline } from '../runtime/engine/contract.ts';
import { check } from '../runtime/engine/check.ts';
import { holds } from '../runtime/engine/condition.ts';
import { emptyContext } from '../runtime/engine/empty-context.ts';
import { evaluate } from '../runtime/engine/formula.ts';
import { at as valueAt, isDeclined, own, star } from '../runtime/engine/pointer.ts';
import { View } from '../runtime/engine/scope.ts';
import { settle } from '../runtime/engine/settle.ts';
import { shape } from '../runtime/engine/shape.ts';
import { trace } from '../runtime/engine/trace.ts';
import { walk } from '../runtime/engine/walk.ts';
import type { FieldPaper } from '../runtime/fields/contract.ts';
import type { Answers, Context, Definition, FieldSchema } from '../schemas/types.ts';
import { declined } from '../templates/writing.ts';
import type { Forms } from './deps.ts';

const kept = 200;
/** What conditions are asked with that read no answers to a definition. */
const unsaid: Definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'unsaid',
  title: '',
  schema: { type: 'object', properties: {} },
};

/** `papers`: how each field type is written in words. */
export function createForms(
  engine: Engine,
  papers: ReadonlyMap<string, FieldPaper>,
  differences: Forms['differences'],
): Forms {
  const outlines = new Map<string, Outline>();
  const nothing = { outline: walk(unsaid, engine), context: emptyContext };
  return {
    outline(version) {
      const known = outlines.get(version.hash);
      const outline = known ?? walk(version.source, engine);
      outlines.delete(version.hash);
      outlines.set(version.hash, outline);
      if (outlines.size > kept) outlines.delete(outlines.keys().next().value ?? '');
      return outline;
    },
    settle,
    check: (outline, settled, context, before) => check(outline, settled, context, undefined, before),
    shape,
    trace,
    holds: (condition, value) => holds(condition, new View(nothing, [{ value, at: '', star: '' }])),
    prefill: (outline, formula, context) =>
      evaluate(formula, new View({ outline, context }, [{ value: {}, at: '', star: '' }])),
    text(outline, pointer, answers, context) {
      const node = outline.byPointer.get(star(pointer));
      const value = valueAt(answers, pointer);
      if (!node || value === undefined) return '';
      if (isDeclined(value))
        return (
          declined[String(own(value, 'declined'))]?.[context.locale.startsWith('en') ? 'en' : 'it'] ?? ''
        );
      const written = papers
        .get(node.type.type)
        ?.text(value, node.schema, writing(outline, answers, context));
      return written ?? (typeof value === 'string' ? value : JSON.stringify(value));
    },
    differences,
  };
}

function writing(outline: Outline, answers: Answers, context: Context) {
  return {
    locale: context.locale,
    choice(field: FieldSchema, value: string): string {
      const listed = context.lists[field['x-choices']?.from.replace(/^\w+:/, '') ?? '']?.find(
        ({ id }) => id === value,
      );
      return field.oneOf?.find((choice) => choice.const === value)?.title ?? listed?.title ?? value;
    },
    row(pointer: string, id: string): string {
      const rows = pointer.startsWith('case:')
        ? valueAt(context.case, pointer.slice(5))
        : valueAt(answers, pointer);
      const row = (
        Array.isArray(rows) ? (rows as { readonly id?: string; readonly [key: string]: unknown }[]) : []
      ).find((one) => one.id === id);
      const label = Object.entries(row ?? {}).find(
        ([key, value]) => key !== 'id' && typeof value === 'string',
      )?.[1];
      return typeof label === 'string' ? label : id;
    },
  };
}
