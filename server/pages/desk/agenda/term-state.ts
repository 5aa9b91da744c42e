// SPDX-License-Identifier: AGPL-3.0-or-later
// How a term stands today, as a badge says it.
import type { TermRow } from '../api.ts';
import { dayOf, daysBetween } from '../dates.ts';
import type { TermWords } from './term-words.ts';

export interface Standing {
  readonly badge: '' | 'good' | 'warn' | 'bad';
  readonly text: string;
}

/** `today`: ISO date. */
export function standing(term: TermRow, today: string, say: TermWords): Standing {
  const left = daysBetween(today, term.due);
  const days = (many: number): string => `${many} ${many === 1 ? say.one : say.days}`;
  if (term.met !== undefined)
    return term.state === 'late'
      ? { badge: 'warn', text: `${say.metLate}: ${dayOf(term.met)}` }
      : { badge: 'good', text: `${say.met} ${dayOf(term.met)}` };
  if (term.state === 'met') return { badge: '', text: `${say.wait} ${dayOf(term.due)}` };
  if (term.state === 'waived') return { badge: '', text: say.waived };
  if (term.state === 'suspended') return { badge: 'warn', text: say.suspended };
  if (term.state === 'late') return { badge: 'bad', text: `${say.late} ${days(-left)}` };
  const badge = term.red ? 'bad' : '';
  if (term.level === 'mark') return { badge, text: left > 0 ? `${say.wait} ${dayOf(term.due)}` : say.look };
  return { badge, text: left <= 0 ? say.today : days(left) };
}
