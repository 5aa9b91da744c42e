// SPDX-License-Identifier: AGPL-3.0-or-later
// A formula as menus that offer only what fits: each function with its parts under it.
import { type TemplateResult, html, nothing } from 'lit';
import { functionsAbout } from '../../../runtime/functions/about.ts';
import type { Condition, Context, Definition } from '../../../schemas/types.ts';
import type { Catalogue, Edited, Handle } from '../../edit/contract.ts';
import { everyField } from '../../edit/fields.ts';
import { type Kind, type Part as Piece, type Wanted, shapes } from '../../edit/formula-shapes.ts';
import type { Call, Path } from '../../edit/formula-tree.ts';
import { type Node, answersFor, empty, fits, functionsFor, listsFor, optionOf, rowsIn, scoredFor, wantedAt } from '../../edit/formula.ts'; // prettier-ignore
import type { Language, Say, Word } from '../../words.ts';
import '../clauses.ts';
import { formulaWords } from '../formula-phrase.ts';
import { titleIn } from '../offered.ts';
import { constant, nameField, removing, select } from './controls.ts';

const kinds: readonly Kind[] = ['number', 'text', 'date', 'yes-no'];
/** More answers are offered only to who is in the formula: drawing menus of thousands takes long. */
const many = 150;

/** The formula that is being made, and what can be asked of it. */
export interface Making {
  readonly definition: Definition;
  readonly catalogue: Catalogue;
  readonly handle: Handle;
  readonly context: Context | undefined;
  readonly readonly: boolean;
  readonly language: Language;
  readonly say: Say;
  /** has somebody come in, so that menus must be whole? */
  readonly entered: boolean;
  /** another part at a place; undefined takes it away */
  change(path: Path, next: Node | undefined): void;
  /** a part that is shown and not kept before it is filled */
  begin(path: Path, next: Node): void;
  /** what was chosen in the menu of a part */
  choose(path: Path, before: Node, value: string): void;
  /** a condition as a part: the edit that it makes */
  condition(path: Path, condition: Condition | undefined, definition: Definition): Edited;
  left(): void;
}

const ref = (path: Path): string => ['formula', ...path].join('-');

const titled = (definition: Definition, list: readonly Handle[], start = '') =>
  list.map((pointer) => [`${start}${pointer}`, titleIn(definition, pointer)] as const);

/** The value of a part's menu. */
function chosenIn(node: Node): string {
  if (node.is === 'answer') return `answer:${node.question}`;
  if (node.is === 'constant') return `constant:${node.kind}`;
  if (node.is === 'call') return `call:${node.name}`;
  return node.is === 'written' ? 'written' : '';
}

/** A function that has nothing to work on here. */
function pointless(definition: Definition, name: string, level: string): boolean {
  const parts = shapes[name]!.args;
  if (parts.includes('rows')) return listsFor(definition, level).length === 0;
  if (parts.includes('scored')) return scoredFor(definition, level).length === 0;
  return name === 'outcome' && definition.outcome === undefined;
}

/** One value: an answer, a constant, or a call with its own parts. `level`: the rows that ./ means. */
export function valueOf(
  making: Making,
  path: Path,
  node: Node,
  wanted: Wanted,
  level: string,
  label: string,
): TemplateResult {
  const { say, definition, language, handle, readonly } = making;
  const now = chosenIn(node);
  const some = making.entered || everyField(definition).length <= many;
  const own = node.is === 'answer' ? [node.question] : [];
  const answers = some ? answersFor(definition, level, wanted, handle) : own;
  const calls = functionsFor(wanted).filter((name) => !pointless(definition, name, level));
  const groups = [
    ['', node.is === 'written' ? [['written', say('formula.written')]] : []],
    [say('formula.answers'), titled(definition, answers, 'answer:')],
    [say('formula.functions'), calls.map((name) => [`call:${name}`, functionsAbout[name]!.words[language]])],
    [
      say('formula.constants'),
      kinds
        .filter((kind) => fits(kind, wanted))
        .map((kind) => [`constant:${kind}`, say(`formula.constant.${kind}`)]),
    ],
  ] as const satisfies Parameters<typeof select>[2];
  return html`${select({ id: ref(path), label, readonly, say }, now, groups, (value) => making.choose(path, node, value))}
  ${
    node.is === 'constant'
      ? constant(
          { id: `${ref(path)}-value`, label: say('formula.value'), readonly, say },
          node,
          (next) => making.change(path, next),
          () => making.left(),
        )
      : nothing
  }
  ${
    node.is === 'written'
      ? html`<span class="as-written"
          >${formulaWords(definition, making.catalogue, language, node.formula, level)}</span
        >`
      : nothing
  }
  ${node.is === 'call' ? callOf(making, path, node, wanted, level) : nothing}`;
}

