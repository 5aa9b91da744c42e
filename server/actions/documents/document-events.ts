// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Document } from '../../../schemas/types.ts';
import { lifeOf } from '../../../templates/acts.ts';
import type { Deps } from '../../deps.ts';
import type { KeptAuditEntry, Scope } from '../../storage/contract.ts';
import { namesOf } from '../../names.ts';

/** One line of the audit that tells of a document. */
export interface DocumentEvent {
  readonly seq: number;
  /** RFC 3339 */
  readonly at: string;
  readonly action: string;
  /** name of who did it */
  readonly by: string;
  /** SHA-256 of the file that it is about */
  readonly hash?: string;
  /** it was begun and not done */
  readonly aborted?: true;
  /** SHA-256 that binds the line to the one before */
  readonly chain: string;
}

/** What happened to a document, oldest first; who only read it is not told. */
export async function documentEvents(
  deps: Deps,
  scope: Scope,
  id: string,
): Promise<readonly DocumentEvent[]> {
  const [all, document] = await Promise.all([
    deps.store.auditEntries(scope, { object: id, limit: Number.POSITIVE_INFINITY }),
    deps.store.get<Document>(scope, 'documents', id),
  ]);
  const told = cameAbout(
    all.filter(({ action }) => Object.hasOwn(lifeOf, action)),
    document?.value,
  );
  const nameOf = await namesOf(
    deps,
    scope,
    told.map(({ actor }) => actor),
  );
  return told.map(({ seq, at, action, actor, hash, result, chain }) => ({
    seq,
    at,
    action,
    by: nameOf(actor),
    ...(hash ? { hash } : {}),
    ...(result === 'aborted' ? { aborted: true as const } : {}),
    chain,
  }));
}

/** What happens once to a document, and whether it has. */
const once: { readonly [action: string]: (document: Document) => boolean } = {
  'document.issue': () => true,
  'document.seal': ({ seal }) => seal !== undefined,
  'document.close': ({ state }) => state !== 'issued',
};

/**
 * The intent is written before the deed. A deed that failed has left a second line, which stands for both; one over which
 * the process died has left one line and no deed: of what happens once it is any line but the last.
 */
function cameAbout(
  lines: readonly KeptAuditEntry[],
  document: Document | undefined,
): readonly KeptAuditEntry[] {
  const isLast = ({ seq, action }: KeptAuditEntry): boolean =>
    !lines.some((one) => one.action === action && one.seq > seq);
  const failed = new Set<number>();
  for (const { seq, action, hash, result } of lines)
    if (result === 'aborted') {
      const before = lines.filter(
        (one) => one.seq < seq && one.action === action && one.hash === hash && one.result !== 'aborted',
      );
      failed.add(before.at(-1)?.seq ?? 0);
    }
  return lines
    .filter(({ seq }) => !failed.has(seq))
    .map((line) => {
      const has = once[line.action];
      const isDone = !has || (isLast(line) && document !== undefined && has(document));
      return isDone ? line : { ...line, result: 'aborted' as const };
    });
}
