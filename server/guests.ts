// SPDX-License-Identifier: AGPL-3.0-or-later
// Pages of other sites: a token stands for one draft and one submission of one form, from one origin.
import type { Request } from 'express';
import { digest, newSecret } from './clock.ts';
import type { KeptToken } from './records.ts';
import type { Deps } from './deps.ts';
import { refuse, type Refusal } from './problems.ts';
import type { Guest } from './routes/contract.ts';
import type { Kept, Scope } from './storage/contract.ts';
import { StoreFailure } from './storage/failure.ts';

export const tokenLife = 15 * 60_000;
/** however active the page is */
const longest = 12 * 3_600_000;
export const publicScope = (district: string): Scope => ({ district, actor: 'public' });

/** Makes a token; the value is only ever in the page's memory. */
export async function issueToken(
  deps: Deps,
  district: string,
  form: string,
  origin: string,
  draft?: string,
): Promise<{ readonly token: string; readonly expiresAt: string }> {
  const secret = newSecret();
  const now = deps.clock.now();
  const value: KeptToken = {
    form,
    origin,
    createdAt: now,
    expiresAt: now + tokenLife,
    ...(draft ? { draft } : {}),
  };
  const made = await deps.store.create(publicScope(district), 'tokens', digest(secret), value);
  if (!made.ok) throw new StoreFailure(made.problem);
  await sweep(deps, district);
  return { token: `${district}.${secret}`, expiresAt: new Date(now + tokenLife).toISOString() };
}

/** The page behind `Authorization: Bearer`, if its token is alive and comes from the origin it was given to. */
export function guestOf(
  request: Request,
  deps: Deps,
): Promise<{ readonly ok: true; readonly value: Guest } | Refusal> {
  const [, token = ''] = /^Bearer (\S{1,100})$/.exec(request.headers.authorization ?? '') ?? [];
  return guestOfToken(deps, token, request.headers.origin ?? '');
}

/** The same from the token itself. */
export async function guestOfToken(
  deps: Deps,
  token: string,
  origin: string,
): Promise<{ readonly ok: true; readonly value: Guest } | Refusal> {
  const [, district, secret] = /^([a-z][a-z0-9]{1,29})\.([\w-]{43})$/.exec(token) ?? [];
  if (!district || !secret) return refuse('token-needed');
  const scope = publicScope(district);
  const kept = await deps.store.get<KeptToken>(scope, 'tokens', digest(secret));
  if (!kept) return refuse('token-needed');
  if (kept.value.origin !== origin) return refuse('other-origin');
  const now = deps.clock.now();
  if (now > kept.value.expiresAt || now > kept.value.createdAt + longest) return refuse('token-ended');
  if (kept.value.expiresAt - now > tokenLife / 2) return { ok: true, value: { district, token: kept } };
  const renewed = await deps.store.replace(
    scope,
    'tokens',
    kept.id,
    { ...kept.value, expiresAt: now + tokenLife },
    kept.rev,
  );
  const alive: Kept<KeptToken> = renewed.ok ? renewed.value : kept;
  return { ok: true, value: { district, token: alive } };
}

/** Whether what this token was for has been done: nothing more is kept for it. */
export async function hasSent(deps: Deps, { district, token }: Guest): Promise<boolean> {
  const { submission } = token.value;
  // What was noted but could not be kept does not count.
  return (
    submission !== undefined &&
    Boolean(await deps.store.get(publicScope(district), 'submissions', submission))
  );
}

/** Notes on the token what it has been used for. */
export async function noteOn(deps: Deps, guest: Guest, used: Pick<KeptToken, 'draft'>): Promise<boolean> {
  const done = await deps.store.replace(
    publicScope(guest.district),
    'tokens',
    guest.token.id,
    { ...guest.token.value, ...used },
    guest.token.rev,
  );
  return done.ok;
}

/** Tokens that ended long ago leave the store, a few at a time. */
async function sweep(deps: Deps, district: string): Promise<void> {
  const { items } = await deps.store.list(publicScope(district), 'tokens', { limit: 10 });
  for (const item of items)
    if (Number(item.fields['expiresAt']) + longest < deps.clock.now())
      await deps.store.remove(publicScope(district), 'tokens', item.id, item.rev);
}
