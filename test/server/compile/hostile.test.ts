// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { after, before, test } from 'node:test';
import { createCompiler } from '../../../server/compile/compiler.ts';
import { publish } from '../../../server/compile/publish.ts';
import { sentence } from '../../../server/problems.ts';
import { joinSentences } from '../../../server/words/index.ts';
import { publishingWords } from '../../../server/words/publishing.ts';
import { form, hostile } from './hostile.ts';

// What is measured is our own work, not that of others on the same machine: seconds of processor, all threads together.
const compiler = createCompiler({ examine: 60_000, compile: 120_000 });
const sentences = joinSentences(publishingWords);
before(async () => {
  // The thread is up, as in a server that has published before.
  await compiler.examine({});
});
after(() => compiler.close());

const request = { district: 'valprova', by: 'a1', now: '2026-03-02T09:00:00Z' };

test('there are enough of them, of every sort', () => {
  assert.ok(hostile.length >= 60);
  assert.ok(new Set(hostile.map((one) => one.code)).size >= 20);
});

for (const { about, code, at, document } of hostile) {
  test(`refused: ${about}`, async () => {
    const definition = document();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const attempt = async () => {
      delay.reset();
      const before = process.cpuUsage();
      const done = await publish(compiler, { ...request, definition });
      const { user, system } = process.cpuUsage(before);
      return { done, took: (user + system) / 1000, held: delay.max / 1e6 };
    };
    const first = await attempt();
    const { done, took, held } = first.held < 500 ? first : await attempt();
    delay.disable();
    assert.ok(!done.ok);
    assert.equal(done.problem.code, 'not-publishable');
    const found = done.problems?.find((one) => one.level === 'error');
    assert.deepEqual({ code: found?.code, at: found?.at }, { code, at });
    for (const language of ['it', 'en'] as const) {
      const said = sentence(found!, sentences, language);
      assert.ok(said.length > 20 && said !== code, said);
      assert.doesNotMatch(said, /\{[a-z]\w*\}/, 'every parameter is given');
    }
    assert.ok(took < 2_000, `${Math.round(took)} ms`);
    // Whoever else asks the server meanwhile is answered.
    assert.ok(held < 1_000, `the process was held for ${Math.round(held)} ms`);
  });
}

for (const { about, twin } of hostile) {
  if (!twin) continue;
  test(`published: the twin of ${about}`, async () => {
    const found = await compiler.examine(twin());
    assert.deepEqual(
      found.filter((one) => one.level === 'error'),
      [],
    );
  });
}

test('the largest form that the limits allow is compiled', async () => {
  // On a machine that does other work: what counts is that nothing overflows.
  const patient = createCompiler({ examine: 60_000, compile: 300_000 });
  const group = (name: string) => ({
    type: 'object',
    title: name,
    properties: Object.fromEntries(
      Array.from({ length: 999 }, (_, n) => [`f${n}`, { type: 'string', title: `Domanda ${n}` }]),
    ),
  });
  const done = await patient.compile(form({ a: group('A'), b: group('B') }));
  await patient.close();
  assert.ok(done.ok, JSON.stringify(done).slice(0, 300));
});
