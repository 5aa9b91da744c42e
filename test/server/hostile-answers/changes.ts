// SPDX-License-Identifier: AGPL-3.0-or-later
// What is changed in right answers, and what must come of it.
import type { FieldNode, Outline, Settled } from '../../../runtime/engine/contract.ts';
import { at as valueAt, copy, isObject, type Json, star } from '../../../runtime/engine/pointer.ts';
import type { Answers } from '../../../schemas/types.ts';
import { limits } from '../../../server/guard.ts';
import type { Draw } from '../../runtime/engine/random.ts';

/** Right answers as they stand in a draft, with what the engine says of them. */
export interface Ground {
  readonly outline: Outline;
  readonly settled: Settled;
  readonly role: string;
  /** values that a question does not take, by its pointer with stars */
  readonly bad: ReadonlyMap<string, readonly unknown[]>;
  readonly draw: Draw;
}

/** `raw`: the text of the answers, where JSON.stringify would not write it so. */
export interface Change {
  readonly answers?: unknown;
  readonly raw?: string;
  /** more in the request's body */
  readonly body?: Json;
  /** refused as answers that are wrong at this place, around it or in it */
  readonly wrongAt?: string;
  /** one of these must be said of that place; absent: anything */
  readonly as?: readonly string[];
  /** refused as a request, with one of these codes; beside `wrongAt`: or so */
  readonly refused?: readonly string[];
  /** pointers that must be named as replaced */
  readonly replaced?: readonly string[];
  /** what must be kept; absent: the right answers */
  readonly kept?: Answers;
}

const pick = <Item>(all: readonly Item[], draw: Draw): Item | undefined => all[draw(all.length)];
const isText = (node: FieldNode) => node.schema.type === 'string' && !node.schema.enum && !node.schema.oneOf;
const isDeclined = (value: unknown): boolean => isObject(value) && 'declined' in value;
const nodeAt = ({ outline }: Ground, path: string): FieldNode => outline.byPointer.get(star(path))!;

/** Fields that are shown now and have an answer of their own. */
const answered = (
  { outline, settled }: Ground,
  fits: (node: FieldNode, value: unknown) => boolean,
): string[] =>
  [...settled.shown].filter((path) => {
    const node = outline.byPointer.get(star(path));
    const value = valueAt(settled.answers, path);
    return node && node.value === undefined && value !== undefined && !isDeclined(value) && fits(node, value);
  });

/** A copy with another value at a place; undefined takes it away. */
function changed(answers: Answers, path: string, value: unknown): Answers {
  const out = copy(answers);
  const cut = path.lastIndexOf('/');
  const holder = valueAt(out, path.slice(0, cut)) as Json;
  const into = cut <= 0 ? out : holder;
  const key = path.slice(cut + 1);
  if (value === undefined) delete into[key];
  else into[key] = value;
  return out;
}

/** Another value at a place, which is wrong there. */
const wrong = ({ settled }: Ground, path: string, value: unknown, as?: readonly string[]): Change => ({
  answers: changed(settled.answers, path, value),
  wrongAt: path,
  ...(as ? { as } : {}),
});

/** What the role does not see is not its to answer, nor to get wrong. */
const unseen = (ground: Ground, path: string): boolean =>
  nodeAt(ground, path)?.visibleTo?.includes(ground.role) === false;

/** Objects of the answers that are the form's own, groups and rows, with their places. */
function holders(ground: Ground, value: unknown = ground.settled.answers, at = ''): string[] {
  if (Array.isArray(value))
    return value.flatMap((one, place) => (isObject(one) ? holders(ground, one, `${at}/${place}`) : []));
  if (!isObject(value) || isDeclined(value) || unseen(ground, at)) return [];
  const inside = Object.entries(value).flatMap(([key, one]) => holders(ground, one, `${at}/${key}`));
  return [at, ...inside];
}
const inRows = (ground: Ground): string[] => {
  const lists = answered(ground, (node) => node.type.nests === 'rows');
  return holders(ground).filter((path) => lists.includes(path.replace(/\/\d+$/, '')) && /\/\d+$/.test(path));
};

/** The text of the answers with a piece of raw JSON in place of a mark. */
const withRaw = ({ settled }: Ground, path: string, raw: string): string =>
  JSON.stringify(changed(settled.answers, path, '§')).replace('"§"', () => raw);

