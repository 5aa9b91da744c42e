// SPDX-License-Identifier: AGPL-3.0-or-later
import { verifyCode, verifyFile, type PublicVerdict } from '../actions/verify-document.ts';
import type { Deps } from '../deps.ts';
import { limits } from '../guard.ts';
import { sentence } from '../problems.ts';
import type { Asked, Reply, Route } from './contract.ts';
import { list, object, text, whole } from './schema.ts';

const verdicts = ['valid', 'altered', 'older', 'superseded', 'withdrawn', 'unknown'];
const answer = object(
  {
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
  },
  ['verdict', 'reasons'],
);

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

export const verifyRoutes: readonly Route[] = [
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
    path: '/api/verify',
    summary: 'Checks a file: valid, altered, older, superseded, withdrawn or unknown',
    access: 'anyone',
    rate: 'verify',
    file: { type: 'application/pdf', limit: limits.pdf },
    answer,
    run: async (asked, deps) => say(await verifyFile(deps, asked.body as Uint8Array), asked, deps),
  },
];
