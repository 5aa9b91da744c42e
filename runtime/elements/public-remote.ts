// SPDX-License-Identifier: BSD-3-Clause
// Transport of a public form in any page: a token for one draft and one submission, no cookies.
import type { Answers, Draft } from '../../schemas/types.ts';
import type { FileRef } from '../fields/contract.ts';
import type { WordedProblem } from './form-store.ts';
import { apiOf, placeOf } from './published.ts';
import type { FileSending, Loaded, Published, Refusal, Remote, SaveOptions, Saved, Sent } from './remote.ts';

/** What this window remembers of its draft, for as long as it lives. */
interface Kept {
  readonly id: string;
  readonly token: string;
  readonly code?: string;
  readonly rev: number;
}

interface Reply {
  readonly status: number;
  readonly body: {
    readonly [key: string]: unknown;
    readonly code?: string;
    readonly title?: string;
    readonly problems?: readonly WordedProblem[];
  };
  readonly rev: number | undefined;
}

export class PublicRemote implements Remote {
  readonly #published: Published;
  readonly #locale: () => string;
  readonly #api: string;
  #kept: Kept | undefined;
  #token: string | undefined;
  #key: { readonly of: string; readonly value: string } | undefined;

  constructor(published: Published, locale: () => string) {
    this.#published = published;
    this.#locale = locale;
    this.#api = apiOf(published);
    this.#kept = this.#recall();
    this.#token = this.#kept?.token;
  }

  get #place(): string {
    return placeOf(this.#published);
  }

