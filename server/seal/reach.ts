// SPDX-License-Identifier: AGPL-3.0-or-later
// The authorities beyond this machine: what is sent to them and what comes back, bounded in time and size.
import type { Outcome } from '../storage/contract.ts';
import { problem } from './prepare.ts';

/** Sends bytes, or asks with GET when there are none; gives the bytes of an answer of status 200. */
export type Reach = (address: string, type?: string, bytes?: Uint8Array) => Promise<Outcome<Uint8Array>>;

const seconds = 10;
const largest = 8 * 1024 * 1024;

export const reach: Reach = async (address, type, bytes) => {
  try {
    const answer = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(seconds * 1000),
      ...(bytes ? { method: 'POST', body: Buffer.from(bytes), headers: { 'Content-Type': type ?? '' } } : {}),
    });
    if (answer.status !== 200 || !answer.body) return problem('authority-unreachable', { address });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > largest) return problem('authority-unreachable', { address });
      parts.push(part);
    }
    return { ok: true, value: Buffer.concat(parts) };
  } catch {
    return problem('authority-unreachable', { address });
  }
};
