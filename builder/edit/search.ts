// SPDX-License-Identifier: AGPL-3.0-or-later
// Finding words anywhere in a definition: titles, help, texts, options, keys, conditions as they are read.
import type { Definition } from '../../schemas/types.ts';
import { choicesAt } from './choices.ts';
import type { Handle } from './contract.ts';
import { split, wholeField } from './fields.ts';
import { titleOf } from './references.ts';
import { flat, readTree } from './tree.ts';

export interface Hit {
  readonly handle: Handle;
  readonly title: string;
  /** where the words stand, `found.<in>` in words */
  readonly in: 'title' | 'hint' | 'text' | 'option' | 'key' | 'condition';
  /** what stands there */
  readonly text: string;
}

/** Case, accents and apostrophes make no difference. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();

/**
 * The first place in each thing that holds the words, in reading order.
 * `when`: the condition of a thing as a person reads it; undefined where it has none.
 */
export function search(
  definition: Definition,
  words: string,
  when: (handle: Handle) => string | undefined,
): readonly Hit[] {
  const wanted = plain(words.trim());
  if (wanted === '') return [];
  return flat(readTree(definition)).flatMap((node): Hit[] => {
    if (node.kind === 'row') return [];
    const { handle, source } = node;
    const field = node.kind === 'field' ? wholeField(definition, handle) : undefined;
    const title = titleOf(definition, handle);
    const box = source && 'x-hint' in source ? source['x-hint'] : undefined;
    const places: (readonly [Hit['in'], string | undefined])[] = [
      ['title', node.kind === 'note' ? undefined : title],
      ['hint', field?.['x-hint'] ?? box],
      ['text', source && 'text' in source ? source.text : undefined],
      ...(field ? (choicesAt(definition, handle) ?? []) : []).map((each) => ['option', each.title] as const),
      ['key', field ? split(handle)[1] : undefined],
    ];
    const held = places.find(([, text]) => text !== undefined && plain(text).includes(wanted));
    if (held) return [{ handle, title, in: held[0], text: held[1]! }];
    const condition = (field?.['x-show'] ?? source?.['x-show']) && when(handle);
    return condition && plain(condition).includes(wanted)
      ? [{ handle, title, in: 'condition', text: condition }]
      : [];
  });
}
