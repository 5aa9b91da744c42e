// SPDX-License-Identifier: AGPL-3.0-or-later
// A server in memory behind `fetch`, and the keyboard, for the tests of the builder's screen.
import type { SaidFinding } from '../../builder/api.ts';
import type { Family } from '../../builder/trial/families.ts';
import type { Definition } from '../../schemas/types.ts';

interface Kept {
  definition: Definition;
  rev: number;
  published: number | null;
}

export const empty = (id = 'prova', title = 'Prova'): Definition => ({
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id,
  title,
  schema: { type: 'object', properties: {} },
  layout: [{ page: 'pagina_1', title: 'Pagina 1', items: [] }],
});

/** Stands in for the server; `now` says how it behaves. */
export class FakeServer {
  readonly kept = new Map<string, Kept>();
  roles = ['form-admin'];
  /** 0: the network is away; any other status is answered to every PUT */
  failing: number | undefined;
  findings: SaidFinding[] = [];
  models: readonly object[] = [];
  families: Family[] = [];
  puts = 0;
  /** what was told with the saves */
  readonly steps: unknown[] = [];
  private readonly real = globalThis.fetch;

  constructor(...definitions: Definition[]) {
    for (const definition of definitions)
      this.kept.set(definition.id, { definition, rev: 1, published: null });
    globalThis.fetch = (input, init) => this.answer(String(input), init ?? {});
  }

  restore(): void {
    globalThis.fetch = this.real;
  }

  definition(id = 'prova'): Definition {
    return this.kept.get(id)!.definition;
  }

  private json(status: number, body: unknown, rev?: number): Response {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    if (rev !== undefined) headers['ETag'] = `"${rev}"`;
    return new Response(JSON.stringify(body), { status, headers });
  }

  private problem(status: number, code: string): Response {
    return this.json(status, { code, title: `Problema ${code}`, status });
  }

  private async answer(url: string, init: RequestInit): Promise<Response> {
    const path = new URL(url, location.href).pathname;
    const method = init.method ?? 'GET';
    if (path === '/api/session')
      return this.json(200, {
        account: { id: 'a', name: 'Luisa Ferri', profile: 'Amministratrice', roles: this.roles, comuni: [] },
        district: { id: 'valprova', name: 'Ambito Valprova' },
        demo: true,
        today: '2026-03-02',
        expiresAt: '2026-03-02T20:00:00Z',
      });
    if (path === '/api/models') return this.json(200, { items: this.models });
    if (path === '/api/district') return this.json(200, { id: 'valprova', publicForms: [] });
    if (path.startsWith('/api/lists')) return this.list(path, method, init);
    if (path.startsWith('/api/templates')) return this.template(path, method, init);
    if (path === '/api/findings') return this.json(200, { fits: true, findings: this.findings });
    const [, version] = /^\/api\/versions\/[^/]+\/(\d+)$/.exec(path) ?? [];
    const source = version && this.versions.get(Number(version));
    if (source) return this.json(200, { definition: source.id, number: Number(version), source });
    const [, id, part, inside] = /^\/api\/definitions(?:\/([^/]+))?(?:\/(\w+))?(?:\/(.+))?$/.exec(path) ?? [];
    if (!path.startsWith('/api/definitions')) return this.real(url, init);
    if (id === undefined) return this.collection(method, init);
    const kept = this.kept.get(id);
    if (!kept) return this.problem(404, 'not-found');
    if (part === 'context') return this.json(200, { case: {} });
    if (part === 'families') return this.json(200, { items: this.families });
    if (part === 'findings') return this.json(200, { findings: this.findings });
    if (part === 'changes') return this.json(200, { changes: ['Aggiunta la domanda «Nome»'] });
    if (part === 'life') return this.json(200, { ...this.life(kept), ...this.more });
    if (['review', 'schedule', 'withdrawal', 'comments', 'moments'].includes(part ?? ''))
      return this.asked(inside ?? part!, method, init);
    if (part === 'lease') return this.lease(init);
    if (part === 'publish') {
      kept.published = (kept.published ?? 0) + 1;
      kept.rev++;
      const embed = `<script type="module" src="/embed/valprova/${id}.js"></script>`;
      return this.json(201, { number: kept.published, hash: 'abc123', changes: [], embed }, kept.rev);
    }
    return method === 'PUT' ? this.put(kept, init) : this.json(200, { ...kept }, kept.rev);
  }

  /** what `life` says beside the least that it always says */
  more: object = {};
  private life({ published }: Kept): object {
    return {
      published,
      versions: [],
      workers: [],
      reviewNeeded: false,
      writers: [],
      own: true,
      reviewers: [],
    };
  }

  /** sources of published versions by number */
  readonly versions = new Map<number, Definition>();
  /** what was asked of a definition's life: the last part of the address and the body */
  readonly told: (readonly [part: string, body: unknown])[] = [];
  /** code of the problem that everything asked is answered with */
  refusing: string | undefined;
  /** answers to GET and POST by the last part of the address */
  readonly answers = new Map<string, unknown>();
  private asked(part: string, method: string, init: RequestInit): Response {
    if (method === 'GET') return this.json(200, this.answers.get(part) ?? { items: [], total: 0 });
    if (this.refusing !== undefined) return this.problem(422, this.refusing);
    this.told.push([part, init.body ? JSON.parse(String(init.body)) : undefined]);
    return this.json(200, this.answers.get(part) ?? {});
  }

