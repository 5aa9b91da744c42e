// SPDX-License-Identifier: AGPL-3.0-or-later
// What a stranger is told of a document: by its printed code, or by the file. No personal datum.
import type { Document, DocumentFile } from '../../../schemas/types.ts';
import { digest, readCode } from '../../clock.ts';
import type { Deps, Verdict } from '../../deps.ts';
import type { Problem } from '../../../runtime/problem.ts';

export interface PublicVerdict {
  readonly verdict: Verdict['verdict'];
  readonly reasons: readonly Problem[];
  readonly number?: string;
  readonly revision?: number;
  readonly issuedAt?: string;
  readonly sealedAt?: string;
  readonly office?: string;
  readonly state?: Document['state'];
  readonly sha256?: string;
}
interface Registered {
  readonly district: string;
  readonly document: Document;
}

const reason = (code: string): Problem => ({ code, at: '', params: {}, level: 'error' });

/** By the code on the paper. */
export async function verifyCode(deps: Deps, typed: string): Promise<PublicVerdict> {
  const code = readCode(typed);
  const found = code ? await byCode(deps, code) : undefined;
  if (!found) return { verdict: 'unknown', reasons: [reason('verify-unknown-code')] };
  return { verdict: ofState(found.document), reasons: [], ...facts(deps, found) };
}

/** By the file: what it says of itself, and then what the register says of that very file. */
export async function verifyFile(deps: Deps, file: Uint8Array): Promise<PublicVerdict> {
  const told = await deps.papers.verify(file);
  const code = told.code === undefined ? undefined : readCode(told.code);
  const found = code ? await byCode(deps, code) : undefined;
  if (!found) {
    return { verdict: told.verdict === 'altered' ? 'altered' : 'unknown', reasons: told.reasons };
  }
  return ofHash(deps, found, digest(file), told.reasons);
}

/**
 * By the hash of a file that stays where it is, and the code that stands in it. `states`: what the register has of this
 * document, for whoever holds the file to compare with.
 */
export async function verifyHash(
  deps: Deps,
  sha256: string,
  typed: string,
): Promise<PublicVerdict & { readonly states?: readonly RegisteredState[] }> {
  const code = readCode(typed);
  const found = code ? await byCode(deps, code) : undefined;
  if (!found) return { verdict: 'unknown', reasons: [reason('verify-unknown-code')] };
  const states = found.document.files.map((one) => ({ sha256: one.sha256, bytes: one.bytes, is: one.is }));
  return { ...ofHash(deps, found, sha256, []), states };
}

/** A file of the register, by its size and hash alone. */
export type RegisteredState = Pick<DocumentFile, 'sha256' | 'bytes' | 'is'>;

/** What the register says of a file with this hash. `told`: what the file says of itself, where it was looked at. */
function ofHash(deps: Deps, found: Registered, sha256: string, told: readonly Problem[]): PublicVerdict {
  const place = found.document.files.findIndex((one) => one.sha256 === sha256);
  const known = facts(deps, found);
  if (place < 0)
    return {
      verdict: 'altered',
      reasons: told.length > 0 ? told : [reason('verify-other-file')],
      ...known,
    };
  const state = ofState(found.document);
  if (state !== 'valid') return { verdict: state, reasons: told, ...known };
  const newest = place === found.document.files.length - 1;
  return {
    verdict: newest ? 'valid' : 'older',
    reasons: newest ? [] : [reason('verify-older-file')],
    ...known,
  };
}

const states: { readonly [state in Document['state']]: Verdict['verdict'] } = {
  queued: 'unknown',
  failed: 'unknown',
  issued: 'valid',
  sealed: 'valid',
  superseded: 'superseded',
  withdrawn: 'withdrawn',
};
const ofState = (document: Document): Verdict['verdict'] => states[document.state];

async function byCode(deps: Deps, code: string): Promise<Registered | undefined> {
  for (const district of await deps.store.districts()) {
    const scope = { district, actor: 'public' };
    const { items } = await deps.store.list(scope, 'documents', {
      where: { code, copy: 'family' },
      limit: 1,
    });
    const kept = items[0] && (await deps.store.get<Document>(scope, 'documents', items[0].id));
    if (!kept) continue;
    await deps.store.audit(scope, { action: 'document.verify', object: kept.id, result: 'done' });
    return { district, document: kept.value };
  }
  return undefined;
}

function facts(deps: Deps, { district, document }: Registered): Omit<PublicVerdict, 'verdict' | 'reasons'> {
  const { number, revision, issuedAt, seal, state, files } = document;
  const sha256 = files.at(-1)?.sha256;
  const office = deps.catalogue.districts.get(district)?.name;
  return {
    number,
    revision,
    issuedAt,
    ...(seal ? { sealedAt: seal.at } : {}),
    ...(office ? { office } : {}),
    state,
    ...(sha256 ? { sha256 } : {}),
  };
}
