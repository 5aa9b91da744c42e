// SPDX-License-Identifier: AGPL-3.0-or-later
// Files of a case that no form asked for: kept with kind, date and expiry; a newer one takes the place of an older one.
import { createHash } from 'node:crypto';
import { kinds as fileKinds } from '../../../runtime/fields/file/kinds.ts';
import type { Case } from '../../../schemas/types.ts';
import { allowed, allowedNow, roleIn } from '../../authorize.ts';
import { isDay } from '../../calendar.ts';
import { newId } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { kindOfBytes } from '../../file-kind.ts';
import { keep, refusal } from '../../keep.ts';
import { listRows } from '../../lists.ts';
import { membersOf } from '../../members.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { mayRead, readers, type Readers } from '../../readers.ts';
import type { KeptAttachment } from '../../records.ts';
import type { Reply } from '../../routes/contract.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope, Write } from '../../storage/contract.ts';
import { namesOf } from '../../names.ts';
import { safeName } from '../drafts/keep-file.ts';
import { downloadOf } from '../drafts/read-file.ts';
import { listAll } from '../../storage/list-all.ts';

/** The list that says which kinds of attachments there are, and in `ruoli` which roles see them (absent: all). */
const attachmentKinds = 'tipi-allegato';
/** what one case may hold */
const most = { files: 500, bytes: 1024 * 1024 * 1024 };
const types = Object.assign({}, ...Object.values(fileKinds).map((kind) => kind.types)) as {
  readonly [type: string]: readonly string[];
};

/** What is told of a file that is sent. */
export interface Told {
  readonly kind: string;
  readonly date: string;
  readonly expires: string | undefined;
  readonly readers: string;
  readonly person: string | undefined;
  readonly about: string | undefined;
  readonly replaces: string | undefined;
  readonly name: string | undefined;
  /** what the sender counted, hexadecimal; '' where it could not */
  readonly sha256: string;
}

const scopeOf = (person: Person): Scope => ({ district: person.district, actor: person.account.id });

/** Kinds that this person may see in this case. */
function kindsFor(deps: Deps, person: Person, kase: Case) {
  const role = roleIn(person, kase);
  return (listRows(deps, person.district, attachmentKinds) ?? []).filter(
    ({ ruoli }) => !Array.isArray(ruoli) || ruoli.includes(role),
  );
}

/** May this person see an attachment of that kind and class in the case? */
function sees(
  deps: Deps,
  person: Person,
  kase: Case,
  one: { readonly kind: string; readonly readers: string; readonly by: string },
): boolean {
  return (
    mayRead(one, person.account.id, kase) &&
    (one.by === person.account.id || kindsFor(deps, person, kase).some(({ id }) => id === one.kind))
  );
}

/** Attachments that this person may see, those that count first, the newest first. */
export async function listAttachments(deps: Deps, person: Person, kase: Kept<Case>) {
  const scope = scopeOf(person);
  const items = await listAll(deps, scope, 'attachments', { where: { case: kase.id } });
  const field = (fields: (typeof items)[number]['fields'], name: string) => String(fields[name] ?? '');
  const mine = items.filter(({ fields }) =>
    sees(deps, person, kase.value, {
      kind: field(fields, 'kind'),
      readers: field(fields, 'readers'),
      by: field(fields, 'by'),
    }),
  );
  const kept = await Promise.all(
    mine.map(({ id }) => deps.store.get<KeptAttachment>(scope, 'attachments', id)),
  );
  const found = kept.flatMap((one) => (one ? [one] : []));
  const nameOf = await namesOf(
    deps,
    scope,
    found.map(({ value }) => value.by),
  );
  const titles = new Map(listRows(deps, person.district, attachmentKinds)?.map((row) => [row.id, row.title]));
  const people = membersOf(kase.value);
  return {
    items: found
      .sort((a, b) => b.value.date.localeCompare(a.value.date) || b.value.at.localeCompare(a.value.at))
      .map(({ id, value: { case: _case, person: whose, ...value } }) => ({
        id,
        ...value,
        title: titles.get(value.kind) ?? value.kind,
        by: nameOf(value.by),
        ...(whose ? { person: people.find((one) => one.id === whose)?.name ?? whose } : {}),
      })),
    kinds: kindsFor(deps, person, kase.value).map(({ id, title, scade }) => ({
      id,
      title,
      expires: scade === true,
    })),
    members: people.map(({ id, name }) => ({ id, name })),
    writes: allowedNow(person, kase.value, 'case', 'v'),
  };
}

