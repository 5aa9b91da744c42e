// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { after, test } from 'node:test';
import { newPrinter, value } from './pdf/sample.ts';

const printer = newPrinter();
after(() => printer.close());

/** A server that only counts who calls. */
const canary = createServer((socket) => {
  calls += 1;
  socket.destroy();
});
let calls = 0;
await new Promise<void>((ready) => canary.listen(0, '127.0.0.1', ready));
after(() => void canary.close());
const { port } = canary.address() as { readonly port: number };
const there = `http://127.0.0.1:${port}`;

const pages: readonly string[] = [
  `<script>fetch('${there}/fetch')</script>`,
  `<img src="x" onerror="fetch('${there}/onerror')">`,
  `<img src="${there}/img.png">`,
  `<img srcset="${there}/set.png 1x">`,
  `<picture><source srcset="${there}/source.png"><img></picture>`,
  `<link rel="stylesheet" href="${there}/a.css">`,
  `<link rel="prefetch" href="${there}/prefetch">`,
  `<link rel="preload" as="font" href="${there}/preload" crossorigin>`,
  `<link rel="dns-prefetch" href="${there}"><link rel="preconnect" href="${there}">`,
  `<link rel="icon" href="${there}/icon.ico">`,
  `<style>@import url(${there}/import.css);</style>`,
  `<style>p{background:url(${there}/bg.png)}</style><p>a</p>`,
  `<style>@font-face{font-family:z;src:url(${there}/f.woff2)}p{font-family:z}</style><p>a</p>`,
  `<style>p::after{content:url(${there}/c.png)}</style><p>a</p>`,
  `<svg><image href="${there}/svg.png"/></svg>`,
  `<svg><use href="${there}/use.svg#a"/></svg>`,
  `<iframe src="${there}/frame"></iframe>`,
  `<iframe srcdoc="<img src='${there}/doc.png'>"></iframe>`,
  `<iframe src="data:text/html,<img src=${there}/data.png>"></iframe>`,
  `<object data="${there}/object"></object><embed src="${there}/embed">`,
  `<video poster="${there}/poster.png" src="${there}/v.mp4" autoplay></video><audio src="${there}/a.mp3" autoplay></audio>`,
  `<meta http-equiv="refresh" content="0;url=${there}/refresh">`,
  `<base href="${there}/"><img src="relative.png">`,
  `<form action="${there}/form"><button autofocus>a</button></form>`,
  `<body background="${there}/body.png">`,
  `<a href="${there}/ping" ping="${there}/pinged">a</a>`,
  `<script>new WebSocket('ws://127.0.0.1:${port}')</script><script>navigator.sendBeacon('${there}')</script>`,
  `<script>while(true){}</script>`,
  `<script>alert(1);window.open('${there}/open')</script>`,
  `<iframe src="file:///etc/passwd"></iframe><object data="file:///etc/hostname"></object>`,
  `<link rel="stylesheet" href="file:///etc/passwd"><img src="file:///etc/passwd">`,
];

test(`${pages.length} hostile pages print or fail, and not one connection leaves`, async () => {
  for (const page of pages) {
    const done = await printer.print(`<!doctype html><title>x</title><p>Testo</p>${page}`, 8_000);
    if (done.ok) assert.equal(Buffer.from(done.value.subarray(0, 5)).toString(), '%PDF-');
  }
  assert.equal(calls, 0);
  value(await printer.print('<p>ancora qui</p>'));
});

/** Processes of this machine whose parent chain begins at a pid. */
function family(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const [, parent] = /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
      parents.set(Number(name), Number(parent));
    } catch {
      // gone meanwhile
    }
  }
  const found = [pid];
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found;
}
const alive = (pid: number): boolean => {
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

const long = `<p>${'parola '.repeat(200_000)}</p>`;

test('a browser killed in the middle of a print is replaced and the print is whole', async () => {
  await printer.warm();
  const before = printer.pid();
  assert.ok(before);
  const work = printer.print(long);
  setTimeout(() => process.kill(before, 'SIGKILL'), 150);
  const pdf = Buffer.from(value(await work));
  assert.ok(pdf.subarray(-16).includes('%%EOF'));
  assert.notEqual(printer.pid(), before);
  assert.equal(printer.health().ok, true);
});

test('a renderer killed in the middle of a print is noticed and the print is whole', async () => {
  await printer.warm();
  const browser = printer.pid();
  assert.ok(browser);
  const renderers = family(browser).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
    } catch {
      return false;
    }
  });
  assert.ok(renderers.length > 0);
  const work = printer.print(long);
  setTimeout(() => renderers.forEach((pid) => alive(pid) && process.kill(pid, 'SIGKILL')), 150);
  assert.ok(
    Buffer.from(value(await work))
      .subarray(-16)
      .includes('%%EOF'),
  );
});

test('a page that takes too long is given up at the deadline; others go on', async () => {
  const from = performance.now();
  const [slow, quick] = await Promise.all([
    printer.print(long.repeat(4), 700),
    printer.print('<p>svelto</p>'),
  ]);
  assert.equal(slow.ok, false);
  if (!slow.ok) assert.equal(slow.problem.code, 'printing-took-too-long');
  assert.ok(performance.now() - from < 15_000);
  value(quick);
  value(await printer.print('<p>dopo</p>'));
});

test('too large a page is refused before a browser sees it', async () => {
  const done = await printer.print('x'.repeat(9 * 1024 * 1024));
  assert.equal(done.ok ? '' : done.problem.code, 'document-too-large');
});

test('the browser is replaced after its jobs, and closing leaves no process', async () => {
  const own = newPrinter({ jobs: 2 });
  const pids = new Set<number>();
  for (let job = 0; job < 5; job += 1) {
    value(await own.print('<p>a</p>'));
    const pid = own.pid();
    if (pid !== undefined) for (const one of family(pid)) pids.add(one);
  }
  assert.ok(own.health().launched >= 2);
  await own.close();
  const until = performance.now() + 5_000;
  while ([...pids].some(alive) && performance.now() < until)
    await new Promise((next) => setTimeout(next, 50));
  assert.deepEqual([...pids].filter(alive), []);
  const late = await own.print('<p>a</p>');
  assert.equal(late.ok ? '' : late.problem.code, 'printer-closed');
});
