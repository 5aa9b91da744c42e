// SPDX-License-Identifier: AGPL-3.0-or-later
// The buttons under the questions: what is put in most, and the way to everything else.
import { type TemplateResult, html } from 'lit';
import type { Definition } from '../../../schemas/types.ts';
import { addNote, addPage, addSection } from '../../edit/add.ts';
import type { Edited, Handle, Place } from '../../edit/contract.ts';
import { readTree } from '../../edit/tree.ts';
import type { Say } from '../../words.ts';

interface Asked {
  readonly definition: Definition;
  readonly chosen: Handle;
  readonly say: Say;
  readonly put: (edited: Edited) => void;
  readonly more: () => void;
}

/** The page that is being worked on: new sections and texts go there. */
function placeOf(definition: Definition, chosen: Handle): Place {
  if (chosen !== '') return chosen.startsWith('page:') ? { into: chosen } : { after: chosen };
  const last = readTree(definition).at(-1);
  return { into: last?.kind === 'page' ? last.handle : '' };
}

export function moreButtons({ definition, chosen, say, put, more }: Asked): TemplateResult {
  const page = (): Edited => {
    const pages = readTree(definition).filter((node) => node.kind === 'page').length;
    const after = chosen.startsWith('page:') ? chosen : undefined;
    const title = say('new.page', { number: Math.max(2, pages + 1) });
    return addPage(definition, after, title, say('new.page', { number: 1 }));
  };
  const section = (): Edited => addSection(definition, placeOf(definition, chosen), say('new.section'));
  const note = (): Edited => addNote(definition, placeOf(definition, chosen), say('new.note'));
  return html`<div class="cluster more">
    <button class="small" data-insert-any @click=${more}>+ ${say('do.insert')}</button>
    <button class="small" data-add-page @click=${() => put(page())}>+ ${say('add.page')}</button>
    <button class="small" data-add-section @click=${() => put(section())}>+ ${say('add.section')}</button>
    <button class="small" data-add-note @click=${() => put(note())}>+ ${say('add.note')}</button>
  </div>`;
}
