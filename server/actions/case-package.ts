// SPDX-License-Identifier: AGPL-3.0-or-later
// One file with a whole case, for another district to go on from: readable by people and programs without this one.
import type { FieldNode, Outline } from '../../runtime/engine/contract.ts';
import { at as valueAt } from '../../runtime/engine/pointer.ts';
import type { Answers, Case, Context, Document, Version } from '../../schemas/types.ts';
import type { Thing } from '../access.ts';
import { kindOf, mayRead, roleIn, thingPrinted } from '../authorize.ts';
import { digest } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { listRows } from '../lists.ts';
import { mayRead as mayReadNote } from '../readers.ts';
import { versionId, type KeptNote } from '../records.ts';
import type { Person } from '../sessions.ts';
import type { Kept, Scope } from '../storage/contract.ts';
import { withoutHidden } from '../visible.ts';
import { listAttachments } from './attachments.ts';
import { submissionsOf } from './refold.ts';
import { listAll } from './show-case.ts';

export interface PackedSubmission {
  readonly definition: string;
  readonly title: string;
  readonly version: number;
  readonly submittedAt: string;
  readonly by: string;
  readonly receipt: string;
  /** what the answers count as: who may read them */
  readonly thing: Thing;
  /** why it was wrong, if another one took its place */
  readonly replaced?: string;
  /** questions and answers in words, as on paper */
  readonly rows: readonly { readonly title: string; readonly text: string }[];
  readonly answers: Answers;
}
export interface PackedDocument {
  readonly kind: string;
  readonly number: string;
  readonly revision: number;
  readonly state: string;
  readonly issuedAt: string;
  readonly thing: Thing;
  readonly sha256: string;
  /** PDF, base64 */
  readonly file: string;
}
/** A note of the diary, or a file that no form asked for. */
export interface PackedNote {
  readonly title: string;
  /** RFC 3339, or the ISO date that a paper bears */
  readonly at: string;
  readonly by: string;
  readonly thing: Thing;
  readonly text: string;
}
export interface PackedFile extends PackedNote {
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
  /** base64 */
  readonly file: string;
}
export interface CasePackage {
  readonly format: 'urn:patto:case-package:1';
  readonly district: string;
  readonly number: string;
  readonly measure: string;
  readonly comune: string;
  readonly name: string;
  readonly at: string;
  readonly reason: string;
  readonly household: Case['household'];
  readonly dates: Case['dates'];
  readonly timeline: readonly {
    readonly at: string;
    readonly by: string;
    readonly what: string;
    readonly note?: string;
  }[];
  readonly submissions: readonly PackedSubmission[];
  readonly documents: readonly PackedDocument[];
  readonly notes: readonly PackedNote[];
  readonly attachments: readonly PackedFile[];
  /** SHA-256 of all the rest as JSON, hexadecimal: tells damage, not forgery */
  readonly sha256: string;
}

/** SHA-256 of a package without its own. */
export function packageDigest({ sha256: _own, ...rest }: CasePackage): string {
  return digest(JSON.stringify(rest));
}

/** Packs what the person may read of the case, with the reason that is written. */
export async function packCase(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  reason: string,
): Promise<CasePackage> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const district = deps.catalogue.districts.get(scope.district);
  const accounts = await listAll(deps, scope, 'accounts', {});
  const names = new Map(accounts.map(({ id, fields }) => [id, String(fields['name'])]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const of = { where: { case: kase.id } };
  const submissions = await submissionsOf(
    deps,
    scope,
    (await listAll(deps, scope, 'submissions', of)).map(({ id }) => id),
  );
  const documents = await listAll(deps, scope, 'documents', { where: { case: kase.id, copy: 'family' } });
  const { value } = kase;
  const role = roleIn(person, value);
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
    submissions: (
      await Promise.all(submissions.map((one) => packSubmission(deps, scope, one, role, nameOf)))
    ).filter(({ thing }) => mayRead(person, value, thing)),
    documents: (await Promise.all(documents.map(({ id }) => packDocument(deps, scope, id))))
      .flat()
      .filter(({ thing }) => mayRead(person, value, thing)),
    notes: await packNotes(deps, scope, kase, nameOf),
    attachments: await packAttachments(deps, person, kase),
    sha256: '',
  };
  return { ...whole, sha256: packageDigest(whole) };
}

async function packSubmission(
  deps: Deps,
  scope: Scope,
  { value }: Awaited<ReturnType<typeof submissionsOf>>[number],
  role: string,
  nameOf: (id: string) => string,
): Promise<PackedSubmission> {
  const { definition, version: number, context, submittedAt, submittedBy, receipt, replaced } = value;
  const version = await deps.store.get<Version>(scope, 'versions', versionId(definition, number));
  const outline = version && deps.forms.outline(version.value);
  // What one question keeps for some roles does not leave by the hand of another.
  const answers = outline ? withoutHidden(outline, value.answers, role) : {};
  return {
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

async function packDocument(deps: Deps, scope: Scope, id: string): Promise<readonly PackedDocument[]> {
  const kept = await deps.store.get<Document>(scope, 'documents', id);
  const last = kept?.value.files.at(-1);
  const bytes = last && (await deps.store.getBytes(scope, last.blob));
  if (!kept || !last || !bytes) return [];
  const { kind, number, revision, state, issuedAt } = kept.value;
  const thing = thingPrinted(deps, scope.district, kind);
  const file = Buffer.from(bytes).toString('base64');
  return [{ kind, number, revision, state, issuedAt, thing, sha256: last.sha256, file }];
}

/** Who may read what was written for these readers, in the district that it goes to. */
const thingFor = (readers: string): Thing => (readers === 'family' ? 'case' : 'grid');

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

async function packAttachments(deps: Deps, person: Person, kase: Kept<Case>): Promise<readonly PackedFile[]> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { items } = await listAttachments(deps, person, kase);
  const packed = await Promise.all(
    items
      .filter(({ readers }) => readers !== 'author')
      .map(async ({ id, title, date, by, about = '', readers, file: { name, type, sha256 } }) => {
        const bytes = await deps.store.getBytes(scope, id);
        const file = Buffer.from(bytes ?? []).toString('base64');
        return { title, at: date, by, thing: thingFor(readers), text: about, name, type, sha256, file };
      }),
  );
  return packed.filter(({ file }) => file !== '');
}
