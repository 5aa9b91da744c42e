// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai';
import { PublicRemote } from '../../../runtime/elements/public-remote.ts';
import type { Published } from '../../../runtime/elements/remote.ts';
import type { Draft } from '../../../schemas/types.ts';
import { definition } from './forms.ts';

const published: Published = {
  interface: 1,
  district: 'valprova',
  form: 'prova',
  number: 3,
  hash: '',
  definition,
  check: 'https://patto.example/base/embed/valprova/prova@3.check.js',
};
const draft: Draft = {
  definition: 'prova',
  version: 3,
  answers: { nome: 'Maria' },
  typed: {},
  parked: {},
  from: {},
};

interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** The public interface of the server as far as it is asked here. */
function server(): { calls: Call[]; refuse: Map<string, number>; end: () => void } {
  const calls: Call[] = [];
  const refuse = new Map<string, number>();
  const real = window.fetch;
  let tokens = 0;
  let rev = 1;
  const json = (status: number, body: object) => new Response(JSON.stringify(body), { status });
  const answers: { readonly [call: string]: () => Response } = {
    'POST /base/embed/valprova/prova/token': () => json(201, { token: `token-${++tokens}` }),
    'POST /base/embed/drafts': () => json(201, { id: 'bozza', rev, code: 'ABCD-1234' }),
    'PUT /base/embed/drafts/bozza': () => json(200, { rev: ++rev, savedAt: '2026-03-02T10:42:00Z' }),
    'POST /base/embed/drafts/resume': () =>
      json(200, { id: 'bozza', rev, draft, token: `legato-${++tokens}` }),
    'POST /base/embed/submissions': () => json(201, { id: 'x', receipt: '2026-00042' }),
  };
  window.fetch = async (input, init = {}) => {
    const { pathname } = new URL(String(input));
    const call = `${init.method} ${pathname}`;
    calls.push({
      method: init.method ?? 'GET',
      path: pathname,
      headers: new Headers(init.headers),
      body: JSON.parse(String(init.body)),
    });
    const status = refuse.get(call);
    if (status === 0) throw new TypeError('no network');
    if (status) {
      refuse.delete(call);
      return json(status, { code: 'refused', title: 'No.' });
    }
    return answers[call]?.() ?? json(404, {});
  };
  return { calls, refuse, end: () => (window.fetch = real) };
}

describe('the transport of a public form', () => {
  let the: ReturnType<typeof server>;
  beforeEach(() => {
    sessionStorage.clear();
    the = server();
  });
  afterEach(() => the.end());
  const remote = () => new PublicRemote(published, () => 'it');
  const paths = () => the.calls.map(({ method, path }) => `${method} ${path.replace('/base/embed', '')}`);

  it('asks for a token once, makes one draft, then saves it with its revision', async () => {
    const here = remote();
    expect(await here.save(draft)).to.deep.equal({ ok: true, code: 'ABCD-1234' });
    expect(await here.save(draft)).to.include({ ok: true, at: '2026-03-02T10:42:00Z' });
    await here.save(draft);
    expect(paths()).to.deep.equal([
      'POST /valprova/prova/token',
      'POST /drafts',
      'PUT /drafts/bozza',
      'PUT /drafts/bozza',
    ]);
    expect(the.calls.slice(2).map(({ headers }) => headers.get('If-Match'))).to.deep.equal(['"1"', '"2"']);
    expect(the.calls[1]!.headers.get('Authorization')).to.equal('Bearer token-1');
    expect(the.calls[1]!.headers.get('Idempotency-Key')).to.match(/\S/);
  });

  it('goes on with its draft in another window, told what the first one knew', async () => {
    const first = remote();
    await first.save(draft);
    const again = remote();
    again.memo = first.memo;
    await again.save(draft);
    expect(paths().slice(2)).to.deep.equal(['PUT /drafts/bozza']);
    expect(the.calls.at(-1)!.headers.get('Authorization')).to.equal('Bearer token-1');
    expect(JSON.stringify(sessionStorage) + JSON.stringify(localStorage)).not.to.match(/ABCD|token-1/);
  });

  it('renews a token that has run out, and binds it to the draft without forgetting its revision', async () => {
    const here = remote();
    await here.save(draft);
    the.refuse.set('PUT /base/embed/drafts/bozza', 401);
    expect((await here.save(draft)).ok).to.equal(true);
    expect(paths().slice(2)).to.deep.equal([
      'PUT /drafts/bozza',
      'POST /valprova/prova/token',
      'POST /drafts/resume',
      'PUT /drafts/bozza',
    ]);
    expect(the.calls.at(-1)!.headers.get('Authorization')).to.match(/legato/);
    expect(the.calls.at(-1)!.headers.get('If-Match')).to.equal('"1"');
  });

  it('waits when the draft cannot be bound to a new token, and goes on later', async () => {
    const here = remote();
    await here.save(draft);
    the.refuse.set('PUT /base/embed/drafts/bozza', 401);
    the.refuse.set('POST /base/embed/drafts/resume', 429);
    expect(await here.save(draft)).to.include({ ok: false, code: 'rate-limited' });
    expect(await here.save(draft)).to.include({ ok: true });
    expect(the.calls.at(-1)!.headers.get('Authorization')).to.match(/legato/);
  });

  it('says conflict and network as values', async () => {
    const here = remote();
    await here.save(draft);
    the.refuse.set('PUT /base/embed/drafts/bozza', 412);
    expect(await here.save(draft)).to.include({ ok: false, code: 'conflict' });
    the.refuse.set('PUT /base/embed/drafts/bozza', 0);
    expect(await here.save(draft)).to.deep.equal({ ok: false, code: 'network' });
  });

  it('sends under the key that it is given, for the version that the draft was begun with', async () => {
    const here = remote();
    const submission = 'POST /base/embed/submissions';
    the.refuse.set(submission, 0);
    const older = { ...draft, version: 2 };
    expect(await here.submit({ nome: 'Maria' }, older, 'chiave')).to.deep.equal({
      ok: false,
      code: 'network',
    });
    the.refuse.delete(submission);
    expect(await here.submit({ nome: 'Maria' }, older, 'chiave')).to.deep.equal({
      ok: true,
      receipt: '2026-00042',
    });
    const sent = the.calls.filter(({ path }) => path.endsWith('/submissions'));
    expect(sent.map(({ headers }) => headers.get('Idempotency-Key'))).to.deep.equal(['chiave', 'chiave']);
    expect(sent[1]!.body).to.deep.include({ definition: 'prova', version: 2 });
  });
});
