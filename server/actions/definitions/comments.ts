// SPDX-License-Identifier: AGPL-3.0-or-later
// What people say to each other about a form: threads that stand beside the definition and never in it.
import { newId } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { keep, refusal } from '../../keep.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptThread } from '../../records.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { nameOf } from '../../names.ts';
import { listAll } from '../../storage/list-all.ts';

const most = { threads: 1000, messages: 200 };

/** A thread as people read it: names in place of accounts. */
export interface ToldThread extends Omit<KeptThread, 'definition' | 'messages' | 'resolved'> {
  readonly id: string;
  readonly messages: readonly { readonly by: string; readonly at: string; readonly text: string }[];
  readonly resolved?: { readonly by: string; readonly at: string };
}
type Told = { readonly ok: true; readonly value: ToldThread } | Refusal;

/** Every thread of a definition, the oldest first. */
export async function commentsOn(
  deps: Deps,
  scope: Scope,
  definition: string,
): Promise<readonly ToldThread[]> {
  const names = new Map<string, string>();
  const all: ToldThread[] = [];
  for (const { id } of await listAll(deps, scope, 'comments', { where: { definition } })) {
    const kept = await deps.store.get<KeptThread>(scope, 'comments', id);
    if (kept) all.push(await told(deps, scope, kept, names));
  }
  return all.sort((a, b) => (a.messages[0]?.at ?? '').localeCompare(b.messages[0]?.at ?? ''));
}

export async function beginThread(
  deps: Deps,
  scope: Scope,
  definition: string,
  sent: { readonly at: string; readonly title: string; readonly text: string },
): Promise<Told> {
  if (!(await deps.store.get(scope, 'definitions', definition))) return refuse('not-found');
  const text = sent.text.trim();
  if (text === '') return refuse('note-needed', {}, '/text');
  const { total } = await deps.store.list(scope, 'comments', { where: { definition }, limit: 1 });
  if (total >= most.threads) return refuse('too-many-comments');
  const id = newId();
  const value: KeptThread = {
    definition,
    at: sent.at,
    title: sent.title,
    messages: [{ by: scope.actor, at: deps.clock.instant(), text }],
  };
  const done = await keep(deps, scope, { action: 'definition.comment', object: definition }, [
    { do: 'create', collection: 'comments', id, value },
  ]);
  return done.ok ? { ok: true, value: await told(deps, scope, { id, value }) } : refusal(done);
}

/** One more message, or resolved, or open again; several at once follow each other. */
export async function goOnThread(
  deps: Deps,
  scope: Scope,
  definition: string,
  id: string,
  sent: { readonly text?: string; readonly resolved?: boolean },
): Promise<Told> {
  const text = (sent.text ?? '').trim();
  if (text === '' && sent.resolved === undefined) return refuse('note-needed', {}, '/text');
  for (;;) {
    const kept = await deps.store.get<KeptThread>(scope, 'comments', id);
    if (kept?.value.definition !== definition) return refuse('not-found');
    const { resolved: before, ...rest } = kept.value;
    if (text !== '' && rest.messages.length >= most.messages) return refuse('too-many-comments');
    const by = { by: scope.actor, at: deps.clock.instant() };
    // Who goes on with what was resolved opens it again.
    const isResolved = sent.resolved ?? (text === '' && before !== undefined);
    const value: KeptThread = {
      ...rest,
      messages: text === '' ? rest.messages : [...rest.messages, { ...by, text }],
      ...(isResolved ? { resolved: before ?? by } : {}),
    };
    const done = await keep(deps, scope, { action: 'definition.comment', object: definition }, [
      { do: 'replace', collection: 'comments', id, value, rev: kept.rev },
    ]);
    if (done.ok) return { ok: true, value: await told(deps, scope, { id, value }) };
    if (done.problem.code !== 'conflict') return refusal(done);
  }
}

async function told(
  deps: Deps,
  scope: Scope,
  { id, value }: Pick<Kept<KeptThread>, 'id' | 'value'>,
  names = new Map<string, string>(),
): Promise<ToldThread> {
  const named = async <Said extends { readonly by: string }>(said: Said): Promise<Said> => {
    const name = names.get(said.by) ?? (await nameOf(deps, scope, said.by)) ?? said.by;
    names.set(said.by, name);
    return { ...said, by: name };
  };
  const messages = [];
  for (const message of value.messages) messages.push(await named(message));
  const { at, title, resolved } = value;
  return { id, at, title, messages, ...(resolved ? { resolved: await named(resolved) } : {}) };
}
