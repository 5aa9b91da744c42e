// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Data, Margin } from '../../contract.ts';
import type { DocumentInput } from '../../input.ts';
import { printable, type PrintedField } from '../../printable.ts';
import { day, say, writing, type Row } from '../../writing.ts';
import { otherAnswers } from './answers.ts';
import { columns, pointers } from './keys.ts';
import { callRows, fullName, ids, keyOf, numbered, pick, rowsAt, text } from './rows.ts';
import { words } from './words.ts';

type View = { [key: string]: Data };

/** Words in the language of the paper. */
function texts(language: 'it' | 'en'): { [key in keyof typeof words]: string } {
  return Object.fromEntries(Object.entries(words).map(([key, one]) => [key, one[language]])) as {
    [key in keyof typeof words]: string;
  };
}

/** Hash in groups of four, the first sixteen letters: enough to compare by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}

/** The view of a pact for its template: every text ready, nothing that this copy may not show. */
export function pactData(input: DocumentInput): { readonly data: Data; readonly margin: Margin } {
  const t = texts(input.language);
  const { context } = input.submission;
  const answers: Row = printable(input.outline, input.submission.answers, input.copy, input.roles ?? []);
  const household: readonly Row[] = context.case.nucleo ?? [];
  const sides = writing(input.version.source, context, callRows(answers, household), input.language);
  const at = (pointer: string): PrintedField | undefined => input.outline.byPointer.get(pointer);
  /** the first answered of these columns, in words */
  const cell = (list: string, row: Row, keys: readonly string[]): string => {
    const key = keyOf(row, keys);
    if (key === undefined) return '';
    return say(at(list === '' ? `/${key}` : `/${list}/*/${key}`), row[key], input.papers, sides);
  };
  const span = (list: string, row: Row): string => {
    const [from, to] = [cell(list, row, columns.from), cell(list, row, columns.to)];
    if (from && to) return `${t.from} ${from} ${t.to} ${to}`;
    return from ? `${t.since} ${from}` : to ? `${t.until} ${to}` : '';
  };
  const graph = numbered(answers);
  const served = (row: Row) => ids(pick(row, columns.results)).flatMap((id) => graph.place.get(id) ?? []);
  const links = (row: Row): string => {
    const list = served(row).map((one) => one.n);
    return list.length === 0 ? '' : `${list.length > 1 ? t.forSeveral : t.forResult} ${list.join(', ')}`;
  };

  const commitments = rowsAt(answers, pointers.commitments);
  const supports = rowsAt(answers, pointers.supports);
  const commitment = (row: Row): View => {
    const { key } = commitments;
    const by = cell(key, row, columns.by);
    return {
      who: cell(key, row, columns.who) || t.all,
      text: cell(key, row, columns.text) || cell(key, row, columns.type),
      when: [cell(key, row, columns.often), by && `${t.within} ${by}`, span(key, row)]
        .filter(Boolean)
        .join(', '),
      bound: pick(row, columns.conditional) === true ? t.boundMark : '',
      links: links(row),
    };
  };
  const support = (row: Row): View => {
    const { key } = supports;
    return {
      text: cell(key, row, columns.service) || cell(key, row, columns.text),
      provider: cell(key, row, columns.provider),
      quantity: cell(key, row, columns.quantity),
      period: span(key, row),
      fund: cell(key, row, columns.fund),
      cost: cell(key, row, columns.cost),
      links: links(row),
    };
  };
  const mine = (rows: readonly Row[], objective: number) =>
    rows.filter((row) => (served(row)[0]?.objective ?? -1) === objective);
  const block = (index: number, label: string, title: string, results: Data): View => ({
    label,
    text: title,
    results,
    commitments: mine(commitments.rows, index).map(commitment),
    supports: mine(supports.rows, index).map(support),
  });
  const resultsKey = rowsAt(answers, pointers.results).key;
  const objectivesKey = rowsAt(answers, pointers.objectives).key;
  const objectives = graph.objectives.map((one, index) =>
    block(
      index,
      `${t.objective} ${one.n}`,
      cell(objectivesKey, one.row, columns.text),
      one.results.map(({ row, n }) => ({
        n,
        text: cell(resultsKey, row, columns.text),
        seenBy: cell(resultsKey, row, columns.seenBy),
        by: cell(resultsKey, row, columns.by) || t.noDate,
      })),
    ),
  );
  const whole = block(-1, '', t.general, []);
  if ((whole['commitments'] as Data[]).length + (whole['supports'] as Data[]).length > 0)
    objectives.push(whole);

  const anyBound = commitments.rows.some((row) => pick(row, columns.conditional) === true);
  const promises = rowsAt(answers, pointers.promises);
  const school = rowsAt(answers, pointers.school);
  const checks = rowsAt(answers, pointers.checks);
  const { identity } = input;
  const office = input.district.offices.find((one) => one.id === input.case.office);
  const applicant = household.find(
    (row) => pick(row, columns.applicant) === true || pick(row, columns.relation) === 'richiedente',
  );
  const lasts = span('', { dal: pick(answers, pointers.from), al: pick(answers, pointers.to) });

  const printed = new Set([
    resultsKey,
    objectivesKey,
    ...[commitments, supports, promises, school, checks].map((one) => one.key),
  ]);
  const data = {
    t,
    internal: input.copy === 'internal',
    title: input.measure.pactName ?? t.title,
    head: {
      lines: [...input.district.letterhead.lines],
      office: office
        ? [
            office.name,
            office.address,
            office.phone ? `${t.phone} ${office.phone}` : '',
            office.email ?? '',
            office.hours ?? '',
          ].filter(Boolean)
        : [],
    },
    number: identity.number,
    revision: identity.revision,
    issued: day(identity.issuedAt),
    lasts,
    case: input.case.number,
    measure: input.measure.name,
    people: household.map((row) => ({
      name: fullName(row),
      birth: say(undefined, pick(row, columns.birth), input.papers, sides),
      taxCode: text(pick(row, columns.taxCode)),
      note: row === applicant ? t.applicant : '',
    })),
    manager: input.manager
      ? {
          name: input.manager.name,
          profile: input.manager.profile,
          contact: [input.manager.phone ? `${t.phone} ${input.manager.phone}` : '', input.manager.email ?? '']
            .filter(Boolean)
            .join(' · '),
        }
      : null,
    team: (input.team ?? [])
      .map((one) => `${one.name}, ${one.profile}${one.employer ? ` (${one.employer})` : ''}`)
      .join('; '),
    hopes: cell('', answers, pointers.hopes),
    objectives,
    anyBound,
    promises: promises.rows.map((row) =>
      [cell(promises.key, row, columns.text), cell(promises.key, row, columns.within)]
        .filter(Boolean)
        .join(', '),
    ),
    school: school.rows.map((row) => ({
      child: cell(school.key, row, columns.child),
      institute: cell(school.key, row, columns.institute),
      grade: cell(school.key, row, columns.grade),
      attendance: cell(school.key, row, columns.attendance),
      checkedOn: cell(school.key, row, columns.checkedOn),
    })),
    checks: checks.rows.map((row) => ({
      date: cell(checks.key, row, columns.date),
      place: cell(checks.key, row, columns.place),
      company: cell(checks.key, row, columns.with),
    })),
    mayChange: input.measure.texts?.['revisione']?.text ?? t.revision,
    consequences: anyBound ? consequences(input, school.rows.length > 0) : [],
    privacy: input.district.letterhead.privacy ?? '',
    signers: input.signers.map((one) => ({ name: one.name, role: one.role })),
    verify: { ...input.verify, code: identity.code, hash: shortHash(identity.contentHash) },
    assessment: (input.assessment ?? []).map((one) => ({ ...one })),
    answers:
      input.copy === 'internal'
        ? otherAnswers(input, answers, printed, (field, value) => say(field, value, input.papers, sides), t)
        : [],
  };
  const margin: Margin = {
    language: input.language,
    title: `${data['title']} ${identity.number}`,
    left: `${t.number} ${identity.number}, ${t.version} ${identity.revision} · ${t.footHash} ${shortHash(identity.contentHash)}`,
    right: input.copy === 'internal' ? t.internalTitle : '',
    page: [t.page, t.pageOf],
  };
  return { data, margin };
}

/** What the measure says about duties that are not kept, each with its source; about school only where there is one. */
function consequences(input: DocumentInput, school: boolean): Data[] {
  return Object.entries(input.measure.texts ?? {})
    .filter(([key]) => key.startsWith('conseguenze') || key === 'motivi')
    .filter(([key]) => school || !key.includes('scuola'))
    .map(([, one]) => ({ text: one.text, source: one.source }));
}
