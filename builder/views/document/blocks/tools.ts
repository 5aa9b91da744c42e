// SPDX-License-Identifier: AGPL-3.0-or-later
// The bar above the blocks: everything that is done to the one that is chosen.
import { html, nothing, type TemplateResult } from 'lit';
import { choices, type Scopes } from '../../../../templates/blocks/things.ts';
import { icons, type Icon } from '../../../parts/icons.ts';
import type { Say } from '../../../words.ts';
import { partTitle } from './cards.ts';
import type { Texts } from './edits.ts';
import { makers } from './made.ts';

export interface Tools {
  readonly say: Say;
  readonly texts: Texts;
  readonly scopes: Scopes;
  readonly parts: readonly string[];
  /** is a block chosen? has a line been written in? */
  readonly on: boolean;
  readonly writes: boolean;
  readonly turned: TemplateResult | typeof nothing;
  back(back: boolean): void;
  add(name: string): void;
  field(path: string): void;
  bold(): void;
  move(by: -1 | 1): void;
  duplicate(): void;
  remove(): void;
}

/** Pressing must not take the caret out of the line. */
const stay = (event: Event): void => event.preventDefault();

export function tools(one: Tools): TemplateResult {
  const { say, texts, on } = one;
  const icon = (name: string, drawing: Icon, label: string, may: boolean, act: () => void): TemplateResult =>
    html`<button
      class="small quiet icon"
      data-tool=${name}
      aria-label=${label}
      title=${label}
      aria-disabled=${!may}
      @mousedown=${stay}
      @click=${() => (may ? act() : undefined)}
    >
      ${icons[drawing]}
    </button>`;
  const step = (moments: Texts['past'], bare: string): string => {
    const did = moments.at(-1)?.note.did;
    return did ? `${bare}: ${say(`blocks.did.${did}` as 'blocks.did.move')}` : bare;
  };
  return html`<div class="block-tools" role="group" aria-label=${say('blocks.tools')}>
    <div class="cluster">
      ${icon('undo', 'undo', step(texts.past, say('do.undo')), texts.past.length > 0, () => one.back(true))}
      ${icon('redo', 'redo', step(texts.future, say('do.redo')), texts.future.length > 0, () => one.back(false))}
      ${icon('up', 'up', say('blocks.up'), on, () => one.move(-1))}
      ${icon('down', 'down', say('blocks.down'), on, () => one.move(1))}
      ${icon('duplicate', 'duplicate', say('blocks.duplicate'), on, () => one.duplicate())}
      ${icon('delete', 'delete', say('blocks.remove'), on, () => one.remove())}
      <button
        class="small quiet bold"
        data-tool="bold"
        aria-disabled=${!one.writes}
        @mousedown=${stay}
        @click=${() => (one.writes ? one.bold() : undefined)}
      >
        ${say('blocks.bold')}
      </button>
      ${one.turned}
    </div>
    ${pick('blocks-field', say('document.insert'), say('document.insert-here'), fields(one), one.writes, one.field)}
    ${pick('blocks-new', say('blocks.new'), say('blocks.add'), kinds(one), true, one.add)}
  </div>`;
}

function pick(
  id: string,
  label: string,
  button: string,
  options: TemplateResult,
  may: boolean,
  act: (value: string) => void,
): TemplateResult {
  return html`<form
    class="insert"
    @submit=${(event: Event) => {
      event.preventDefault();
      if (may) act((event.target as HTMLFormElement).querySelector('select')?.value ?? '');
    }}
  >
    <label for=${id}>${label}</label>
    <select id=${id}>
      ${options}
    </select>
    <button class="small" data-tool=${id} aria-disabled=${!may}>${button}</button>
  </form>`;
}

/** What a line may say, nearest first: of the row, of what is around it, answers, the document's own. */
function fields({ scopes, say }: Tools): TemplateResult {
  const all = choices(scopes).filter(({ thing }) => !thing.rows && !thing.flag && thing.words === undefined);
  const root = scopes.length - 1;
  const groups = [
    { label: say('blocks.of-row'), of: all.filter(({ far }) => far < root) },
    {
      label: say('document.answers'),
      of: all.filter(({ far, path }) => far === root && /(^|\/)fields\./.test(path)),
    },
    {
      label: say('blocks.of-document'),
      of: all.filter(({ far, path }) => far === root && !/(^|\/)fields\./.test(path)),
    },
  ];
  return html`${groups.map(({ label, of }) =>
    of.length === 0
      ? nothing
      : html`<optgroup label=${label}>
          ${of.map(({ path, title }) => html`<option value=${path}>${title}</option>`)}
        </optgroup>`,
  )}`;
}

function kinds({ scopes, parts, say }: Tools): TemplateResult {
  return html`<optgroup label=${say('blocks.group')}>
      ${makers
        .filter(({ make }) => make(scopes) !== undefined)
        .map(
          ({ name }) =>
            html`<option value=${name}>${say(`blocks.new.${name}` as 'blocks.new.when')}</option>`,
        )}
    </optgroup>
    <optgroup label=${say('blocks.ready-made')}>
      ${parts.map((name) => html`<option value=${name}>${partTitle(name, say)}</option>`)}
    </optgroup>`;
}
