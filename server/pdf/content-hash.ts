// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256, hexadecimal, of what a document says: canonical answers (RFC 8785), template and version. */
export function contentHash(answers: unknown, templateHash: string, versionHash: string): string {
  const said = canonicalize({ answers, template: templateHash, version: versionHash }) ?? '';
  return createHash('sha256').update(said).digest('hex');
}
