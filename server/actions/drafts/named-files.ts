// SPDX-License-Identifier: AGPL-3.0-or-later
// Files that answers name: of this draft or of the same case they must be, and with it they go or stay.
import type { FieldNode, Outline } from '../../../runtime/engine/contract.ts';
import type { FileRef } from '../../../runtime/fields/contract.ts';
import type { Problem } from '../../../runtime/problem.ts';
import type { Answers, Submission } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { keep } from '../../keep.ts';
import type { KeptUpload } from '../../records.ts';
import type { Kept, Scope, Write } from '../../storage/contract.ts';
import { oneAtATime } from '../../mutexes.ts';
import { fileOf, uploadsOf } from './keep-file.ts';
import { same } from '../../../runtime/engine/pointer.ts';

/** A file that no answer names any more is kept so long: who took it out by mistake has not lost it. Milliseconds. */
const forgotten = 3_600_000;

interface Named {
  readonly at: string;
  readonly file: FileRef;
}
const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every file that answers name, however unfinished they are. */
export function filesNamed(outline: Outline, answers: Answers): readonly Named[] {
  const found: Named[] = [];
  const look = (nodes: readonly FieldNode[], holder: unknown, base: string): void => {
    if (!isObject(holder)) return;
    for (const node of nodes) {
      const value = holder[node.key];
      const place = `${base}/${node.key}`;
      if (node.type.nests === 'group') look(node.children, value, place);
      else if (node.type.nests === 'rows' && Array.isArray(value))
        value.forEach((row: unknown, index) => look(node.children, row, `${place}/${index}`));
      else if (node.type.files && Array.isArray(value))
        for (const file of node.type.files(value).filter(isObject)) found.push({ at: place, file });
    }
  };
  if (outline.fields.some(({ type }) => type.files))
    look(
      outline.fields.filter(({ parent }) => parent === undefined),
      answers,
      '',
    );
  return found;
}

/** Named files that the server does not know as such, or that belong to another draft or case. */
export async function foreignFiles(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  named: readonly Named[],
  own: { readonly draft: string | undefined; readonly case: string | undefined },
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { at, file } of named) {
    const kept =
      typeof file.id === 'string' ? await deps.store.get<KeptUpload>(scope, 'uploads', file.id) : undefined;
    if (!kept || !same(fileOf(kept.value), file) || !(await belongs(deps, scope, kept.value, own)))
      problems.push({ code: 'file-unknown', at, params: {}, level: 'error' });
  }
  return problems;
}

async function belongs(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  upload: KeptUpload,
  own: { readonly draft: string | undefined; readonly case: string | undefined },
): Promise<boolean> {
  if (upload.draft === own.draft) return true;
  if (own.case === undefined || upload.submission === undefined) return false;
  const submission = await deps.store.get<Submission>(scope, 'submissions', upload.submission);
  return submission?.value.case === own.case;
}

/** Uploads of the draft that the answers name become files of the submission. */
export async function claims(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  named: readonly Named[],
  draft: string | undefined,
  submission: string,
): Promise<Write[]> {
  const writes: Write[] = [];
  for (const id of new Set(named.map(({ file }) => file.id))) {
    const kept = await deps.store.get<KeptUpload>(scope, 'uploads', id);
    if (kept && kept.value.draft === draft && kept.value.submission !== submission)
      writes.push({
        do: 'replace',
        collection: 'uploads',
        id,
        value: { ...kept.value, submission },
        rev: kept.rev,
      });
  }
  return writes;
}

/** Files of a draft that is gone, but for those that its submission has. */
export function letFilesGo(deps: Pick<Deps, 'store'>, scope: Scope, draft: string): Promise<void> {
  return oneAtATime.alone(`${scope.district} files ${draft}`, async () => {
    for (const { id } of await uploadsOf(deps, scope, { draft })) {
      const kept = await deps.store.get<KeptUpload>(scope, 'uploads', id);
      if (kept) await removeUnlessSent(deps, scope, kept);
    }
  });
}

/** Files of a living draft that nothing in it names any more. */
export function forgetFiles(deps: Deps, scope: Scope, draft: string, value: unknown): Promise<void> {
  return oneAtATime.alone(`${scope.district} files ${draft}`, async () => {
    const text = JSON.stringify(value);
    const now = Date.parse(deps.clock.instant());
    for (const { id, fields } of await uploadsOf(deps, scope, { draft })) {
      if (text.includes(`"${id}"`) || now - Date.parse(String(fields['at'])) < forgotten) continue;
      const kept = await deps.store.get<KeptUpload>(scope, 'uploads', id);
      if (kept) await removeUnlessSent(deps, scope, kept);
    }
  });
}

/** Files whose draft went while the machine stopped leave the store, a few at a time. */
export async function sweepFiles(deps: Pick<Deps, 'store'>, district: string): Promise<void> {
  const scope: Scope = { district, actor: 'system' };
  const { items } = await deps.store.list(scope, 'uploads', { where: { submission: null }, limit: 5 });
  for (const { id, fields } of items) {
    if (await deps.store.get(scope, 'drafts', String(fields['draft']))) continue;
    const kept = await deps.store.get<KeptUpload>(scope, 'uploads', id);
    if (kept) await removeUnlessSent(deps, scope, kept);
  }
}

async function removeUnlessSent(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  { id, rev, value }: Kept<KeptUpload>,
): Promise<void> {
  if (value.submission && (await deps.store.get(scope, 'submissions', value.submission))) return;
  const gone = await keep(deps, scope, { action: 'file.remove', object: id, hash: value.sha256 }, [
    { do: 'remove', collection: 'uploads', id, rev },
  ]);
  if (gone.ok) await deps.store.removeBytes(scope, id);
}
