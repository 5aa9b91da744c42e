// SPDX-License-Identifier: AGPL-3.0-or-later
import { daysLater, monthsLater } from '../../../runtime/functions/dates.ts';
import type { Data } from '../../contract.ts';
import type { DocumentInput } from '../../input.ts';
import { fullName, text } from '../../people.ts';
import { roots } from '../../printable.ts';
import { clock, hour, longDay, type Row } from '../../writing.ts';

/** What was received, and the terms that its dates begin. */
export function received(input: DocumentInput, answers: Row): { readonly [key: string]: Data } {
  const { submission, version, measure, language } = input;
  const at = submission.submittedAt ?? input.identity.issuedAt;
  const name = fullName(answers);
  return {
    request: version.title,
    submitted: {
      number: submission.receipt ?? '',
      day: longDay(at, language),
      hour: clock(hour(at), language),
    },
    by: { name, taxCode: text(answers['codice_fiscale']) },
    files: roots(input.outline).flatMap((field): string[] => {
      const value = answers[field.key];
      const title = field.schema.title ?? field.key;
      return field.type.type === 'file' && Array.isArray(value) && value.length > 0 ? [title] : [];
    }),
    terms: begun(version.source.gives?.dates ?? {}, submission.answers, measure.terms ?? [], language),
  };
}

/** Terms of law that count from a date among these answers. `dates`: key of the case's date → pointer. */
function begun(
  dates: { readonly [key: string]: string },
  answers: Row,
  terms: NonNullable<DocumentInput['measure']['terms']>,
  language: 'it' | 'en',
): Data[] {
  return terms.flatMap(({ title, from, days, months, level = 'limit', when }): Data[] => {
    const start = text(answers[dates[from]?.slice(1) ?? '']);
    // What depends on how the case goes on cannot be promised here.
    if (start === '' || level !== 'limit' || when) return [];
    const due = months === undefined ? daysLater(start, days ?? 0) : monthsLater(start, months);
    return due === undefined ? [] : [{ title, due: longDay(`${due}T12:00:00Z`, language) }];
  });
}
