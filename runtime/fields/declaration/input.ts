// SPDX-License-Identifier: BSD-3-Clause
import { css, html, nothing } from 'lit';
import type { FieldInput } from '../../elements/input.ts';
import { dressed } from '../../elements/inputs/dressed.ts';
import '../../elements/rich.ts';
import { type Declared, facts } from './facts.ts';
import { paper } from './paper.ts';
import { confirmOf, hashOf, textOf } from './text.ts';
import { words } from './words.ts';

const sheet = css`
  .declared {
    margin-block: 0.5em;
    padding: 0.875em 1.125em;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--ground);
  }
`;
const dressing = dressed(sheet);

/** The text, then one box with the exact words. */
export const input: FieldInput = {
  facts,
  words,
  paper,
  group: () => true,
  render(context) {
    const value = context.value as Declared | undefined;
    const now = hashOf(context.field);
    return html`<div class="declared" id="${context.id}-t" ${dressing}>
        <patto-rich .text=${textOf(context.field)}></patto-rich>
      </div>
      <label class="choice"
        ><input
          type="checkbox"
          id=${context.id}
          .checked=${value?.text === now}
          ?disabled=${context.locked}
          ?required=${context.required}
          aria-invalid=${context.invalid ? 'true' : nothing}
          aria-describedby="${context.id}-t"
          @change=${(event: Event) =>
            context.answer(
              (event.target as HTMLInputElement).checked
                ? { accepted: true, text: now, at: context.today }
                : undefined,
            )}
        /><span>${confirmOf(context.field) || context.say('confirm')}</span></label
      >`;
  },
};
