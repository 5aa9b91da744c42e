// SPDX-License-Identifier: AGPL-3.0-or-later
// Previews of documents: in memory, for a few minutes, for the person who asked.

interface Preview {
  readonly owner: string;
  readonly bytes: Uint8Array;
  readonly until: number;
}

/** How long one is kept, milliseconds; how many at once. */
const lasts = 10 * 60_000;
const most = 24;

const kept = new Map<string, Preview>();

export function keepPreview(id: string, owner: string, bytes: Uint8Array, now: number): void {
  for (const [other, { until }] of kept) if (until < now || kept.size >= most) kept.delete(other);
  kept.set(id, { owner, bytes, until: now + lasts });
}

/** undefined for anybody else, and when its time is over. */
export function previewOf(id: string, owner: string, now: number): Uint8Array | undefined {
  const found = kept.get(id);
  return found && found.owner === owner && found.until >= now ? found.bytes : undefined;
}
