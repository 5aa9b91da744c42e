// SPDX-License-Identifier: AGPL-3.0-or-later
// The files of a case that goes to another district: its documents with their copies, scans, attachments, answers.
import type { Outline } from '../../../runtime/engine/contract.ts';
import type { Case, Document } from '../../../schemas/types.ts';
import type { Thing } from '../../access.ts';
import { kindOf, thingPrinted } from '../../authorize.ts';
import type { Deps } from '../../deps.ts';
import { limits } from '../../guard.ts';
import type { KeptCopy } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { listAttachments } from '../file/attachments.ts';
import type { CasePackage, PackedDocument, PackedFile, PackedSubmission } from './case-package-contents.ts';
import { filesNamed } from '../drafts/named-files.ts';
import { listAll } from '../../storage/list-all.ts';
import { kindTitle } from '../documents/show-jobs.ts';

/** Who may read what was written for these readers, in the district that it goes to. */
export const thingFor = (readers: string): Thing => (readers === 'family' ? 'case' : 'grid');

const encoded = async (deps: Deps, scope: Scope, blob: string): Promise<string> =>
  Buffer.from((await deps.store.getBytes(scope, blob)) ?? []).toString('base64');

type NameOf = (id: string) => string;

/** Acts and their copies for the office, drafts that the family was given, and what was signed on paper. */
export async function packDocuments(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  nameOf: NameOf,
): Promise<{ readonly documents: readonly PackedDocument[]; readonly scans: readonly PackedFile[] }> {
  const of = { where: { case: kase.id } };
  const documents: PackedDocument[] = [];
  const scans: PackedFile[] = [];
  for (const { id } of await listAll(deps, scope, 'documents', of)) {
    const kept = await deps.store.get<Document>(scope, 'documents', id);
    const last = kept?.value.files.at(-1);
    if (!kept || !last) continue;
    const { kind, copy, number, revision, state, issuedAt } = kept.value;
    const title = kindTitle(deps, kind, 'it');
    const thing = thingPrinted(deps, scope.district, kind);
    const file = await encoded(deps, scope, last.blob);
    const { sha256 } = last;
    if (file !== '')
      documents.push({ kind, title, copy, number, revision, state, issuedAt, thing, sha256, file });
    for (const [place, { blob, sha256, type, at, by }] of (kept.value.scans ?? []).entries()) {
      const name = `${number}-${revision}-${place + 1}.${type.split('/').at(-1)}`.replace(/[^\w.-]+/g, '-');
      const scan = await encoded(deps, scope, blob);
      const told = { title: `${title} ${number}/${revision}`, at, by: nameOf(by), thing, text: '' };
      if (scan !== '') scans.push({ ...told, name, type, sha256, file: scan });
    }
  }
  for (const { id } of await listAll(deps, scope, 'copies', of)) {
    const kept = await deps.store.get<KeptCopy>(scope, 'copies', id);
    const file = kept && (await encoded(deps, scope, kept.value.blob));
    if (!file) continue;
    const { definition, version, number, at, sha256 } = kept.value;
    const thing = await kindOf(definition, version, scope, deps);
    documents.push({
      kind: definition,
      title: deps.catalogue.definitions(scope.district).get(definition)?.title ?? definition,
      copy: 'draft',
      number: String(number),
      revision: 0,
      state: 'issued',
      issuedAt: at,
      thing,
      sha256,
      file,
    });
  }
  return { documents, scans };
}

export async function packAttachments(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
): Promise<readonly PackedFile[]> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { items } = await listAttachments(deps, person, kase);
  const out = items.filter(({ readers }) => readers !== 'author');
  // A case may hold a gigabyte: what would stay behind all the same is not read.
  let weight = out.reduce((sum, { file }) => sum + file.size, 0);
  const left = new Set<string>();
  for (const { id, file } of out.toSorted((a, b) => b.file.size - a.file.size)) {
    if (weight <= limits.package) break;
    weight -= file.size;
    left.add(id);
  }
  const packed = await Promise.all(
    out.map(async ({ id, title, date, by, about = '', readers, file: { name, type, sha256 } }) => {
      const file = left.has(id) ? '' : await encoded(deps, scope, id);
      return { id, title, at: date, by, thing: thingFor(readers), text: about, name, type, sha256, file };
    }),
  );
  return packed.flatMap(({ id, ...one }) => (one.file !== '' || left.has(id) ? [one] : []));
}

/** Files that the answers name. */
export async function packAnswered(
  deps: Deps,
  scope: Scope,
  outline: Outline,
  { title, submittedAt, by, thing, answers }: PackedSubmission,
): Promise<readonly PackedFile[]> {
  const packed = await Promise.all(
    filesNamed(outline, answers).map(async ({ file: { id, name, type, sha256 } }) => {
      const file = await encoded(deps, scope, id);
      return { title, at: submittedAt, by, thing, text: '', name, type, sha256, file };
    }),
  );
  return packed.filter(({ file }) => file !== '');
}

/** Room for what is not a file of the case, and for what goes with the package on its way. */
const margin = 1024 * 1024;

/** The heaviest files stay behind, named, as long as the whole is more than another district can take in. */
export function light(packed: CasePackage): CasePackage {
  let over = Buffer.byteLength(JSON.stringify(packed)) - (limits.package - margin);
  const attachments = [...packed.attachments];
  const heaviest = [...attachments.keys()].sort(
    (a, b) => (attachments[b]?.file.length ?? 0) - (attachments[a]?.file.length ?? 0),
  );
  for (const place of heaviest) {
    const one = attachments[place];
    if (over <= 0 || !one) break;
    over -= one.file.length;
    attachments[place] = { ...one, file: '' };
  }
  return { ...packed, attachments };
}