function callOf(making: Making, path: Path, node: Call, wanted: Wanted, level: string): TemplateResult {
  const { say, readonly } = making;
  const shape = shapes[node.name]!;
  const rows = rowsIn(making.definition, node, level);
  const least = Math.max(1, shape.args.length);
  const label = (at: number): string =>
    node.name === 'if'
      ? say((['formula.if', 'formula.then', 'formula.else'] as const)[at] ?? 'formula.else')
      : '';
  const part = (arg: Node, at: number): TemplateResult => {
    const here = [...path, at];
    const removable = shape.rest !== undefined && node.args.length > least && !readonly;
    const spoken = label(at) || `${say('formula.part')} ${at + 1}`;
    return html`<li>
      ${label(at) ? html`<span class="word">${label(at)}</span>` : nothing}
      ${piece(making, here, arg, shape.args[at] ?? shape.rest!, node, wanted, level, spoken)}
      ${removable ? removing(say('formula.remove-part'), () => making.change(here, undefined)) : nothing}
    </li>`;
  };
  const option = ([name, given]: readonly [string, Node]): TemplateResult => {
    const here = [...path, name];
    const word = say(`formula.option.${name}` as Word);
    const from = name === 'where' || name === 'of' ? rows : level;
    const optional = shape.options?.[name]?.optional && !readonly;
    return html`<li>
      <span class="word">${word}</span>
      ${piece(making, here, given, shape.options![name]!.is, node, wanted, from, word)}
      ${optional ? removing(say('formula.option-remove', { option: word }), () => making.change(here, undefined)) : nothing}
    </li>`;
  };
  return html`<ul class="parts">
    ${node.args.map(part)} ${Object.entries(node.options).map(option)}
    ${readonly ? nothing : more(making, path, node)}
  </ul>`;
}

/** What a function may have besides what it has. */
function more({ say, begin }: Making, path: Path, node: Call): TemplateResult {
  const { rest, options = {} } = shapes[node.name]!;
  const missing = Object.keys(options).filter((name) => !(name in node.options));
  return html`<li class="cluster">
    ${
      rest
        ? html`<button
            class="quiet small"
            @click=${() => begin(path, { ...node, args: [...node.args, empty] })}
          >
            ${say('formula.add-part')}
          </button>`
        : nothing
    }
    ${missing.map(
      (name) =>
        html`<button
          class="quiet small"
          data-option=${name}
          @click=${() => begin([...path, name], optionOf(node.name, name))}
        >
          + ${say(`formula.option.${name}` as Word)}
        </button>`,
    )}
  </li>`;
}

/** A part as its function takes it. */
function piece(
  making: Making,
  path: Path,
  node: Node,
  is: Piece,
  call: Call,
  wanted: Wanted,
  level: string,
  label: string,
): TemplateResult {
  const { say, definition, readonly } = making;
  if (is === 'condition')
    return html`<div class="condition">
      <patto-builder-clauses
        .definition=${definition}
        .catalogue=${making.catalogue}
        .condition=${node.is === 'condition' ? node.condition : undefined}
        .level=${level}
        .reader=${making.handle}
        .name=${ref(path)}
        .readonly=${readonly}
        .language=${making.language}
        .change=${(now: Definition, condition: Condition | undefined) => making.condition(path, condition, now)}
      ></patto-builder-clauses>
    </div>`;
  const control = { id: ref(path), readonly, say };
  if (is === 'rows' || is === 'scored') {
    const list = is === 'rows' ? listsFor(definition, level) : scoredFor(definition, level);
    const word = say(is === 'rows' ? 'formula.rows' : 'formula.scored');
    const now = node.is === 'pointer' ? node.question : '';
    return select({ ...control, label: word }, now, [['', titled(definition, list)]], (question) =>
      making.change(path, { is: 'pointer', question }),
    );
  }
  if (is === 'list' || is === 'column' || is === 'parameter' || is === 'plain') {
    const { context } = making;
    const found = is === 'list' ? context?.lists : is === 'parameter' ? context?.parameters : undefined;
    const word = is === 'list' ? say('formula.list') : is === 'parameter' ? say('formula.parameter') : label;
    return nameField(
      { ...control, label: word },
      node.is === 'name' ? node.text : '',
      is === 'plain' ? '' : word,
      Object.keys(found ?? {}),
      (text) => making.change(path, { is: 'name', text }),
      () => making.left(),
    );
  }
  return valueOf(making, path, node, wantedAt(definition, call, is, wanted), level, label);
}
