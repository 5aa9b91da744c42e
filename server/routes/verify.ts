// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  verifyCode,
  verifyFile,
  verifyHash,
  type PublicVerdict,
} from '../actions/documents/verify-document.ts';
import type { Deps } from '../deps.ts';
import { limits } from '../guard.ts';
import { sentence } from '../problems.ts';
import type { Asked, Reply, Route } from './contract.ts';
import { list, object, text, whole } from './schema.ts';

const verdicts = ['valid', 'altered', 'older', 'superseded', 'withdrawn', 'unknown'];
const told = {
  verdict: { enum: verdicts },
  reasons: list(
    object({ code: text(), at: text(), params: { type: 'object' }, level: text(), message: text() }),
  ),
  number: text(),
  revision: whole,
  issuedAt: text('date-time'),
  sealedAt: text('date-time'),
  office: text(),
  state: text(),
  sha256: text(),
};
const answer = object(told, ['verdict', 'reasons']);
const withStates = object({ ...told, states: list(object({ sha256: text(), bytes: whole, is: text() })) }, [
  'verdict',
  'reasons',
]);

const say = (verdict: PublicVerdict, asked: Asked, deps: Deps): Reply => ({
  ok: true,
  body: {
    ...verdict,
    reasons: verdict.reasons.map((reason) => ({
      ...reason,
      message: sentence(reason, deps.sentences, asked.locale),
    })),
  },
});

const certificates = list({ type: 'string', contentEncoding: 'base64' });

export const verifyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/verify/anchors',
    summary: 'Certificates (DER) that a check of a file trusts: of the districts’ seals, and of authorities',
    access: 'anyone',
    rate: 'verify',
    answer: object({ seals: certificates, authorities: certificates }),
    async run(_asked, deps) {
      const { seals, authorities } = await deps.papers.anchors();
      const said = (all: readonly Uint8Array[]): string[] =>
        all.map((one) => Buffer.from(one).toString('base64'));
      return { ok: true, body: { seals: said(seals), authorities: said(authorities) } };
    },
  },
  {
    method: 'GET',
    path: '/api/verify/{code}',
    summary: 'What the register knows of the document with this code; no personal datum',
    access: 'anyone',
    rate: 'verify',
    answer,
    run: async (asked, deps) => say(await verifyCode(deps, asked.path['code'] ?? ''), asked, deps),
  },
  {
    method: 'POST',
    path: '/api/verify/hash',
    summary:
      'Checks a file that is not sent: by its SHA-256 and the code in it; gives sizes and hashes to compare with',
    access: 'anyone',
    rate: 'verify',
    body: {
      limit: 1024,
      schema: object(
        { sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' }, code: { type: 'string', maxLength: 64 } },
        ['sha256', 'code'],
      ),
    },
    answer: withStates,
    async run(asked, deps) {
      const { sha256, code } = asked.body as { sha256: string; code: string };
      return say(await verifyHash(deps, sha256, code), asked, deps);
    },
  },
  {
    method: 'POST',
    path: '/api/verify',
    summary: 'Checks a file: valid, altered, older, superseded, withdrawn or unknown',
    access: 'anyone',
    rate: 'verify',
    file: { type: 'application/pdf', limit: limits.pdf },
    answer,
    run: async (asked, deps) => say(await verifyFile(deps, asked.body as Uint8Array), asked, deps),
  },
];
