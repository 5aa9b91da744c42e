// SPDX-License-Identifier: AGPL-3.0-or-later
// Sessions of people: the secret is only in the cookie, the store knows its SHA-256 and who it stands for.
import type { IncomingMessage } from 'node:http';
import type { Account } from '../schemas/types.ts';
import { digest, newSecret } from './clock.ts';
import type { KeptSession } from './records.ts';
import type { Deps } from './deps.ts';
import type { Kept, Scope } from './storage/contract.ts';
import { StoreFailure } from './storage/failure.ts';

export const idle = 30 * 60_000;
export const longest = 10 * 3_600_000;
/** how late a kept `seenAt` may be */
const touch = 60_000;

/** A person signed in: the account, the district it belongs to, and until when. */
export interface Person {
  readonly district: string;
  readonly account: Kept<Account>;
  readonly session: string;
  /** milliseconds since 1970, when nothing more is done */
  readonly endsAt: number;
}

/** Within which boundary a person asks the store. */
export const scopeOf = ({ district, account }: Person): Scope => ({ district, actor: account.id });

type SessionDeps = Pick<Deps, 'store' | 'clock' | 'config'>;
const system = (district: string): Scope => ({ district, actor: 'system' });
const secure = (deps: SessionDeps): boolean => deps.config.url?.startsWith('https:') ?? false;
export const cookieName = (deps: SessionDeps): string => (secure(deps) ? '__Host-patto' : 'patto');

/** Set-Cookie of a session; an empty value takes the cookie away. */
export function cookie(deps: SessionDeps, value: string): string {
  const rest = `Path=/; HttpOnly; SameSite=Lax${secure(deps) ? '; Secure' : ''}`;
  return value === '' ? `${cookieName(deps)}=; Max-Age=0; ${rest}` : `${cookieName(deps)}=${value}; ${rest}`;
}

/** Begins a session with a new secret; the result is the cookie's value, `<district>.<secret>`. */
export async function begin(deps: SessionDeps, district: string, account: string): Promise<string> {
  const secret = newSecret();
  const now = deps.clock.now();
  const value: KeptSession = { account, createdAt: now, seenAt: now, expiresAt: now + longest };
  const made = await deps.store.create(system(district), 'sessions', digest(secret), value);
  if (!made.ok) throw new StoreFailure(made.problem);
  await sweep(deps, district, account);
  return `${district}.${secret}`;
}

/** Who the cookie stands for now; undefined when it stands for nobody (any more). `still`: nobody did anything. */
export async function whoIs(
  deps: SessionDeps,
  request: IncomingMessage,
  still = false,
): Promise<Person | undefined> {
  const [district, secret] = read(request.headers.cookie, cookieName(deps))?.split('.') ?? [];
  if (!district || !secret || !/^[a-z][a-z0-9]{1,29}$/.test(district) || !/^[\w-]{43}$/.test(secret))
    return undefined;
  const id = digest(secret);
  const kept = await deps.store.get<KeptSession>(system(district), 'sessions', id);
  if (!kept) return undefined;
  const now = deps.clock.now();
  const { account: name, createdAt, seenAt } = kept.value;
  const account = await deps.store.get<Account>(system(district), 'accounts', name);
  // A clock that jumped back revives nothing.
  const over = now > seenAt + idle || now > createdAt + longest || now < createdAt - touch;
  if (over || !account || !mayWork(deps, account.value)) {
    await deps.store.remove(system(district), 'sessions', id, kept.rev);
    return undefined;
  }
  if (still) return { district, account, session: id, endsAt: Math.min(seenAt + idle, createdAt + longest) };
  if (now - seenAt > touch) {
    // Two requests at once: the one that comes second finds a newer revision and needs to do nothing.
    await deps.store.replace(system(district), 'sessions', id, { ...kept.value, seenAt: now }, kept.rev);
  }
  return { district, account, session: id, endsAt: Math.min(now + idle, createdAt + longest) };
}

/** Whether an account may be used today: active, and its last day of work not past. */
export const mayWork = (deps: Pick<Deps, 'clock'>, account: Account): boolean =>
  account.state === 'active' && (account.until === undefined || account.until >= deps.clock.today());

/** Ends one session. */
export async function end(deps: SessionDeps, district: string, id: string): Promise<void> {
  const kept = await deps.store.get(system(district), 'sessions', id);
  if (kept) await deps.store.remove(system(district), 'sessions', id, kept.rev);
}

/** Ends every session of an account. */
export async function endAll(deps: SessionDeps, district: string, account: string): Promise<number> {
  let ended = 0;
  for (;;) {
    const { items } = await deps.store.list(system(district), 'sessions', { where: { account }, limit: 200 });
    if (items.length === 0) return ended;
    for (const item of items) {
      const gone = await deps.store.remove(system(district), 'sessions', item.id, item.rev);
      if (gone.ok) ended += 1;
    }
  }
}

/** Sessions of the account that are past their longest life leave the store. */
async function sweep(deps: SessionDeps, district: string, account: string): Promise<void> {
  const { items } = await deps.store.list(system(district), 'sessions', { where: { account }, limit: 200 });
  for (const item of items)
    if (Number(item.fields['expiresAt']) < deps.clock.now())
      await deps.store.remove(system(district), 'sessions', item.id, item.rev);
}

function read(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}