const unread = ({ outline }: Ground, path: string): boolean =>
  (outline.readers.get(star(path)) ?? []).length === 0 &&
  !JSON.stringify(outline.definition).includes('x-check') &&
  !outline.definition.gives;

/** A value of about the right kind for a question that has none. */
const guess = ({ schema }: FieldNode): unknown =>
  schema.oneOf?.[0]?.const ??
  schema.enum?.[0] ??
  { string: 'x', integer: 1, number: 1, boolean: true, array: ['a'] }[String(schema.type)];
const hides = (node: FieldNode): boolean =>
  node.show.length > 0 &&
  node.visibleTo === undefined &&
  node.value === undefined &&
  node.schema['x-when-hidden'] !== 'keep' &&
  !node.type.nests;

/** A row under another id; its list may have it at another place, where it follows other rows. */
const rowWith = (ground: Ground, row: string, id: unknown): Change => ({
  ...wrong(ground, `${row}/id`, id, ['row-without-id']),
  wrongAt: row.replace(/\/\d+$/, ''),
});

/** One of what fits is changed; undefined where nothing fits. */
const one = <Item>(
  all: readonly Item[],
  { draw }: Ground,
  make: (item: Item) => Change | undefined,
): Change | undefined => (all.length ? make(pick(all, draw)!) : undefined);

const others: { readonly [type: string]: readonly unknown[] } = {
  string: [7, true, ['x'], { a: 1 }],
  number: ['x', true, [1], { a: 1 }],
  boolean: ['sì', 1, [true], { a: 1 }],
  object: ['x', 5, true, [{ b: 2 }]],
};

