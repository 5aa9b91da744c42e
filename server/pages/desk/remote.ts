// SPDX-License-Identifier: AGPL-3.0-or-later
// The desk's transport for <patto-form>: the signed-in person's drafts.
import type { HttpProblem } from '../../../runtime/elements/kit/http.ts';
import type { FileRef } from '../../../runtime/fields/contract.ts';
import type {
  Combined,
  FileSending,
  Memo,
  Refusal,
  Remote,
  SaveOptions,
  Saved,
  Sent,
  Watched,
} from '../../../runtime/elements/remote.ts';
import type { Answers, Draft } from '../../../schemas/types.ts';
import * as api from './api.ts';

/** codes that the element has words and ways for */
const known: { readonly [status: number]: string } = {
  401: 'signed-out',
  404: 'gone',
  412: 'conflict',
  429: 'rate-limited',
};

function refusal(problem: HttpProblem): Refusal {
  return {
    ok: false,
    code: known[problem.status] ?? (problem.status >= 500 ? 'unexpected' : problem.code),
    message: problem.title,
    ...(problem.problems ? { problems: problem.problems } : {}),
  };
}

/** What the desk hands to the transport of one draft. */
export interface DeskDraft {
  readonly id: string;
  readonly rev: number;
  /** account of who fills in */
  readonly account: string;
  /** told the receipt once the server has kept the submission */
  sent(receipt: string, submission: string, to?: api.LedTo): void;
}

export class DeskRemote implements Remote {
  readonly #draft: DeskDraft;
  #rev: number;

  constructor(draft: DeskDraft) {
    this.#draft = draft;
    this.#rev = draft.rev;
  }

  get place(): string {
    return `patto:desk/${this.#draft.id}`;
  }

  get owner(): string {
    return this.#draft.account;
  }

  get memo(): Memo {
    return { rev: this.#rev };
  }

  set memo(memo: Memo | undefined) {
    const rev = memo?.['rev'];
    if (typeof rev === 'number') this.#rev = rev;
  }

  async save(draft: Draft, { last, window }: SaveOptions = {}): Promise<Saved | Refusal> {
    const answer = await api.saveDraft(this.#draft.id, { ...draft, ...named(window) }, this.#rev, last);
    if (!answer.ok) return refusal(answer.problem);
    this.#rev = answer.value.rev;
    return { ok: true, at: answer.value.savedAt };
  }

  sendFile(file: File, sending: FileSending) {
    return sendTo(`/api/drafts/${this.#draft.id}/files`, file, sending);
  }

  fileAddress(id: string): string {
    return `/api/drafts/${this.#draft.id}/files/${id}`;
  }

  async merge(base: Draft, draft: Draft, { window }: SaveOptions): Promise<Combined | Refusal> {
    const { answers, typed, parked, from } = base;
    const answer = await api.mergeDraft(this.#draft.id, {
      base: { answers, typed, parked, from },
      rev: this.#rev,
      draft: { ...draft, ...named(window) },
    });
    if (!answer.ok) return refusal(answer.problem);
    const { rev, savedAt, ...combined } = answer.value;
    this.#rev = rev;
    return { ok: true, at: savedAt, ...combined };
  }

  async watch(known: readonly string[], signal: AbortSignal): Promise<Watched | Refusal> {
    const rev = this.#rev;
    const answer = await api.watchDraft(this.#draft.id, rev, known.join(', '), signal);
    if (!answer.ok) return refusal(answer.problem);
    const { others, gone } = answer.value;
    if (gone) return { ok: false, code: 'gone' };
    // What this window saved while it asked is no news.
    return { ok: true, others, changed: answer.value.rev > this.#rev };
  }

  async submit(answers: Answers, _draft: Draft, key: string): Promise<Sent | Refusal> {
    const answer = await api.submitDraft(this.#draft.id, answers, this.#rev, key);
    if (!answer.ok) return refusal(answer.problem);
    const { receipt, id, to } = answer.value;
    this.#draft.sent(receipt, id, to);
    return { ok: true, receipt };
  }
}

/** Sends a file to an address that takes one, in the language of the page. */
export async function sendTo(address: string, file: File, sending: FileSending) {
  const { upload } = await import('../../../runtime/elements/upload.ts');
  const language = document.documentElement.lang || 'it';
  try {
    const answer = await upload(address, file, sending, { 'Accept-Language': language });
    if (answer.status < 400) return { ok: true, file: answer.body as unknown as FileRef } as const;
    const { code = 'unexpected', title } = answer.body;
    return { ok: false, code: known[answer.status] ?? code, ...(title ? { message: title } : {}) } as const;
  } catch {
    return { ok: false, code: 'network' } as const;
  }
}

/** The same for a submission, which is only read. */
export const readingRemote = (submission: string): Remote => ({
  save: async () => ({ ok: false, code: 'unexpected' }),
  fileAddress: (id) => `/api/submissions/${submission}/files/${id}`,
});
const named = (window: string | undefined) => (window ? { window } : {});
