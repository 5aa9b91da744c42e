// SPDX-License-Identifier: AGPL-3.0-or-later
// The pieces of work that jobs are made of, one entry each: how one is told from another, whether it is done already,
// how it is done. What the person may do is looked at again here, for a job may have waited.
import type { Case, Document } from '../../schemas/types.ts';
import { issueDocument } from '../actions/documents/issue-document.ts';
import { issueCaseReport, issueReport } from '../actions/documents/issue-report.ts';
import type { Marks } from '../actions/documents/print-acts.ts';
import { sealDocument } from '../actions/documents/seal-document.ts';
import { barredFrom } from '../authorize.ts';
import type { Deps } from '../deps.ts';
import { refuse, type Refusal } from '../problems.ts';
import type { JobPart } from '../records.ts';
import type { Person } from '../sessions.ts';
import type { Kept, Scope } from '../storage/contract.ts';

/** What came of it: the document, and its internal copy where there is one. */
export type Made = { readonly ok: true; readonly act: string; readonly internal?: string } | Refusal;

export interface Maker<Part extends JobPart> {
  /** parts that say the same here are the same work: asked for twice, it is done once */
  same(part: Part): string;
  /** is the document already as it is to be? */
  isThere(document: Document, part: Part): boolean;
  make(work: Work<Part>): Promise<Made>;
}
interface Work<Part extends JobPart> {
  readonly deps: Deps;
  readonly scope: Scope;
  readonly person: Person;
  readonly part: Part;
  /** where the document is of a case */
  readonly kase: Kept<Case> | undefined;
  readonly marks: Omit<Marks, 'act' | 'code'>;
}
type Makers = { readonly [of in JobPart['of']]: Maker<Extract<JobPart, { readonly of: of }>> };

const missing = refuse('not-found');

export const makers: Makers = {
  submission: {
    same: ({ case: kase, kind, submission }) => JSON.stringify([kase, kind, submission]),
    isThere: () => true,
    async make({ deps, person, part, kase, marks }) {
      if (!kase) return missing;
      const { act, internal, code, kind, submission } = part;
      const made = await issueDocument(deps, person, kase, kind, submission, {
        ...marks,
        act,
        internal,
        code,
      });
      return made.ok ? { ok: true, act: made.act.id, internal: made.internal } : made;
    },
  },
  report: {
    same: ({ asked }) => JSON.stringify(Object.entries(asked).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    isThere: () => true,
    async make({ deps, person, part: { asked, act, code }, marks }) {
      const made = await issueReport(deps, person, asked, { ...marks, act, code });
      return made.ok ? { ok: true, act: made.act.id } : made;
    },
  },
  'case-report': {
    same: ({ case: kase, kind }) => JSON.stringify([kase, kind]),
    isThere: () => true,
    async make({ deps, person, part: { kind, act, code }, kase, marks }) {
      if (!kase) return missing;
      const made = await issueCaseReport(deps, person, kase, kind, { ...marks, act, code });
      return made.ok ? { ok: true, act: made.act.id } : made;
    },
  },
  seal: {
    same: ({ act, until }) => JSON.stringify([act, until]),
    isThere: ({ state, seal }, { until }) => (until === 'opened' ? seal !== undefined : state === 'sealed'),
    async make({ deps, scope, person, part, kase, marks }) {
      const barred = await barredFrom(deps, person, part, 'e');
      if (barred) return barred;
      const made = await sealDocument(deps, scope, kase, part.act, marks);
      return made.ok ? { ok: true, act: part.act } : made;
    },
  },
};

/** The maker of a part. */
export const makerOf = <Part extends JobPart>(part: Part): Maker<Part> =>
  makers[part.of] as unknown as Maker<Part>;
