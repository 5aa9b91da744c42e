// SPDX-License-Identifier: AGPL-3.0-or-later
// What a template may name, by its title, and where a path leads among it.

/** One thing that may be named; `inside` it others: of a group by dots, of `rows` once for each of them. */
export interface Thing {
  readonly key: string;
  readonly title: string;
  readonly rows?: true;
  /** fixed words of the paper, as it prints them */
  readonly words?: string;
  /** true or false, and nothing to print: a named condition, or that an answer is yes (no) */
  readonly flag?: 'holds' | 'yes' | 'no';
  readonly inside?: readonly Thing[];
}

/** What may be named at a place: from the row it stands in, last, out to the whole document, first. */
export type Scopes = readonly (readonly Thing[])[];

/** Where a path leads; `known`: how many of its parts lead somewhere. */
export interface Led {
  readonly parts: readonly string[];
  /** each part's thing, as far as they are known */
  readonly things: readonly Thing[];
  /** what may stand in place of the first part that is not known */
  readonly instead: readonly Thing[];
}

export function led(path: string, scopes: Scopes): Led {
  const up = path.match(/\.\.\//g)?.length ?? 0;
  const parts = path.slice(up * 3).split('.');
  let here = scopes[scopes.length - 1 - up] ?? [];
  const things: Thing[] = [];
  for (const part of parts) {
    const found = here.find(({ key }) => key === part);
    if (!found) break;
    things.push(found);
    here = found.inside ?? [];
  }
  return { parts, things, instead: here };
}

/** The thing at the end of a path; undefined: it leads nowhere. */
export function thingAt(path: string, scopes: Scopes): Thing | undefined {
  const { parts, things } = led(path, scopes);
  return things.length === parts.length ? things.at(-1) : undefined;
}

/** The scopes inside a loop over what a path names. */
export const within = (path: string, scopes: Scopes): Scopes => [
  ...scopes,
  thingAt(path, scopes)?.inside ?? [],
];

export interface Choice {
  readonly path: string;
  readonly title: string;
  readonly thing: Thing;
  /** 0: of the row itself, or of the document where there is none; 1: of what is around it */
  readonly far: number;
}

/** What is gone into without being named. */
const unnamed = new Set(['fields', 't', 'holds', 'isYes', 'isNo']);

/**
 * Everything with a path of its own from a place, the nearest first; groups are gone into, rows are not.
 * `groups`: they are named themselves, too.
 */
export function choices(scopes: Scopes, groups = false): Choice[] {
  return scopes.toReversed().flatMap((things, far) => {
    const list = (inside: readonly Thing[], path: string, before: string): Choice[] =>
      inside.flatMap((thing): Choice[] => {
        const here = path + thing.key;
        const title = before + thing.title;
        const own = { path: here, title, thing, far };
        if (!thing.inside || thing.rows) return [own];
        const whole = unnamed.has(thing.key);
        return [
          ...(groups && !whole ? [own] : []),
          ...list(thing.inside, `${here}.`, whole ? '' : `${title}: `),
        ];
      });
    return list(things, '../'.repeat(far), '');
  });
}
