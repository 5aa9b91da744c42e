// SPDX-License-Identifier: AGPL-3.0-or-later
// All that the application stands on, handed over once. Tests hand over other things.
import type { Thing } from '../templates/blocks/things.ts';
import type { DocumentInput } from '../templates/input.ts';
import type { Finding, Outline, Settled } from '../runtime/engine/contract.ts';
import type { Problem, Words } from '../runtime/problem.ts';
import type {
  Answers,
  Case,
  Condition,
  Context,
  Definition,
  District,
  Document,
  Formula,
  ListRow,
  Submission,
  Trace,
  Version,
} from '../schemas/types.ts';
import type { Catalogue } from './catalogue.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Locale, Refusal, Sentences } from './problems.ts';
import type { Rates } from './rates.ts';
import type { Store } from './storage/contract.ts';

/** The engine, as the server uses it; made in forms.ts. */
export interface Forms {
  outline(version: Pick<Version, 'hash' | 'source'>): Outline;
  settle(outline: Outline, answers: Answers, context: Context): Settled;
  /** `before`: stored answers, which locked ones must equal */
  check(outline: Outline, settled: Settled, context: Context, before?: Answers): readonly Problem[];
  shape(outline: Outline, answers: unknown): readonly Problem[];
  /** how the outcome and the scores came about; undefined when the definition has none */
  trace(outline: Outline, settled: Settled, context: Context): Trace | undefined;
  /** does a condition hold of a plain value? Its pointers begin at the root */
  holds(condition: Condition, value: Answers): boolean;
  /** evaluates a formula over no answers: what `x-prefill` asks */
  prefill(outline: Outline, formula: Formula, context: Context): unknown;
  /** an answer in words, as on paper; '' when there is none */
  text(outline: Outline, pointer: string, answers: Answers, context: Context): string;
  /** what changed between two definitions, in words */
  differences(before: Definition | undefined, after: Definition, locale: Locale): readonly string[];
}

/** Publishing, as the server uses it; made in publishing.ts. */
export interface Publishing {
  /** everything that stands in the way of publishing, and warnings; never throws, whatever it is given */
  examine(document: unknown): Promise<readonly Finding[]>;
  publish(work: {
    readonly district: string;
    readonly definition: Definition;
    readonly previous: Version | undefined;
    readonly by: string;
    /** RFC 3339 */
    readonly now: string;
    readonly note: string | undefined;
    readonly public: boolean;
  }): Promise<{ readonly ok: true; readonly version: Version } | Refusal>;
  /** does the closed schema of the version accept the answers? */
  accepts(district: string, version: Version, answers: Answers): Promise<boolean>;
  /** what a version is served as: `.js`, `.check.js`, `.schema.json`, `.d.ts`; undefined for any other suffix; `withdrawn`: nothing new is begun */
  file(district: string, version: Version, suffix: string, withdrawn?: boolean): Promise<string | undefined>;
  close(): Promise<void>;
}

/** What a document is made of. */
export interface PaperWork {
  readonly district: District;
  readonly case: Case;
  readonly submission: Submission;
  readonly version: Version;
  /** the household's and the measure's other answers that the kind reads, by definition id */
  readonly context: Context;
  readonly kind: string;
  readonly copy: 'family' | 'internal';
  readonly number: string;
  readonly revision: number;
  readonly code: string;
  /** address that the QR carries */
  readonly verifyAt: string;
  readonly issuedAt: string;
  readonly issuedBy: { readonly name: string; readonly profile: string };
  /** role in which it is issued: what is kept for this role may stand on paper for offices */
  readonly role?: string;
  /** answers of this case to this definition, oldest first, those of `submission` last */
  readonly waves?: DocumentInput['waves'];
  /** what the version before said */
  readonly before?: DocumentInput['before'];
  readonly measureName: string;
  readonly pactName: string;
  /** the district's own text of the family copy; `number` of its version */
  readonly template?: { readonly text: string; readonly number: number };
  /** what the first draft that the family was given said */
  readonly since?: DocumentInput['since'];
  /** a draft for the family: every page says so, nobody signs it, nothing proves it */
  readonly unsigned?: true;
  /** a preview: every page says that it is none */
  readonly draft?: true;
}
/** What a document of the district is made of. */
export interface ReportWork extends Pick<
  PaperWork,
  'district' | 'kind' | 'number' | 'revision' | 'code' | 'verifyAt' | 'issuedAt' | 'issuedBy'
