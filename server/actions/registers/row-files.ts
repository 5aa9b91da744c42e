// SPDX-License-Identifier: AGPL-3.0-or-later
// Files of rows of registers, e.g. the text of an agreement: taken in one by one, read by who may read the register.
import type { Problem } from '../../../runtime/problem.ts';
import type { ListRow, Register } from '../../../schemas/types.ts';
import { newId } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { keepNew, refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptUpload } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Reply } from '../../routes/contract.ts';
import type { Scope } from '../../storage/contract.ts';
import { answersOf, outlineOf } from './judge-row.ts';
import { fileOf, lookAtFile, uploadsOf, type SentFile } from '../drafts/keep-file.ts';
import { filesNamed, foreignFiles } from '../drafts/named-files.ts';
import { downloadOf } from '../drafts/read-file.ts';
import { findRow, mayEdit } from './registers.ts';

/** Most files of one register, used or thrown away again. */
const most = 1000;

/** In whose place a draft would stand: what has a name of its own is never swept away. */
const holderOf = (register: Register): string => `register.${register.id}`;

/** Keeps one file for a question of the register's form. */
export async function keepRowFile(deps: Deps, person: Person, register: Register, sent: SentFile) {
  if (!mayEdit(person, register)) return refuse('forbidden');
  const looked = await lookAtFile(outlineOf(deps, register), sent, person.account.value.roles);
  if (!looked.ok) return looked;
  const scope: Scope = { district: person.district, actor: person.account.id };
  const holder = holderOf(register);
  return oneAtATime.alone(`${scope.district} files ${holder}`, async () => {
    const there = await uploadsOf(deps, scope, { draft: holder });
    if (there.length >= most) return refuse('too-many-uploads');
    const id = newId();
    const value: KeptUpload = {
      ...looked.file,
      id,
      draft: holder,
      submission: holder,
      field: sent.field,
      by: scope.actor,
      at: deps.clock.instant(),
    };
    const put = await deps.store.putBytes(scope, id, sent.bytes);
    if (!put.ok) return refusal(put);
    const entry = { action: 'file.keep', object: id, hash: value.sha256 };
    const made = await keepNew(deps, scope, entry, 'uploads', () => value, undefined);
    if (made.ok) return { ok: true, file: fileOf(value) } as const;
    await deps.store.removeBytes(scope, id);
    return refusal(made);
  });
}

/** Files that a row names and that were not sent for this register. */
export const foreignRowFiles = (
  deps: Deps,
  person: Person,
  register: Register,
  row: ListRow,
): Promise<readonly Problem[]> =>
  foreignFiles(
    deps,
    { district: person.district, actor: person.account.id },
    filesNamed(outlineOf(deps, register), answersOf(register, row)),
    { draft: holderOf(register), case: undefined },
  );

/** A file that a row names; one that no row names yet is for who keeps the register. */
export async function readRowFile(
  deps: Deps,
  person: Person,
  register: Register,
  row: string,
  file: string,
): Promise<Reply | Refusal> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const kept = await deps.store.get<KeptUpload>(scope, 'uploads', file);
  if (!kept || kept.value.draft !== holderOf(register)) return refuse('not-found');
  const found = await findRow(deps, person, register, row);
  const named = found?.row ? filesNamed(outlineOf(deps, register), answersOf(register, found.row)) : [];
  if (!named.some((one) => one.file.id === file) && !mayEdit(person, register)) return refuse('not-found');
  const bytes = await deps.store.getBytes(scope, file);
  return bytes ? downloadOf(kept.value, bytes) : refuse('not-found');
}
