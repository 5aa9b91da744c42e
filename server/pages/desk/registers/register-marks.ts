// SPDX-License-Identifier: AGPL-3.0-or-later
// How a row stands, as badges; amounts.
import { html } from 'lit';
import type { RegisterRow } from './register-api.ts';
import { filled, type RegisterWords } from './register-words.ts';

const tones = { closed: '', future: '', expired: 'bad', expiring: 'warn', stale: 'warn' } as const;

/** Badges of a row. */
export const badges = (
  { marks, left = 0, near }: Pick<RegisterRow, 'marks' | 'left' | 'near'>,
  say: RegisterWords,
) =>
  marks.map((mark) => {
    const text =
      mark !== 'expiring'
        ? say[`mark.${mark}`]
        : left === 0
          ? say.lastDay
          : left === 1
            ? say.oneDay
            : filled(say.daysLeft, { n: left });
    return html`<span class="badge ${mark === 'expiring' && near ? 'bad' : tones[mark]}" data-mark=${mark}
      >${text}</span
    >`;
  });

const money = new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR', useGrouping: true });
/** Cents → "1.234,56 €" */
export const euro = (cents: number): string => money.format(cents / 100);