function wrongIn(deps: Deps, person: Person, kase: Case, told: Told): Refusal | undefined {
  if (!allowed(person, kase, 'case', 'v')) return refuse('not-assigned');
  if (!kindsFor(deps, person, kase).some(({ id }) => id === told.kind))
    return refuse('unknown-kind', { id: told.kind }, '/kind');
  if (!readers.includes(told.readers as Readers))
    return refuse('bad-request', { detail: 'readers' }, '/readers');
  if (!isDay(told.date)) return refuse('not-a-day', {}, '/date');
  if (told.expires !== undefined && !isDay(told.expires)) return refuse('not-a-day', {}, '/expires');
  if (told.expires !== undefined && told.expires < told.date) return refuse('expires-before', {}, '/expires');
  if (told.person !== undefined && !membersOf(kase).some(({ id }) => id === told.person))
    return refuse('unknown-person', {}, '/person');
  return undefined;
}

/** Keeps a file in the case; its kind is told by its content, as everywhere. */
export async function attach(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  bytes: Uint8Array,
  told: Told,
): Promise<{ readonly ok: true; readonly id: string; readonly again: boolean } | Refusal> {
  const wrong = wrongIn(deps, person, kase.value, told);
  if (wrong) return wrong;
  if (bytes.byteLength === 0) return refuse('file-empty');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (told.sha256 !== '' && told.sha256 !== sha256) return refuse('file-damaged');
  const type = await kindOfBytes(bytes);
  const endings = type === undefined ? undefined : types[type];
  if (type === undefined || !endings)
    return refuse('file-kind', { kinds: [...new Set(Object.values(types).flat())].join(', ').toUpperCase() });
  const scope = scopeOf(person);
  return oneAtATime.alone(`${scope.district} attachments ${kase.id}`, async () => {
    const kept = await listAll(deps, scope, 'attachments', { where: { case: kase.id } });
    const weight = kept.reduce((sum, { fields }) => sum + Number(fields['size'] ?? 0), bytes.byteLength);
    if (kept.length >= most.files || weight > most.bytes) return refuse('too-many-uploads');
    const before =
      told.replaces === undefined
        ? undefined
        : await deps.store.get<KeptAttachment>(scope, 'attachments', told.replaces);
    if (told.replaces !== undefined) {
      if (!before || before.value.case !== kase.id || !sees(deps, person, kase.value, before.value))
        return refuse('not-found', {}, '/replaces');
      const there = kept.find(({ fields }) => fields['sha256'] === sha256);
      if (there && before.value.replacedBy === there.id) return { ok: true, id: there.id, again: true };
      if (before.value.replacedBy !== undefined) return refuse('attachment-replaced');
    }
    const id = newId();
    const value: KeptAttachment = {
      case: kase.id,
      kind: told.kind,
      date: told.date,
      ...(told.expires === undefined ? {} : { expires: told.expires }),
      readers: told.readers as Readers,
      ...(told.person === undefined ? {} : { person: told.person }),
      ...(told.about ? { about: told.about } : {}),
      file: { id, name: safeName(told.name ?? '', type, endings), type, size: bytes.byteLength, sha256 },
      by: scope.actor,
      at: deps.clock.instant(),
      ...(before ? { replaces: before.id } : {}),
    };
    // The bytes first: a record always has its file.
    const put = await deps.store.putBytes(scope, id, bytes);
    if (!put.ok) return refusal(put);
    const writes: Write[] = [{ do: 'create', collection: 'attachments', id, value }];
    if (before)
      writes.push({
        do: 'replace',
        collection: 'attachments',
        id: before.id,
        value: { ...before.value, replacedBy: id },
        rev: before.rev,
      });
    const done = await keep(deps, scope, { action: 'attachment.keep', object: id, hash: sha256 }, writes);
    if (done.ok) return { ok: true, id, again: false };
    await deps.store.removeBytes(scope, id);
    return refusal(done);
  });
}

/** The file, as a download; that it was taken is written down first. */
export async function openAttachment(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  id: string,
  reason: string | undefined,
): Promise<Reply | Refusal> {
  const scope = scopeOf(person);
  const kept = await deps.store.get<KeptAttachment>(scope, 'attachments', id);
  if (!kept || kept.value.case !== kase.id || !sees(deps, person, kase.value, kept.value))
    return refuse('not-found');
  const bytes = await deps.store.getBytes(scope, id);
  if (!bytes) return refuse('not-found');
  await deps.store.audit(scope, {
    action: 'attachment.read',
    object: id,
    hash: kept.value.file.sha256,
    role: roleIn(person, kase.value),
    result: 'done',
    ...(reason ? { reason } : {}),
  });
  return downloadOf(kept.value.file, bytes);
}
