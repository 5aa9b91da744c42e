// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Operation } from './content-stream.ts';

const builds = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*']);
const paints = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const open: Operation = { op: 'BMC', args: ['/Artifact'] };
const close: Operation = { op: 'EMC', args: [] };

/**
 * Marks as artifact whatever is painted outside marked content (margin boxes, borders, backgrounds):
 * PDF/UA wants everything to be either tagged or an artifact.
 * `tagged`: does this XObject carry marked content of its own?
 */
export function markArtifacts(list: readonly Operation[], tagged: (name: string) => boolean): Operation[] {
  const out: Operation[] = [];
  let depth = 0;
  let path: Operation[] = [];
  const wrap = (inner: readonly Operation[]): void => {
    // Neighbours share one artifact.
    if (out.at(-1) === close) out.pop();
    else out.push(open);
    out.push(...inner, close);
  };
  for (let at = 0; at < list.length; at += 1) {
    const one = list[at] as Operation;
    if (one.op === 'BDC' || one.op === 'BMC') depth += 1;
    if (one.op === 'EMC') depth -= 1;
    if (depth > 0) out.push(one);
    else if (builds.has(one.op)) path.push(one);
    else if (paints.has(one.op)) {
      wrap([...path, one]);
      path = [];
    } else if (one.op === 'n') {
      out.push(...path, one);
      path = [];
    } else if (one.op === 'sh' || (one.op === 'Do' && !tagged(one.args[0] ?? ''))) wrap([one]);
    else if (one.op === 'BT') {
      let end = at;
      while (end < list.length - 1 && list[end]?.op !== 'ET') end += 1;
      const text = list.slice(at, end + 1);
      if (text.some((inner) => inner.op === 'BDC' || inner.op === 'BMC')) out.push(...text);
      else wrap(text);
      at = end;
    } else out.push(one);
  }
  return out;
}