> {
  /** what it says, plain JSON; its shape is the kind's own */
  readonly content: unknown;
}
export interface Paper {
  readonly bytes: Uint8Array;
  /** the same as a page for the screen: HTML, in one file */
  readonly twin?: string;
  readonly contentHash: string;
  readonly template: { readonly id: string; readonly hash: string };
  readonly signers: Document['signers'];
}
export interface Verdict {
  readonly verdict: 'valid' | 'altered' | 'older' | 'superseded' | 'withdrawn' | 'unknown';
  readonly reasons: readonly Problem[];
  readonly number?: string;
  readonly code?: string;
  readonly revision?: number;
}
/** How hard a document is for who must read it. */
export interface Reading {
  /** Gulpease, 0 (hardest) to 100; from 60 on, who has finished middle school reads it without help */
  readonly index: number;
  /** of the running text */
  readonly words: number;
  /** the hardest pieces, hardest first */
  readonly hard: readonly { readonly text: string; readonly index: number }[];
}
/** One kind of document, as far as those who print nothing know it. */
export interface PaperKind {
  readonly kind: string;
  readonly words: Words;
  /** kind of the definitions that it prints */
  readonly prints: 'form' | 'grid' | 'pact';
  /** which papers there are: the act, for the family or for offices, and a copy for the file */
  readonly act: 'family' | 'internal';
  readonly hasCopy: boolean;
  /** a later submission makes the next version of the same act */
  readonly versions: boolean;
  /** it is given the answers of earlier submissions too */
  readonly waves: boolean;
  /** its signers sign one after the other, whatever the district says */
  readonly inOrder: boolean;
}
/** One kind of document, as the text of its template is worked on. */
export interface TemplateDesk {
  /** our own text */
  readonly shipped: string;
  /** answers that may be put into it */
  readonly fields: readonly { readonly title: string; readonly text: string }[];
  /** ready-made parts that it may use, by name */
  readonly parts: readonly string[];
  /** everything that it may name, with titles */
  things(language: 'it' | 'en'): readonly Thing[];
  check(text: string): readonly Problem[];
  /** the text in which questions have other names; `places`: how many paths changed */
  renamed(
    text: string,
    names: readonly { readonly path: readonly string[]; readonly to: string }[],
  ): { readonly text: string; readonly places: number; readonly read: boolean };
}
/** A key that signs for people: in a file, a token, a service. */
export interface SigningWay {
  readonly id: string;
  readonly title: string;
  /** what the person types to consent */
  readonly asks: readonly ('pin' | 'otp')[];
  /** ids of the signers in whose place it may sign; absent: any */
  readonly signers?: readonly string[];
}
/** Printing, sealing and checking, as the server uses them; made in papers.ts. */
export interface Papers {
  readonly kinds: readonly PaperKind[];
  issue(work: PaperWork): Promise<{ readonly ok: true; readonly value: Paper } | Refusal>;
  report(work: ReportWork): Promise<{ readonly ok: true; readonly value: Paper } | Refusal>;
  /** the form to fill in by hand; `at`: RFC 3339, when the definition was published; `role` of the reader */
  blank(work: {
    readonly district: District;
    readonly definition: Definition;
    /** 0: not published */
    readonly number: number;
    readonly hash: string;
    readonly at: string;
    readonly role: string;
    list(name: string): readonly ListRow[] | undefined;
  }): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | Refusal>;
  /** how hard its act is to read; nothing is printed */
  reading(work: PaperWork): Promise<{ readonly ok: true; readonly value: Reading } | Refusal>;
  /** what a district's own template of this kind may say, and what is wrong with a text */
  template(kind: string, definition: Definition): Promise<TemplateDesk | undefined>;
  /** the file with the register of signatures appended and the seal set */
  seal(work: {
    readonly district: District;
    readonly document: Document;
    readonly file: Uint8Array;
    readonly at: string;
    readonly names: { readonly [account: string]: string };
    /** what the audit tells of the document so far, oldest first; `action` as in `lifeOf` */
    readonly events?: readonly {
      readonly seq: number;
      readonly at: string;
      readonly action: string;
      readonly by: string;
      readonly chain: string;
    }[];
    /** people have signed in the file: nothing but the seal is added to it */
    readonly signed?: boolean;
    /** nothing but the seal is added, and people may sign in the file after it */
    readonly open?: boolean;
  }): Promise<
    | {
        readonly ok: true;
        readonly value: {
          readonly bytes: Uint8Array;
          readonly certificate: string;
          /** code of why the seal carries no proof of its time, where one was wanted */
          readonly unstamped?: string;
        };
      }
    | Refusal
  >;
  /** a file that a signer signed elsewhere: ours and one signature in the signer's place; whose, and when (RFC 3339) */
  accept(
    ours: Uint8Array,
    theirs: Uint8Array,
    signer: string,
  ): Promise<{ readonly ok: true; readonly value: { readonly name: string; readonly at: string } } | Refusal>;
  /** the ways in which this account may sign */
  ways(district: string, account: string): Promise<readonly SigningWay[]>;
  /** a file made ready for a person's signature; whoever holds the key is asked for a one-time password where it wants one */
  prepare(work: {
    readonly district: string;
    readonly account: string;
    readonly way: string;
    readonly file: Uint8Array;
    /** id and name of the signer */
    readonly signer: string;
    readonly name: string;
    readonly reason: string;
    readonly place: string;
    /** now, in the world's time */
    readonly at: Date;
  }): Promise<{ readonly ok: true; readonly value: SigningWay & { readonly pending: Uint8Array } } | Refusal>;
  /** the prepared file, signed; checked like one that is brought back (`accept`) */
  complete(work: {
    readonly district: string;
    readonly account: string;
    readonly way: string;
    readonly file: Uint8Array;
    readonly signer: string;
    readonly pending: Uint8Array;
    readonly secret: { readonly pin?: string; readonly otp?: string };
  }): Promise<
    | {
        readonly ok: true;
        readonly value: { readonly bytes: Uint8Array; readonly name: string; readonly at: string };
      }
    | Refusal
  >;
  /** the sealed file with its evidence and a time-stamp over all of it; `at`: now, in the world's time */
  prove(file: Uint8Array, at: Date): Promise<{ readonly ok: true; readonly value: Uint8Array } | Refusal>;
  /** what a file of ours says of itself: its profile, and whether a time-stamp is in it */
  factsOf(
    file: Uint8Array,
  ): Promise<{ readonly profile: 'PDF/A-2a' | 'PDF/A-3a'; readonly stamped: boolean }>;
  /** the pages of several files in one, to be put on paper */
  together(files: readonly Uint8Array[]): Promise<Uint8Array>;
  /** what the file says of itself; what the register says is added by the action */
  verify(file: Uint8Array): Promise<Verdict>;
  /** certificates (DER) that a check trusts: what districts seal with, and the authorities of people and of time */
  anchors(): Promise<{ readonly seals: readonly Uint8Array[]; readonly authorities: readonly Uint8Array[] }>;
  health(): Promise<boolean>;
  close(): Promise<void>;
}

export interface Deps {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  /** 32 bytes that never leave the machine: digests of codes and keys */
  readonly secret: Uint8Array;
  readonly catalogue: Catalogue;
  readonly sentences: Sentences;
  readonly forms: Forms;
  readonly publishing: Publishing;
  readonly papers: Papers;
  readonly rates?: Partial<Rates>;
  /** one line of the log; no personal datum goes in */
  log(event: string, facts?: { readonly [name: string]: string | number | boolean | undefined }): void;
}