export const changes: { readonly [name: string]: (ground: Ground) => Change | undefined } = {
  'unknown key': (ground) => one(holders(ground), ground, (at) => wrong(ground, `${at}/mai_chiesto`, 1)),
  'key of a prototype': (ground) => {
    const key = pick(['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'], ground.draw)!;
    return one(holders(ground), ground, (at) => wrong(ground, `${at}/${key}`, 'x'));
  },
  __proto__: (ground) =>
    one(holders(ground), ground, (at) => {
      const raw = JSON.stringify(changed(ground.settled.answers, `${at}/§`, { admin: true }));
      return { raw: raw.replace('"§"', '"__proto__"'), refused: ['forbidden-key'] };
    }),
  'the same key twice': ({ settled }) => ({
    raw: JSON.stringify({ ...settled.answers, zz: 1 }).replace(/"zz":1\}$/, '"zz":1,"zz":1}'),
    refused: ['duplicate-key'],
  }),
  hidden: (ground) => {
    const { outline, settled } = ground;
    const hidden = outline.fields.filter(
      (node) =>
        node.level === '' &&
        (!node.parent || settled.shown.has(node.parent.pointer)) &&
        !settled.shown.has(node.pointer) &&
        hides(node) &&
        guess(node) !== undefined,
    );
    return one(hidden, ground, (node) => wrong(ground, node.pointer, guess(node), ['hidden']));
  },
  'hidden in a row': (ground) =>
    one(inRows(ground), ground, (row) => {
      const inside = ground.outline.fields.filter(
        (node) =>
          node.pointer.startsWith(`${star(row)}/`) &&
          !node.pointer.slice(star(row).length + 1).includes('/') &&
          hides(node) &&
          isText(node) &&
          !ground.settled.shown.has(`${row}/${node.key}`),
      );
      return one(inside, ground, (node) => wrong(ground, `${row}/${node.key}`, 'x', ['hidden']));
    }),
  'oversized text': (ground) =>
    one(answered(ground, isText), ground, (path) => {
      const most = Math.max(nodeAt(ground, path).schema.maxLength ?? 0, 20_000);
      return wrong(ground, path, 'x'.repeat(most + 1 + ground.draw(400)));
    }),
  'an oversized request': (ground) => ({
    raw: `${JSON.stringify(ground.settled.answers)}${' '.repeat(limits.draft + ground.draw(1_000))}`,
    refused: ['too-large'],
  }),
  'a list too long': (ground) =>
    one(
      answered(ground, (node, value) => node.type.nests === 'rows' && (value as []).length > 0),
      ground,
      (path) => {
        const [first] = valueAt(ground.settled.answers, path) as Json[];
        const rows = Array.from({ length: 1_001 }, (_, place) => ({
          ...first,
          id: `lunga${String(place).padStart(6, '0')}`,
        }));
        // Where a row is large, they are more than a request may hold.
        return { ...wrong(ground, path, rows), refused: ['too-large'] };
      },
    ),
  'another type': (ground) =>
    one(
      answered(ground, (node) => !node.type.nests),
      ground,
      (path) => {
        const kind = typeof valueAt(ground.settled.answers, path);
        return wrong(ground, path, pick(others[kind] ?? [{ a: 1 }], ground.draw));
      },
    ),
  'what its type refuses': (ground) =>
    one(
      answered(ground, (node) => ground.bad.has(node.pointer)),
      ground,
      (path) => {
        // What counts as no answer is not refused but left out.
        const bad = ground.bad.get(star(path))!.filter((value) => !nodeAt(ground, path).type.empty(value));
        const value = pick(bad, ground.draw);
        // Some of them no request may hold at all.
        const refused = ['unsafe-number', 'bad-text', 'forbidden-key'];
        return value === undefined ? undefined : { ...wrong(ground, path, value), refused };
      },
    ),
  'rows that are none': (ground) =>
    one(
      answered(ground, (node) => Boolean(node.type.nests)),
      ground,
      (path) => wrong(ground, path, pick(['x', 4, true, [1], ['x'], [[]]], ground.draw)),
    ),
  'out of bounds': (ground) =>
    one(
      answered(ground, ({ schema }) => schema.minimum !== undefined || schema.maximum !== undefined),
      ground,
      (path) => {
        const { minimum, maximum } = nodeAt(ground, path).schema;
        const below = maximum === undefined || (minimum !== undefined && ground.draw(2) === 1);
        return wrong(ground, path, below ? minimum! - 1 : maximum + 1);
      },
    ),
  'a choice that is none': (ground) =>
    one(
      answered(ground, ({ schema }) => Boolean(schema.oneOf ?? schema.enum)),
      ground,
      (path) => wrong(ground, path, 'inventata'),
    ),
  'required and not there': (ground) => {
    const wanted = [...ground.settled.required].filter(
      (path) =>
        nodeAt(ground, path).value === undefined &&
        valueAt(ground.settled.answers, path) !== undefined &&
        !nodeAt(ground, path).type.nests,
    );
    return one(wanted, ground, (path) => wrong(ground, path, undefined, ['required']));
  },
  'required and null': (ground) => {
    const wanted = [...ground.settled.required].filter(
      (path) =>
        nodeAt(ground, path).value === undefined &&
        valueAt(ground.settled.answers, path) !== undefined &&
        !nodeAt(ground, path).type.nests,
    );
    return one(wanted, ground, (path) => wrong(ground, path, null));
  },
  'not to be declined': (ground) =>
    one(
      answered(ground, (node) => !node.schema['x-not-asked']),
      ground,
      (path) => wrong(ground, path, { declined: 'unknown' }),
    ),
  'declined in no known way': (ground) =>
    one(
      answered(ground, (node) => !node.type.nests),
      ground,
      (path) =>
        wrong(
          ground,
          path,
          pick([{ declined: 'mai' }, { declined: 'unknown', x: 1 }, { declined: true }], ground.draw),
        ),
    ),
  NUL: (ground) =>
    one(answered(ground, isText), ground, (path) => ({
      answers: changed(ground.settled.answers, path, 'a\0b'),
      refused: ['bad-text'],
    })),
  'a lone surrogate': (ground) => {
    const raw = pick(['"\\ud83d"', '"a\\udca9b"', '"\\ud83d\\ud83d\\udca9"'], ground.draw)!;
    return one(answered(ground, isText), ground, (path) => ({
      raw: withRaw(ground, path, raw),
      refused: ['bad-text'],
    }));
  },
  'a number that no machine holds': (ground) => {
    const raw = pick(['1e999', '9007199254740993', '-1e400', '123456789012345678901234567890'], ground.draw)!;
    return one(
      answered(ground, (_, value) => typeof value === 'number'),
      ground,
      (path) => ({ raw: withRaw(ground, path, raw), refused: ['unsafe-number'] }),
    );
  },
  'too deep': ({ settled }) => ({
    raw: JSON.stringify({ ...settled.answers, zz: '§' }).replace('"§"', `${'['.repeat(60)}${']'.repeat(60)}`),
    refused: ['too-deep'],
  }),
  'a row without its id': (ground) => one(inRows(ground), ground, (row) => rowWith(ground, row, undefined)),
  'a row id that is none': (ground) => {
    const id = pick(['', 'corto', 'x'.repeat(12), '../../etc/x', 'rigaconspà!', 7], ground.draw);
    return one(inRows(ground), ground, (row) => rowWith(ground, row, id));
  },
  'one row twice': (ground) =>
    one(
      answered(ground, (node, value) => node.type.nests === 'rows' && (value as []).length > 0),
      ground,
      (path) => {
        const rows = valueAt(ground.settled.answers, path) as Json[];
        return wrong(ground, path, [...rows, rows[0]]);
      },
    ),
  'a link to no row': (ground) =>
    one(
      answered(ground, ({ schema }) => schema['x-ref'] !== undefined && schema.type === 'string'),
      ground,
      (path) => wrong(ground, path, 'nessuno0000', ['row-gone']),
    ),
  'a file of nobody': (ground) =>
    one(
      [...ground.settled.shown].filter((path) => nodeAt(ground, path)?.type.type === 'file'),
      ground,
      (path) =>
        wrong(ground, path, [
          {
            id: 'F'.repeat(22),
            name: 'referto.pdf',
            type: 'application/pdf',
            size: 90_000,
            sha256: 'a'.repeat(64),
          },
        ]),
    ),
  'a locked value': (ground) => {
    const locked = answered(ground, (node) => !node.type.nests).filter((path) =>
      ground.settled.locked.has(path),
    );
    return one(locked, ground, (path) => {
      const value = valueAt(ground.settled.answers, path);
      const other = typeof value === 'string' ? 'altro' : typeof value === 'boolean' ? !value : undefined;
      return wrong(ground, path, ground.draw(3) ? other : undefined, ['locked']);
    });
  },
  'no answers at all': ({ draw }) => ({
    answers: pick([[], 'x', 3, true, null, [{}]], draw),
    refused: ['bad-request'],
  }),
  'more in the request': ({ settled, draw }) => ({
    answers: settled.answers,
    body: { [pick(['outcome', 'receipt', 'submittedBy', 'hash', 'from', 'case'], draw)!]: 'x' },
    refused: ['bad-request'],
  }),
  'a computed value': (ground) => {
    const { settled, draw } = ground;
    const computed = [...settled.computed.keys()].filter(
      (path) => settled.shown.has(path) && valueAt(settled.answers, path) !== undefined,
    );
    return one(computed, ground, (path) => {
      const value = valueAt(settled.answers, path);
      const other =
        typeof value === 'number' ? value + 1 + draw(9) : typeof value === 'boolean' ? !value : 'altro';
      return {
        answers: changed(settled.answers, path, draw(4) ? other : { declined: 'unknown' }),
        replaced: [path],
      };
    });
  },
  'a computed value left out': (ground) => {
    const { settled } = ground;
    const computed = [...settled.computed.keys()].filter(
      (path) => valueAt(settled.answers, path) !== undefined,
    );
    return one(computed, ground, (path) => ({
      answers: changed(settled.answers, path, undefined),
      replaced: [],
    }));
  },
  'what others see': (ground) => {
    const unseen = ground.outline.fields.filter(
      (node) =>
        node.level === '' &&
        !node.parent &&
        node.visibleTo !== undefined &&
        !node.visibleTo.includes(ground.role) &&
        isText(node),
    );
    return one(unseen, ground, (node) => ({
      answers: changed(ground.settled.answers, node.pointer, 'non mio'),
      replaced: [],
    }));
  },
  'keys in another order': ({ settled }) => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : isObject(value)
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, each]) => [key, turned(each)]),
            )
          : value;
    return { answers: turned(settled.answers), replaced: [] };
  },
  'another right answer': (ground) => {
    const plain = answered(
      ground,
      (node) =>
        isText(node) &&
        !['pattern', 'minLength', 'format', 'x-type', 'x-choices', 'x-ref'].some(
          (word) => word in node.schema,
        ),
    ).filter((path) => unread(ground, path) && !ground.settled.locked.has(path));
    return one(plain, ground, (path) => {
      const answers = changed(
        ground.settled.answers,
        path,
        'nuo'.slice(0, nodeAt(ground, path).schema.maxLength ?? 3),
      );
      return { answers, replaced: [], kept: answers };
    });
  },
};