  /** the district's own texts of one kind of document, the newest last; none: it makes no document */
  readonly texts: string[] = [];
  /** what they may name */
  things: readonly object[] = [];
  private template(path: string, method: string, init: RequestInit): Response {
    const [, , , kind, what] = path.split('/');
    const items = this.texts.length > 0 ? [{ kind: 'pact', title: 'Patto', made: true }] : [];
    if (kind === undefined) return this.json(200, { items });
    const sent = JSON.parse(String(init.body ?? '{}')) as {
      text?: string;
      names?: { from: string; to: string }[];
    };
    const inUse = this.texts.at(-1) ?? '';
    if (what === 'renamed') {
      const before = sent.text ?? inUse;
      const [{ from, to } = { from: '', to: '' }] = sent.names ?? [];
      const text = before.replaceAll(`{{fields.${from}}}`, `{{fields.${to}}}`);
      return this.json(200, { inUse, text, places: text === before ? 0 : 1, read: true });
    }
    if (method === 'GET') return this.json(200, { number: this.texts.length, text: inUse, shipped: '', fields: [], parts: [], things: this.things, history: [] }); // prettier-ignore
    if (this.refusing !== undefined) return this.problem(422, this.refusing);
    this.texts.push(sent.text ?? '');
    return this.json(201, { number: this.texts.length });
  }

  /** lists of the district by name */
  readonly lists = new Map<string, { title: string; rev: number; rows: readonly object[] }>();
  private list(path: string, method: string, init: RequestInit): Response {
    const name = path.split('/')[3];
    if (name === undefined) {
      const items = [...this.lists].map(([one, { rev, rows }]) => ({
        name: one,
        register: false,
        own: rev > 0,
        rows: rows.length,
        usedBy: [],
      }));
      return this.json(200, { items });
    }
    const kept = this.lists.get(name) ?? { title: name, rev: 0, rows: [] };
    if (method === 'GET') return this.json(200, kept, kept.rev);
    if (this.refusing !== undefined) return this.problem(422, this.refusing);
    const sent = JSON.parse(String(init.body)) as { title: string; rows: readonly object[] };
    this.lists.set(name, { ...sent, rev: kept.rev + 1 });
    return this.json(200, { rev: kept.rev + 1 });
  }

  /** who else has the definition; nobody */
  holder: object | undefined;
  /** how often a window has said that it is done */
  left = 0;
  private lease(init: RequestInit): Response {
    const sent = JSON.parse(String(init.body)) as { window: string; take?: true; leave?: true };
    const own = sent.window;
    if (sent.leave) this.left += 1;
    if (sent.take) this.holder = undefined;
    const mine = this.holder === undefined;
    return this.json(200, {
      mine,
      holder: this.holder ?? { window: own, name: 'Luisa Ferri', own: true, minutes: 0 },
    });
  }

  private collection(method: string, init: RequestInit): Response {
    if (method === 'GET') {
      const items = [...this.kept.values()].map(({ definition, rev, published }) => ({
        id: definition.id,
        title: definition.title,
        kind: definition.kind,
        rev,
        published,
        changed: published !== null,
        changedAt: '2026-03-01T10:00:00Z',
      }));
      return this.json(200, { items });
    }
    const body = JSON.parse(String(init.body)) as {
      definition?: Definition;
      copy?: string;
      model?: string;
      id?: string;
      title?: string;
    };
    const definition = body.definition ?? { ...this.definition(body.copy), id: body.id!, title: body.title! };
    this.kept.set(definition.id, { definition, rev: 1, published: null });
    return this.json(201, { id: definition.id, rev: 1 }, 1);
  }

  private put(kept: Kept, init: RequestInit): Response {
    this.puts++;
    if (this.failing === 0) throw new TypeError('Failed to fetch');
    if (this.failing !== undefined) return this.problem(this.failing, 'failing');
    const expected = new Headers(init.headers).get('If-Match');
    if (expected !== `"${kept.rev}"`) return this.problem(412, 'conflict');
    const sent = JSON.parse(String(init.body)) as Definition | { definition: Definition; steps: unknown[] };
    if ('definition' in sent) this.steps.push(...sent.steps);
    kept.definition = 'definition' in sent ? sent.definition : sent;
    kept.rev++;
    return this.json(200, { rev: kept.rev }, kept.rev);
  }
}

/** Waits until `look` gives something. */
export async function until<Value>(
  look: () => Value | undefined | null | false,
  what = 'nothing came',
): Promise<Value> {
  // a little less than a test may take, so that it is said what did not come
  for (const end = performance.now() + 18_000; performance.now() < end;) {
    const value = look();
    if (value) return value;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`${what}: ${look.toString()}`);
}

/** The element that really has the focus, through shadow roots. */
export function focused(): Element | null {
  let here = document.activeElement;
  while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
  return here;
}

/** A key on whatever has the focus. */
export function press(key: string, more: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...more,
  });
  focused()?.dispatchEvent(event);
}

export function type(field: Element | null | undefined, text: string): void {
  const input = field as HTMLInputElement | HTMLTextAreaElement;
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

export function choose(field: Element | null | undefined, value: string): void {
  const select = field as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}
