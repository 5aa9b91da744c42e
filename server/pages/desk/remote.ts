// SPDX-License-Identifier: AGPL-3.0-or-later
// The desk's transport for <patto-form>: the signed-in person's drafts.
import type { HttpProblem } from '../../../runtime/elements/kit/http.ts';
import type { FileRef } from '../../../runtime/fields/contract.ts';
import type {
  FileSending,
  Loaded,
  Refusal,
  Remote,
  SaveOptions,
  Saved,
  Sent,
} from '../../../runtime/elements/remote.ts';
import type { Answers, Draft } from '../../../schemas/types.ts';
import * as api from './api.ts';

/** codes that the element has words and ways for */
const known: { readonly [status: number]: string } = { 401: 'signed-out', 412: 'conflict' };

function refusal(problem: HttpProblem): Refusal {
  return {
    ok: false,
    code: known[problem.status] ?? problem.code,
    message: problem.title,
    ...(problem.problems ? { problems: problem.problems } : {}),
  };
}

export class DeskRemote implements Remote {
  readonly lists = '/api/lists';
  readonly #id: string;
  #rev: number;
  /** one key for one act of sending, however often it is tried */
  readonly #key: string;
  readonly #sent: (receipt: string) => void;

  /** `sent` is told the receipt once the server has kept the submission */
  constructor(id: string, rev: number, sent: (receipt: string) => void) {
    this.#sent = sent;
    this.#id = id;
    this.#rev = rev;
    this.#key = `submit-${id}`;
  }

  async save(draft: Draft, options: SaveOptions = {}): Promise<Saved | Refusal> {
    if (options.overwrite) {
      const now = await api.readDraft(this.#id);
      if (!now.ok) return refusal(now.problem);
      this.#rev = now.value.rev;
    }
    const answer = await api.saveDraft(this.#id, draft, this.#rev, options.last);
    if (!answer.ok) return refusal(answer.problem);
    this.#rev = answer.value.rev;
    return { ok: true, at: answer.value.savedAt };
  }

  async sendFile(file: File, sending: FileSending) {
    const { upload } = await import('../../../runtime/elements/upload.ts');
    const language = document.documentElement.lang || 'it';
    try {
      const answer = await upload(`/api/drafts/${this.#id}/files`, file, sending, {
        'Accept-Language': language,
      });
      if (answer.status < 400) return { ok: true, file: answer.body as unknown as FileRef } as const;
      const { code = 'unexpected', title } = answer.body;
      return { ok: false, code: known[answer.status] ?? code, ...(title ? { message: title } : {}) } as const;
    } catch {
      return { ok: false, code: 'network' } as const;
    }
  }

  fileAddress(id: string): string {
    return `/api/drafts/${this.#id}/files/${id}`;
  }

  async load(): Promise<Loaded | Refusal> {
    const answer = await api.readDraft(this.#id);
    if (!answer.ok) return refusal(answer.problem);
    this.#rev = answer.value.rev;
    return { ok: true, draft: answer.value.draft };
  }

  async submit(answers: Answers): Promise<Sent | Refusal> {
    const answer = await api.submitDraft(this.#id, answers, this.#key);
    if (!answer.ok) return refusal(answer.problem);
    this.#sent(answer.value.receipt);
    return { ok: true, receipt: answer.value.receipt };
  }
}

/** The same for a submission, which is only read. */
export const readingRemote = (submission: string): Remote => ({
  save: async () => ({ ok: false, code: 'unexpected' }),
  fileAddress: (id) => `/api/submissions/${submission}/files/${id}`,
});
