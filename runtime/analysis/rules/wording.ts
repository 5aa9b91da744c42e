// SPDX-License-Identifier: BSD-3-Clause
// Words that leave somebody out: who hears the form instead of seeing it, who meets a label away from its place.
import type { Ground, Rule, Told } from '../contract.ts';
import { placeOf } from '../sites.ts';
import { texts } from '../texts.ts';

/** More characters than a label that is read aloud at every error may have. */
const longLabel = 180;
/** More questions on one page than a person takes in. */
const crowded = 40;

const vague = /\[\s*(?:qui|clicca(?: qui)?|leggi(?: qui)?|link|vai|here|click here|read more)\s*\]\(/iu;
const bySight =
  /\b(?:in|di colore) (?:rosso|verde|giallo|blu|grigio)\b|\b(?:campo|casella|pulsante|riquadro|colonna)\s+(?:ross[oa]|verde|giall[oa]|blu|grigi[oa]|(?:qui )?(?:a|sulla) (?:destra|sinistra))\b|\b(?:qui )?(?:a|sulla) (?:destra|sinistra)\b/iu;
const capitals = (text: string): boolean =>
  text === text.toUpperCase() && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 15 && /\s/.test(text.trim());

export const wording: Rule = {
  codes: ['vague-link', 'by-sight-only', 'title-in-capitals', 'title-too-long', 'same-title-twice', 'same-choice-title', 'page-crowded'], // prettier-ignore
  *look(ground) {
    for (const { text, at, field, is } of texts(ground)) {
      const tell = (code: string, params: Told['params'] = {}): Told => ({ code, at, field, params });
      const link = vague.exec(text)?.[0];
      if (link !== undefined) yield tell('vague-link', { link: link.slice(1, -2) });
      const seen = is === 'title' ? undefined : bySight.exec(text)?.[0];
      if (seen !== undefined) yield tell('by-sight-only', { words: seen });
      if (is === 'title' && capitals(text)) yield tell('title-in-capitals');
      if (is === 'title' && text.length > longLabel) yield tell('title-too-long', { count: text.length, wanted: longLabel }); // prettier-ignore
    }
    yield* twice(ground);
    for (const page of ground.boxes) {
      const count = page.fields.filter((node) => !node.type.nests && node.value === undefined && node.level === '').length; // prettier-ignore
      if (page.kind === 'page' && count > crowded)
        yield { code: 'page-crowded', at: page.at, params: { page: String(page.node['title']), count, wanted: crowded } }; // prettier-ignore
    }
  },
};

const plain = (title: string): string => title.trim().toLowerCase();

/** Two questions of one section, or two choices of one question, that are called the same. */
function* twice(ground: Ground): Generator<Told> {
  const { outline, boxes } = ground;
  const seen = new Set<string>();
  for (const node of outline.fields) {
    const { schema, parent } = node;
    const box = boxes.findLast((each) => each.kind !== 'note' && each.fields.includes(node));
    if (schema.title !== undefined && schema['x-drawn'] !== false) {
      const key = `${parent?.pointer ?? ''} ${box?.key ?? ''} ${plain(schema.title)}`;
      const never = node.show.length > 0;
      // Two that a condition shows in turn may be called the same.
      if (seen.has(key) && !never)
        yield { code: 'same-title-twice', at: `${placeOf(node, ground)}/title`, field: node.pointer, params: { title: schema.title } }; // prettier-ignore
      if (!never) seen.add(key);
    }
    const names = (schema.oneOf ?? schema.items?.oneOf ?? []).map((choice) => choice.title);
    const double = names.find((name, place) => names.findIndex((each) => plain(each) === plain(name)) < place); // prettier-ignore
    const keyword = schema.oneOf ? 'oneOf' : 'items/oneOf';
    if (double !== undefined)
      yield { code: 'same-choice-title', at: `${placeOf(node, ground)}/${keyword}`, field: node.pointer, params: { choice: double } }; // prettier-ignore
  }
}
