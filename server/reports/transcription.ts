// SPDX-License-Identifier: AGPL-3.0-or-later
// The newest answers of a case in the order of a platform of others, as its measure says.
import { at as valueAt } from '../../runtime/engine/pointer.ts';
import type { Answers, Case, Version } from '../../schemas/types.ts';
import type { TranscribedGroup, Transcription } from '../../templates/documents/transcription/content.ts';
import { mayRead, roleIn, thingOf } from '../authorize.ts';
import { latestSubmission } from '../context.ts';
import { peopleOf } from '../counting.ts';
import type { Deps } from '../deps.ts';
import { refuse } from '../problems.ts';
import { versionId } from '../records.ts';
import { scopeOf, type Person } from '../sessions.ts';
import type { Kept } from '../storage/contract.ts';
import { withoutHidden } from '../visible.ts';
import type { CaseReport } from './contract.ts';

export const transcription: CaseReport<Transcription> = {
  kind: 'transcription',
  async gather(deps, person, kase) {
    const order = deps.catalogue.measures.get(kase.value.measure)?.transcription;
    if (!order) return refuse('no-transcription');
    const read = readOf(deps, person, kase);
    const groups: TranscribedGroup[] = [];
    for (const { title, definition, rows, items } of order.groups) {
      const found = await read(definition);
      if (!found) continue;
      const { answers, text } = found;
      const list = rows === undefined ? undefined : valueAt(answers, rows);
      const row = (base: string, label: string) => ({
        label,
        items: items.map((item) => ({
          title: item.title,
          text: text(`${base}${item.from.replace(/^\./, '')}`),
        })),
      });
      if (rows === undefined) groups.push({ title, rows: [row('', '')] });
      else if (Array.isArray(list) && list.length > 0)
        groups.push({
          title,
          rows: list.map((one: { readonly id?: unknown }, place) =>
            row(`${rows}/${place}`, nameIn(kase.value, one.id) || String(place + 1)),
          ),
        });
    }
    const { platform, source = '' } = order;
    return {
      ok: true,
      gathered: { content: { platform, source, case: kase.value.number, groups }, title: platform },
    };
  },
};

/** The newest answers of a definition, as far as the person may read them; undefined: none. */
function readOf(deps: Deps, person: Person, kase: Kept<Case>) {
  const scope = scopeOf(person);
  const role = roleIn(person, kase.value);
  const known = new Map<string, Promise<Read | undefined>>();
  const find = async (definition: string): Promise<Read | undefined> => {
    const latest = await latestSubmission(deps, scope, kase.id, definition);
    const number = latest?.value.version;
    const version =
      number !== undefined &&
      (await deps.store.get<Version>(scope, 'versions', versionId(definition, number)));
    if (!latest || !version) return undefined;
    const thing = thingOf(deps, scope.district, definition, version.value.kind);
    // What is reserved stays where it is: the sheet is read by all who work on the assessment.
    if (thing === 'reserved' || !mayRead(person, kase.value, thing)) return undefined;
    const outline = deps.forms.outline(version.value);
    const answers = withoutHidden(outline, latest.value.answers, role);
    const { context } = latest.value;
    return {
      answers,
      text: (pointer) => deps.forms.text(outline, pointer, answers, context),
    };
  };
  return (definition: string): Promise<Read | undefined> => {
    const before = known.get(definition) ?? find(definition);
    known.set(definition, before);
    return before;
  };
}

interface Read {
  readonly answers: Answers;
  text(pointer: string): string;
}

/** Surname and name of a person of the case; '' where the row is about nobody. */
function nameIn(kase: Case, id: unknown): string {
  const found = peopleOf(kase).find((one) => one.id === id);
  return found ? [found['surname'], found['name']].filter((one) => typeof one === 'string').join(' ') : '';
}
