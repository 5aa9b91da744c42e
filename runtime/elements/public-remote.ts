// SPDX-License-Identifier: BSD-3-Clause
// Transport of a public form in any page: a token for one draft and one submission, no cookies.
import type { Answers, Draft } from '../../schemas/types.ts';
import type { FileRef } from '../fields/contract.ts';
import type { WordedProblem } from './form-store.ts';
import { apiOf, placeOf } from './published.ts';
import type {
  Combined,
  FileSending,
  Loaded,
  Memo,
  Published,
  Refusal,
  Remote,
  SaveOptions,
  Saved,
  Sent,
} from './remote.ts';

/** Milliseconds that an answer is waited for. */
const PATIENCE = 60_000;

/** What a window must know of its draft; encrypted where the device keeps it. */
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

  constructor(published: Published, locale: () => string) {
    this.#published = published;
    this.#locale = locale;
    this.#api = apiOf(published);
  }

  get place(): string {
    return placeOf(undefined, this.#published)!;
  }

  get memo(): Memo | undefined {
    return this.#kept && { ...this.#kept };
  }

  set memo(memo: Memo | undefined) {
    this.#kept = memo as Kept | undefined;
    this.#token = this.#kept?.token;
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
      // A network that never answers is none.
      signal: AbortSignal.timeout(PATIENCE),
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
    const { last, window } = options;
    const body = { ...draft, ...(window ? { window } : {}) };
    return this.#try<Saved>(async () => {
      const kept = this.#kept;
      const answer = await this.#withToken(() =>
        this.#kept
          ? this.#ask('PUT', `/drafts/${this.#kept.id}`, body, { 'If-Match': `"${this.#kept.rev}"` }, last)
          : this.#ask('POST', '/drafts', { draft: body }, { 'Idempotency-Key': this.#creation }, last),
      );
      if (answer.status >= 400) return refusal(answer, kept !== undefined);
      const code = typeof answer.body.code === 'string' ? answer.body.code : undefined;
      this.#keep(answer, kept?.id ?? String(answer.body['id']), code ?? kept?.code);
      return { ok: true, ...(code ? { code } : {}), ...savedAt(answer) };
    });
  }

  merge(base: Draft, draft: Draft, { window }: SaveOptions): Promise<Combined | Refusal> {
    return this.#try<Combined>(async () => {
      const kept = this.#kept;
      if (!kept) return { ok: false, code: 'gone' };
      const { answers, typed, parked, from } = base;
      const body = {
        base: { answers, typed, parked, from },
        rev: kept.rev,
        draft: { ...draft, ...(window ? { window } : {}) },
      };
      const answer = await this.#withToken(() => this.#ask('POST', `/drafts/${kept.id}/merge`, body));
      if (answer.status >= 400) return refusal(answer, true);
      this.#keep(answer, kept.id, kept.code);
      const { draft: now, conflicts, taken, rescued } = answer.body as unknown as Combined;
      return { ok: true, draft: now, conflicts, taken, rescued, ...savedAt(answer) };
    });
  }

  #keep({ rev, body }: Reply, id: string, code: string | undefined): void {
    if (typeof body['token'] === 'string') this.#token = body['token'];
    this.#kept = { id, token: this.#token!, rev: rev ?? 1, ...(code ? { code } : {}) };
  }

  readonly #creation = crypto.randomUUID();

  submit(answers: Answers, draft: Draft, key: string): Promise<Sent | Refusal> {
    const kept = this.#kept;
    // a draft begun with another version than the page's is sent as what it is
    const { definition, version } = draft;
    const body = { definition, version, answers, ...(kept ? { draft: kept.id, rev: kept.rev } : {}) };
    return this.#try<Sent>(async () => {
      const answer = await this.#withToken(() =>
        this.#ask('POST', '/submissions', body, { 'Idempotency-Key': key }),
      );
      if (answer.status >= 400) return refusal(answer);
      this.memo = undefined;
      return { ok: true, receipt: String(answer.body['receipt'] ?? '') };
    });
  }

  resume(code: string): Promise<Loaded | Refusal> {
    return this.#try<Loaded>(async () => {
      const answer = await this.#withToken(() => this.#ask('POST', '/drafts/resume', { code }));
      const { id, draft } = answer.body;
      if (answer.status >= 400 || !draft) return refusal(answer);
      this.#keep(answer, String(id), code);
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
}

const savedAt = ({ body }: Reply): { readonly at?: string } =>
  typeof body['savedAt'] === 'string' ? { at: body['savedAt'] } : {};

const codes: { readonly [status: number]: string } = {
  401: 'signed-out',
  410: 'gone',
  412: 'conflict',
  429: 'rate-limited',
};

/** `ours`: what was asked for is a draft that was there before. */
function refusal({ status, body }: Reply, ours = false): Refusal {
  return {
    ok: false,
    code:
      (ours && status === 404 && 'gone') ||
      (codes[status] ?? (status >= 500 ? 'unexpected' : body.code)) ||
      'unexpected',
    ...(body.title ? { message: body.title } : {}),
    ...(body.problems ? { problems: body.problems } : {}),
  };
}
