// SPDX-License-Identifier: BSD-3-Clause
// What a question of choice offers: its own choices, else what lists have for it.
import type { FieldSchema } from '../../schemas/types.ts';
import type { FieldNode } from '../engine/contract.ts';
import type { FormStore } from './form-store.ts';
import type { Option } from './input.ts';

/** Several of a list keeps its choices in `items`. */
export const source = (field: FieldSchema): FieldSchema =>
  field.type === 'array' && field.items ? (field['x-choices'] ? field : field.items) : field;

export function choicesOf(node: FieldNode, path: string, store: FormStore): readonly Option[] {
  const field = source(node.schema);
  const title = (value: unknown, own: string) => store.sayings.option(node, String(value), own);
  if (field.oneOf)
    return field.oneOf.map((choice) => ({
      value: choice.const,
      title: title(choice.const, choice.title),
      ...(choice.description ? { hint: choice.description } : {}),
    }));
  if (field.enum) return field.enum.map((value) => ({ value, title: title(value, String(value)) }));
  const choices = field['x-choices'];
  return (choices && store.parts.lists?.offered(choices, node, path, store)) ?? [];
}

/** Choice → key of the question beside it: x-settings.beside. */
export const besides = (field: FieldSchema): { readonly [value: string]: string } =>
  (field['x-settings']?.['beside'] ?? {}) as { readonly [value: string]: string };
