// SPDX-License-Identifier: AGPL-3.0-or-later
import canonicalize from 'canonicalize';
import type { AuditEntry, AuditQuery, KeptAuditEntry } from './contract.ts';
import { sha256 } from './place.ts';

// the package's types describe CommonJS; the function is the module's default in both worlds
const canonical = canonicalize as unknown as (value: unknown) => string;

/** The last entry of a chain, or its beginning: seq 0. */
export interface Head {
  readonly seq: number;
  readonly chain: string;
}

/** Where the chain of a district begins; the district is in it, so that one's audit cannot pass for another's. */
export const genesis = (district: string): Head => ({ seq: 0, chain: sha256(`patto:audit:${district}`) });

/** The entry that follows `head`. */
export function nextEntry(head: Head, at: string, actor: string, entry: AuditEntry): KeptAuditEntry {
  const bare = { ...entry, seq: head.seq + 1, at, actor };
  return { ...bare, chain: sha256(head.chain + canonical(bare)) };
}

/** One line of the journal, RFC 8785 canonical JSON: the same entry is always the same bytes. */
export const lineOf = (entry: KeptAuditEntry): string => `${canonical(entry)}\n`;

/** What a line says; undefined when it says nothing. */
export function parseLine(line: string): KeptAuditEntry | undefined {
  try {
    const entry = JSON.parse(line) as KeptAuditEntry | null;
    return typeof entry?.seq === 'number' ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** The entry of a line; undefined when the line is not one, byte for byte. */
export function entryOfLine(line: string): KeptAuditEntry | undefined {
  const entry = parseLine(line);
  return entry && canonical(entry) === line ? entry : undefined;
}

/** Whether `entry` is what follows `head`. */
export function follows(head: Head, entry: KeptAuditEntry): boolean {
  const { chain, ...bare } = entry;
  return entry.seq === head.seq + 1 && chain === sha256(head.chain + canonical(bare));
}

/** The objects that a query asks about; undefined: any. */
export const objectsOf = ({ object }: AuditQuery): readonly string[] | undefined =>
  typeof object === 'string' ? [object] : object;

/** Whether an entry is asked for. */
export const isWanted = (entry: KeptAuditEntry, query: AuditQuery): boolean =>
  entry.seq >= (query.from ?? 0) &&
  (objectsOf(query)?.includes(entry.object) ?? true) &&
  (!query.withReason || entry.reason !== undefined);

export interface Verdict {
  readonly ok: boolean;
  readonly entries: number;
  readonly firstBad?: number;
  readonly head: string;
}

/**
 * Walks a chain from its beginning. `known` is the head that was written beside the journal: a chain that ends before it,
 * or passes it with another value, was cut or written anew.
 */
export async function walkChain(
  district: string,
  lines: AsyncIterable<string> | Iterable<string>,
  known?: Head,
): Promise<Verdict> {
  let head = genesis(district);
  let firstBad: number | undefined;
  let entries = 0;
  for await (const line of lines) {
    entries += 1;
    if (firstBad !== undefined) continue;
    const entry = entryOfLine(line);
    if (!entry || !follows(head, entry) || (known?.seq === entry.seq && known.chain !== entry.chain)) {
      firstBad = head.seq + 1;
    } else {
      head = { seq: entry.seq, chain: entry.chain };
    }
  }
  if (firstBad === undefined && known && known.seq > head.seq) firstBad = head.seq + 1;
  return firstBad === undefined
    ? { ok: true, entries, head: head.chain }
    : { ok: false, entries, firstBad, head: head.chain };
}
