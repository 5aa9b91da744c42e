// SPDX-License-Identifier: BSD-3-Clause
// The texts of a form that a person reads, with what is known of who reads them.
import type { Ground } from './contract.ts';
import { placeOf } from './sites.ts';

export interface ReadText {
  readonly text: string;
  readonly at: string;
  readonly field: string | undefined;
  readonly is: 'title' | 'hint' | 'note' | 'declaration' | 'message';
  /** does the family read it, on the screen or on its copy? */
  readonly family: boolean;
}

export function* texts(ground: Ground): Generator<ReadText> {
  const { outline, boxes, definition } = ground;
  // Grids are filled in by professionals.
  const families = definition.kind !== 'grid';
  for (const node of outline.fields) {
    if (node.schema['x-drawn'] === false) continue;
    const at = placeOf(node, ground);
    const family = families && node.print === 'family' && !node.visibleTo;
    const one = (is: ReadText['is'], text: unknown, key: string): ReadText[] =>
      typeof text === 'string' && ground.at(`${at}/${key}`) === text
        ? [{ is, text, at: `${at}/${key}`, field: node.pointer, family }]
        : [];
    yield* one('title', node.schema.title, 'title');
    yield* one('hint', node.schema['x-hint'], 'x-hint');
    yield* one('declaration', node.schema['x-settings']?.['text'], 'x-settings/text');
    for (const [place, { message }] of node.checks.entries())
      yield* one('message', message, `x-check/${place}/message`);
  }
  for (const { kind, node, at, around } of boxes) {
    const shown = [...around.map((box) => box.node), node];
    const family =
      families && shown.every((each) => !each['x-visible-to'] && (each['x-print'] ?? 'family') === 'family');
    const pairs = kind === 'note' ? ([['note', 'text']] as const) : ([['title', 'title'], ['hint', 'x-hint']] as const); // prettier-ignore
    for (const [is, key] of pairs) {
      const text = node[key];
      if (typeof text === 'string') yield { is, text, at: `${at}/${key}`, field: undefined, family };
    }
  }
}
