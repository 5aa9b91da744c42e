// SPDX-License-Identifier: BSD-3-Clause
// Controls of an answer that has several parts: each writes its part, the type reads the whole.
import { html, nothing, type TemplateResult } from 'lit';
import { isObject } from '../../fields/problems.ts';
import { type Parts, readParts } from '../../fields/parts.ts';
import type { InputContext } from '../input.ts';
import type { Suggestions } from './suggestions.ts';
import './suggestions.ts';

/** What has been given so far, whole or not. */
export function partsOf(context: InputContext): Parts {
  const parts = readParts(context.now());
  return isObject(parts) ? parts : {};
}

/** One part changed; `kept`: parts that go with it unless they were given. */
export function give(context: InputContext, part: string, value: unknown, kept: Parts = {}): void {
  giveAll(context, { [part]: value }, kept);
}

/** Several parts at once. */
export function giveAll(context: InputContext, parts: Parts, kept: Parts = {}): void {
  context.type(JSON.stringify({ ...kept, ...partsOf(context), ...parts }));
}

export interface PartLook {
  readonly label: string;
  readonly hint?: string;
  readonly size?: 'short' | 'medium';
  readonly inputmode?: 'numeric';
  readonly autocomplete?: string;
  readonly most: number;
  readonly required?: boolean;
  /** carries the field's id: where its label and its errors lead */
  readonly first?: boolean;
  /** beside what is typed: parts that go with it */
  readonly kept?: Parts;
  /** the list of this part is looked up, and what is chosen from it may say more than this part */
  readonly chosen?: (text: string) => Parts;
  /** how the part stands in its input */
  readonly show?: (value: string) => string;
}

/** A labelled line of text for one part. */
export function partInput(context: InputContext, part: string, look: PartLook): TemplateResult {
  const id = look.first ? context.id : `${context.id}-${part}`;
  const value = partsOf(context)[part];
  const text = typeof value === 'string' ? value : '';
  return html`<div class="part part-${part}">
    <label for=${id} class=${look.required && context.required ? 'required' : nothing}>${look.label}</label>
    ${look.hint ? html`<p class="hint" id="${id}-n">${look.hint}</p>` : nothing}
    <input
      id=${id}
      part="input"
      class=${look.size ?? nothing}
      type="text"
      .value=${look.show?.(text) ?? text}
      maxlength=${look.most}
      inputmode=${look.inputmode ?? nothing}
      autocomplete=${look.autocomplete ?? 'off'}
      spellcheck="false"
      ?required=${look.required && context.required}
      ?readonly=${context.locked}
      aria-invalid=${context.invalid ? 'true' : nothing}
      aria-describedby=${look.hint ? `${id}-n` : nothing}
      list=${look.chosen ? `${id}-l` : nothing}
      @input=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        giveAll(context, look.chosen?.(input.value) ?? { [part]: input.value }, look.kept);
        (input.nextElementSibling as Suggestions | null)?.ask(input.value);
      }}
    />
    ${
      look.chosen
        ? html`<patto-suggestions .context=${context} .listId=${`${id}-l`}></patto-suggestions>`
        : nothing
    }
  </div>`;
}
