// SPDX-License-Identifier: AGPL-3.0-or-later
// Small marks in the view of a case: where it is on its way, that it is closed, that a submission was wrong.
import { html, nothing, type TemplateResult } from 'lit';
import type { Case } from '../../../../schemas/types.ts';
import type { DefinitionRow, PhaseRow } from '../api.ts';
import { caseWorkWords, told } from './case-work-words.ts';
import { dayOf } from '../dates.ts';

type Piece = TemplateResult | typeof nothing;

/** The name of a phase; of the one that the case is in, what is missing to go on. */
export function phaseHead(locale: string, { title, state, missing = [] }: PhaseRow): Piece {
  const say = caseWorkWords(locale);
  if (state !== 'here') return html`<p class="phase">${title}</p>`;
  return html`<p class="phase" data-here>${title} <span class="badge">${say.here}</span></p>
    ${missing.length > 0 ? html`<p class="hint" data-missing>${say.toLeave}: ${missing.join('; ')}</p>` : nothing}`;
}

export function closedNotice(locale: string, { closed }: Pick<Case, 'closed'>): Piece {
  if (!closed) return nothing;
  const say = caseWorkWords(locale);
  const text = closed.why === 'merged' ? say.closedMerged : told(say.closedMoved, { to: closed.to ?? '' });
  return html`<p class="notice warn" role="status">
    ${text} ${closed.note ?? ''}
    ${closed.into ? html`<br /><a href="#/case/${closed.into}">${say.toOther}</a>` : nothing}
  </p>`;
}

export function correction(
  locale: string,
  { replaced, corrects }: DefinitionRow['submissions'][number],
): Piece {
  const say = caseWorkWords(locale);
  if (replaced)
    return html`<div>
      <span class="badge bad">${told(say.replaced, { day: dayOf(replaced.at), why: replaced.reason })}</span>
    </div>`;
  return corrects ? html`<div class="hint">${told(say.corrects, { why: corrects.reason })}</div>` : nothing;
}
