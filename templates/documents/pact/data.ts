// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Data, Margin } from '../../contract.ts';
import type { DocumentInput } from '../../input.ts';
import { head, margin, proof } from '../../frame.ts';
import { fieldTexts } from '../../fields.ts';
import { conditionFlags } from '../../named-conditions.ts';
import { printable, sayable } from '../../printable.ts';
import { day, say, writing, type Row } from '../../writing.ts';
import { otherAnswers } from './answers.ts';
import { changes, changesSection, sinceSection } from './changes.ts';
import { beside } from './beside.ts';
import { linked } from './linked.ts';
import { applicant, columns, keys } from './keys.ts';
import { fullName, text } from '../../people.ts';
import { callRows, rowsAt } from './rows.ts';
import { span, textsIn, type Cell, type Texts } from './texts.ts';

/** The view of a pact for its template: every text ready, nothing that this copy may not show. */
export function pactData(input: DocumentInput): { readonly data: Data; readonly margin: Margin } {
  const t = textsIn(input.language);
  const { identity, district } = input;
  const now = stateOf(input, input.submission);
  const { answers, household, sides, cell } = now;
  const school = rowsAt(answers, keys.school);
  const anyBound = rowsAt(answers, keys.commitments).some((row) => row[columns.conditional] === true);
  const title = input.measure.pactName ?? t.title;
  const data: Data = {
    t: { ...t },
    internal: input.copy === 'internal',
    title,
    head: head(input, t),
    number: identity.number,
    revision: identity.revision,
    issued: day(identity.issuedAt),
    lasts: span(t, cell('', answers, keys.from), cell('', answers, keys.to)),
    case: input.case.number,
    measure: input.measure.name,
    people: people(answers, household, t),
    manager: manager(input, answers, t),
    team: rowsAt(answers, keys.team)
      .map((row) => [columns.name, columns.profile, columns.provider].map((key) => text(row[key])))
      .map((parts) => parts.filter(Boolean).join(', '))
      .join('; '),
    start: [
      { title: t.needs, text: cell('', answers, keys.needs) },
      { title: t.strengths, text: cell('', answers, keys.strengths) },
      { title: t.hopes, text: cell('', answers, keys.hopes) },
    ].filter((one) => one.text !== ''),
    objectives: linked(answers, cell, t),
    anyBound,
    changes: changesSection(
      input.before,
      input.before ? changes(stateOf(input, input.before), now, t) : [],
      t,
    ),
    since: sinceSection(input.since, input.since ? changes(stateOf(input, input.since), now, t) : [], t),
    unsigned: input.unsigned === true,
    beside: beside(answers, cell, t, district.words),
    promises: rowsAt(answers, keys.promises).map((row) =>
      [columns.text, columns.by]
        .map((one) => cell(keys.promises, row, one))
        .filter(Boolean)
        .join(', '),
    ),
    school: school.map((row) => ({
      child: cell(keys.school, row, columns.child) || sides.row('case:/nucleo', text(row['id'])) || t.none,
      institute: cell(keys.school, row, columns.institute) || t.none,
      grade: cell(keys.school, row, columns.grade) || t.none,
      attendance: cell(keys.school, row, columns.attendance) || t.none,
      checkedOn: cell(keys.school, row, columns.checkedOn) || t.none,
    })),
    checks: rowsAt(answers, keys.checks).map((row) => ({
      date: cell(keys.checks, row, columns.date) || t.none,
      place: cell(keys.checks, row, columns.place) || t.none,
      company: cell(keys.checks, row, columns.with) || t.none,
    })),
    mayChange: input.measure.texts?.['revisione']?.text ?? t.revision,
    consequences: anyBound ? consequences(input, school.length > 0) : [],
    privacy: district.letterhead.privacy ?? '',
    signers: input.signers.map(({ id, name, role, line }) => ({
      id,
      name,
      role,
      says: line ? t[line] : t.signature,
      place: `${t.signatureOf} ${name}`,
    })),
    // Whoever is named has a place of their own.
    translated:
      answers[keys.translated] !== false && !input.signers.some((one) => one.line === 'translation'),
    verify: proof(input),
    fields: fieldTexts(
      input.outline,
      answers,
      (field, value) => say(field, value, input.papers, sides),
      input.copy,
      input.roles ?? [],
    ),
    holds: conditionFlags(input),
    assessment: (input.assessment ?? []).map((one) => ({ ...one })),
    answers:
      input.copy === 'internal'
        ? otherAnswers(input, answers, (field, value) => say(field, value, input.papers, sides), t)
        : [],
  };
  return { data, margin: margin(input, t, title, input.unsigned ? '' : t.number) };
}

/** Answers as this copy says them, each in words. */
function stateOf(input: DocumentInput, given: Pick<DocumentInput['submission'], 'answers' | 'context'>) {
  const context = sayable(given.context, input.copy);
  const answers: Row = printable(input.outline, given.answers, input.copy, input.roles ?? []);
  const household: readonly Row[] = context.case.nucleo ?? [];
  const sides = writing(input.version.source, context, callRows(answers, household), input.language);
  const cell: Cell = (list, row, column) =>
    say(
      input.outline.byPointer.get(list === '' ? `/${column}` : `/${list}/*/${column}`),
      row[column],
      input.papers,
      sides,
    );
  const people = new Map(household.map((row) => [text(row['id']), fullName(row)]));
  return { answers, household, sides, cell, people };
}

function people(answers: Row, household: readonly Row[], t: Texts): Data[] {
  const bound = new Set(
    rowsAt(answers, keys.parties)
      .filter((row) => row[columns.bound] === true)
      .map((row) => row['id']),
  );
  return household.map((row) => ({
    name: fullName(row),
    birth: day(text(row[columns.birth])) || t.none,
    taxCode: text(row[columns.taxCode]) || t.none,
    note: [row[columns.relation] === applicant ? t.applicant : '', bound.has(row['id']) ? t.boundPerson : '']
      .filter(Boolean)
      .join(', '),
  }));
}

/** The reference worker: as the pact says, with what the district knows beyond. */
function manager(input: DocumentInput, answers: Row, t: Texts): Data {
  const named = (answers[keys.worker] ?? {}) as Row;
  const name = text(named[columns.name]) || (input.manager?.name ?? '');
  if (name === '') return null;
  const same = input.manager?.name === name ? input.manager : undefined;
  const phone = text(named[columns.phone]) || same?.phone;
  return {
    name,
    profile: text(named[columns.profile]) || (same?.profile ?? ''),
    contact: [phone ? `${t.phone} ${phone}` : '', text(named[columns.email]) || (same?.email ?? '')]
      .filter(Boolean)
      .join(' · '),
  };
}

/** What the measure says about duties that are not kept, each with its source; about school only where there is one. */
function consequences(input: DocumentInput, school: boolean): Data[] {
  return Object.entries(input.measure.texts ?? {})
    .filter(([key]) => key.startsWith('conseguenze') || key === 'motivi')
    .filter(([key]) => school || !key.includes('scuola'))
    .map(([, one]) => ({ text: one.text, source: one.source }));
}
