// SPDX-License-Identifier: AGPL-3.0-or-later
// One file with a whole case, for another district to go on from: readable by people and programs without this one.
import type { FieldNode, Outline } from '../../../runtime/engine/contract.ts';
import { at as valueAt } from '../../../runtime/engine/pointer.ts';
import type { Answers, Case, Context, Version } from '../../../schemas/types.ts';
import { kindOf, roleIn } from '../../authorize.ts';
import type { Deps } from '../../deps.ts';
import { listRows } from '../../lists.ts';
import { isProtected } from '../../protection.ts';
import { mayRead as mayReadNote } from '../../readers.ts';
import { versionId, type KeptNote } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { withoutHidden } from '../../visible.ts';
import {
  packageDigest,
  readable,
  type CasePackage,
  type PackedFile,
  type PackedNote,
  type PackedSubmission,
} from './case-package-contents.ts';
import { light, packAnswered, packAttachments, packDocuments, thingFor } from './case-package-files.ts';
import { submissionsOf } from '../cases/refold.ts';
import { listAll } from '../../storage/list-all.ts';

/** Who writes and is nobody with an account. */
const others: { readonly [actor: string]: string } = { public: 'pagina pubblica', system: 'programma' };

/** Packs what the person may read of the case, with the reason that is written; `earlier`: the file that it came from. */
export async function packCase(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  reason: string,
  earlier: CasePackage | undefined,
): Promise<CasePackage> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const district = deps.catalogue.districts.get(scope.district);
  const accounts = await listAll(deps, scope, 'accounts', {});
  const names = new Map(accounts.map(({ id, fields }) => [id, String(fields['name'])]));
  const nameOf = (id: string): string => names.get(id) ?? others[id] ?? id;
  const ids = (await listAll(deps, scope, 'submissions', { where: { case: kase.id } })).map(({ id }) => id);
  const { value } = kase;
  const role = roleIn(person, value);
  const packed = await Promise.all(
    (await submissionsOf(deps, scope, ids)).map((one) => packSubmission(deps, scope, one, role, nameOf)),
  );
  const papers = await packDocuments(deps, scope, kase, nameOf);
  const whole: CasePackage = {
    format: 'urn:patto:case-package:1',
    district: district?.name ?? scope.district,
    number: value.number,
    measure: value.measure,
    comune: district?.comuni.find(({ id }) => id === value.comune)?.name ?? value.comune,
    name: value.name,
    at: deps.clock.instant(),
    reason,
    household: value.household.map(({ submission: _submission, ...rest }) => rest),
    dates: value.dates,
    timeline: value.timeline.map(({ at, by, what, note }) => ({
      at,
      by: nameOf(by),
      what,
      ...(note ? { note } : {}),
    })),
    submissions: packed.map(({ submission }) => submission),
    documents: papers.documents,
    notes: await packNotes(deps, scope, kase, nameOf),
    attachments: [
      ...(await packAttachments(deps, person, kase)),
      ...packed.flatMap(({ files }) => files),
      ...papers.scans,
    ],
    ...(earlier ? { before: pastOf(earlier).map((one) => readable(person, value, one, reason)) } : {}),
    ...(isProtected(value) ? { protected: true } : {}),
    sha256: '',
  };
  const sent = light(readable(person, value, whole, reason));
  return { ...sent, sha256: packageDigest(sent) };
}

/** A case that came as this file had been there, and before that elsewhere. */
function pastOf(earlier: CasePackage): NonNullable<CasePackage['before']> {
  const { format: _format, sha256: _sha256, protected: _protected, before = [], ...there } = earlier;
  return [there, ...before];
}

async function packSubmission(
  deps: Deps,
  scope: Scope,
  { value }: Awaited<ReturnType<typeof submissionsOf>>[number],
  role: string,
  nameOf: (id: string) => string,
): Promise<{ readonly submission: PackedSubmission; readonly files: readonly PackedFile[] }> {
  const { definition, version: number, context, submittedAt, submittedBy, receipt, replaced } = value;
  const version = await deps.store.get<Version>(scope, 'versions', versionId(definition, number));
  const outline = version && deps.forms.outline(version.value);
  // What one question keeps for some roles does not leave by the hand of another.
  const answers = outline ? withoutHidden(outline, value.answers, role) : {};
  const submission: PackedSubmission = {
    definition,
    title: version?.value.title ?? definition,
    version: number,
    submittedAt,
    by: nameOf(submittedBy),
    receipt,
    thing: await kindOf(definition, number, scope, deps),
    ...(replaced ? { replaced: replaced.reason } : {}),
    rows: outline ? inWords(deps, outline, answers, context) : [],
    answers,
  };
  return { submission, files: outline ? await packAnswered(deps, scope, outline, submission) : [] };
}

/** Every drawn question that has an answer, rows one after the other. */
function inWords(deps: Deps, outline: Outline, answers: Answers, context: Context): PackedSubmission['rows'] {
  const rows: { title: string; text: string }[] = [];
  const walk = (nodes: readonly FieldNode[], at: string, before: string): void => {
    for (const node of nodes) {
      const pointer = `${at}/${node.key}`;
      const value = valueAt(answers, pointer);
      const title = [before, node.schema.title ?? node.key].filter(Boolean).join(' · ');
      if (value === undefined || node.schema['x-drawn'] === false) continue;
      if (node.type.nests === 'group') walk(node.children, pointer, title);
      else if (node.type.nests === 'rows' && Array.isArray(value))
        for (const row of value.keys()) walk(node.children, `${pointer}/${row}`, `${title} ${row + 1}`);
      else rows.push({ title, text: deps.forms.text(outline, pointer, answers, context) });
    }
  };
  walk(
    outline.fields.filter(({ parent }) => parent === undefined),
    '',
    '',
  );
  return rows.filter(({ text }) => text !== '');
}

/** Notes that the person may read; what somebody wrote for the own eyes never goes out. */
async function packNotes(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  nameOf: (id: string) => string,
): Promise<readonly PackedNote[]> {
  const titles = new Map(listRows(deps, scope.district, 'tipi-nota')?.map(({ id, title }) => [id, title]));
  const items = await listAll(deps, scope, 'notes', { where: { case: kase.id } });
  const kept = await Promise.all(items.map(({ id }) => deps.store.get<KeptNote>(scope, 'notes', id)));
  return kept.flatMap((one) => {
    if (!one || one.value.readers === 'author' || !mayReadNote(one.value, scope.actor, kase.value)) return [];
    const { kind, at, by, text, readers } = one.value;
    return [{ title: titles.get(kind) ?? kind, at, by: nameOf(by), thing: thingFor(readers), text }];
  });
}
