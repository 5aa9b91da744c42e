// SPDX-License-Identifier: BSD-3-Clause
// The shapes of the analyzer. A rule is one kind of finding, or a few that are found together: one file in rules/, one line in index.ts.
import type { Definition } from '../../schemas/types.ts';
import type { FieldNode, Finding, Fix, FixEdit, Outline, Sight } from '../engine/contract.ts';
import type { Found } from '../engine/lint/survey.ts';
import type { Json } from '../engine/pointer.ts';
import type { Possible, World } from './world.ts';

/** What a rule may look at. */
export interface Ground {
  readonly definition: Definition;
  readonly outline: Outline;
  readonly world: World;
  /** every node of the layout with the place where it is written, the outermost first */
  readonly boxes: readonly Box[];
  /** where a field is written; undefined: nowhere (never for a field of the outline) */
  found(pointer: string): Found | undefined;
  /** what a field is called by a person */
  title(node: FieldNode): string;
  /** value in the document at a JSON Pointer */
  at(pointer: string): unknown;
  /** an edit of one key of the document, what stands there now written down; `now` undefined: takes it away */
  edit(at: string, now: unknown): FixEdit;
  /** answers that show it, when the engine agrees that they do */
  witness(possible: Possible, ...sees: readonly Sight[]): Pick<Finding, 'witness'>;
}

/** A page, section or note as written. */
export interface Box {
  readonly kind: 'page' | 'section' | 'note';
  readonly id: string;
  /** page:id, inside rows /nucleo/*…/section:id */
  readonly key: string;
  readonly at: string;
  readonly node: Json;
  /** the pages and sections around it, the nearest last */
  readonly around: readonly Box[];
  /** pointer of the repeat whose rows it stands in, '' at the root */
  readonly level: string;
  /** fields that stand in it, directly or inside a section */
  readonly fields: readonly FieldNode[];
}

/** A finding in the making: code, place, what the sentence needs; a warning unless it says otherwise. */
export interface Told {
  readonly code: string;
  readonly at: string;
  readonly params?: Finding['params'];
  readonly field?: string | undefined;
  readonly level?: Finding['level'];
  readonly witness?: Finding['witness'];
  readonly fix?: Fix | undefined;
}

export interface Rule {
  /** codes of the findings that it makes: each has its sentence in words */
  readonly codes: readonly string[];
  look(ground: Ground): Iterable<Told>;
}