  // A page may forbid storage (sandboxed frames): then nothing is remembered, and nothing else changes.
  #recall(): Kept | undefined {
    try {
      return JSON.parse(sessionStorage.getItem(this.#place) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  }

  #keep(kept: Kept | undefined): void {
    this.#kept = kept;
    try {
      if (kept) sessionStorage.setItem(this.#place, JSON.stringify(kept));
      else sessionStorage.removeItem(this.#place);
    } catch {
      // remembered in memory only
    }
  }

  async #ask(
    method: string,
    path: string,
    body: unknown,
    headers: { [name: string]: string } = {},
    last = false,
  ) {
    const answer = await fetch(this.#api + path, {
      method,
      credentials: 'omit',
      keepalive: last,
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': this.#locale(),
        ...(this.#token ? { Authorization: `Bearer ${this.#token}` } : {}),
        ...headers,
      },
      body: JSON.stringify(body),
    });
    const tag = answer.headers.get('ETag');
    const text = await answer.text();
    let json: Reply['body'] = {};
    try {
      json = text ? JSON.parse(text) : {};
    } catch {
      // a proxy's error page
    }
    const rev =
      typeof json['rev'] === 'number' ? json['rev'] : tag ? Number(tag.replace(/\D/g, '')) : undefined;
    return { status: answer.status, body: json, rev } satisfies Reply;
  }

  /** Asks with a token; one that has run out is renewed once. */
  async #withToken(act: () => Promise<Reply>): Promise<Reply> {
    const renew = async () => {
      const { district, form } = this.#published;
      this.#token = undefined;
      const answer = await this.#ask('POST', `/${district}/${form}/token`, {});
      if (typeof answer.body['token'] === 'string') this.#token = answer.body['token'];
      // A new token knows no draft yet: the code makes it the key of ours. Our revision stays what it was.
      const code = this.#kept?.code;
      if (this.#token && code) {
        const bound = await this.#ask('POST', '/drafts/resume', { code });
        if (typeof bound.body['token'] === 'string') this.#token = bound.body['token'];
        else if (bound.status === 429 || bound.status >= 500) {
          // Not now: a token that does not know our draft would be refused it for ever.
          this.#token = undefined;
          return bound;
        }
      }
      return answer;
    };
    if (!this.#token) {
      const first = await renew();
      if (!this.#token) return first;
    }
    const answer = await act();
    if (answer.status !== 401) return answer;
    const again = await renew();
    return this.#token ? act() : again;
  }

  async #try<Done>(act: () => Promise<Done | Refusal>): Promise<Done | Refusal> {
    try {
      return await act();
    } catch {
      return { ok: false, code: 'network' };
    }
  }

  save(draft: Draft, options: SaveOptions = {}): Promise<Saved | Refusal> {
    return this.#try<Saved>(async () => {
      if (options.overwrite) await this.load();
      const kept = this.#kept;
      const answer = await this.#withToken(() =>
        this.#kept
          ? this.#ask(
              'PUT',
              `/drafts/${this.#kept.id}`,
              draft,
              { 'If-Match': `"${this.#kept.rev}"` },
              options.last,
            )
          : this.#ask('POST', '/drafts', { draft }, { 'Idempotency-Key': this.#creation() }, options.last),
      );
      if (answer.status >= 400) return refusal(answer);
      const code = typeof answer.body.code === 'string' ? answer.body.code : undefined;
      const id = kept?.id ?? String(answer.body['id']);
      const known = code ?? kept?.code;
      this.#keep({ id, token: this.#token!, rev: answer.rev ?? 1, ...(known ? { code: known } : {}) });
      const at = answer.body['savedAt'];
      return { ok: true, ...(code ? { code } : {}), ...(typeof at === 'string' ? { at } : {}) };
    });
  }

  #created: string | undefined;
  #creation(): string {
    return (this.#created ??= crypto.randomUUID());
  }

  submit(answers: Answers, draft?: Draft): Promise<Sent | Refusal> {
    const { form, number } = this.#published;
    // a draft begun with another version than the page's is sent as what it is
    const version = draft?.version ?? number;
    const text = JSON.stringify(answers);
    // The same answers twice are one submission; changed answers are another attempt.
    if (this.#key?.of !== text) this.#key = { of: text, value: crypto.randomUUID() };
    const key = this.#key.value;
    return this.#try<Sent>(async () => {
      const body = {
        definition: form,
        version,
        answers,
        ...(this.#kept ? { draft: this.#kept.id } : {}),
      };
      const answer = await this.#withToken(() =>
        this.#ask('POST', '/submissions', body, { 'Idempotency-Key': key }),
      );
      if (answer.status >= 400) return refusal(answer);
      this.forget();
      return { ok: true, receipt: String(answer.body['receipt'] ?? '') };
    });
  }

  async load(): Promise<Loaded | Refusal> {
    return this.#kept?.code ? this.resume(this.#kept.code) : { ok: false, code: 'not-found' };
  }

  resume(code: string): Promise<Loaded | Refusal> {
    return this.#try<Loaded>(async () => {
      const answer = await this.#withToken(() => this.#ask('POST', '/drafts/resume', { code }));
      const { id, draft, token } = answer.body;
      if (answer.status >= 400 || !draft) return refusal(answer);
      if (typeof token === 'string') this.#token = token;
      this.#keep({ id: String(id), token: this.#token!, rev: answer.rev ?? 1, code });
      return { ok: true, draft: draft as Draft };
    });
  }

  async sendFile(file: File, sending: FileSending) {
    if (!this.#kept) return { ok: false, code: 'draft-first' } as const;
    const { upload } = await import('./upload.ts');
    return this.#try<{ ok: true; file: FileRef }>(async () => {
      const answer = await this.#withToken(() =>
        upload(`${this.#api}/files`, file, sending, {
          'Accept-Language': this.#locale(),
          Authorization: `Bearer ${this.#token}`,
        }),
      );
      return answer.status >= 400 ? refusal(answer) : { ok: true, file: answer.body as unknown as FileRef };
    });
  }

  pending(): boolean {
    return this.#kept?.code !== undefined;
  }

  forget(): void {
    this.#created = undefined;
    this.#keep(undefined);
    this.#token = undefined;
  }
}

const codes: { readonly [status: number]: string } = {
  401: 'signed-out',
  412: 'conflict',
  429: 'rate-limited',
};

function refusal({ status, body }: Reply): Refusal {
  return {
    ok: false,
    code: codes[status] ?? body.code ?? 'unexpected',
    ...(body.title ? { message: body.title } : {}),
    ...(body.problems ? { problems: body.problems } : {}),
  };
}
