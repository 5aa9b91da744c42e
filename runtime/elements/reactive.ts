// SPDX-License-Identifier: BSD-3-Clause
// The element that the form is: properties, attributes and a shadow tree that is drawn anew when they change, in the
// ways of LitElement, which late parts use. Of it the start of a page would carry much that one element never asks for.
import { type CSSResult, render } from 'lit';

export interface Property {
  /** its attribute; absent: the name in lower case; false: none */
  readonly attribute?: string | false;
  /** absent: text */
  readonly type?: typeof Boolean | typeof Number;
  /** its value stands in the attribute too */
  readonly reflect?: true;
}

const attributeOf = (name: string, { attribute }: Property): string | false =>
  attribute ?? name.toLowerCase();

export abstract class Reactive extends HTMLElement {
  static properties: { readonly [name: string]: Property };
  static styles: CSSResult;

  static get observedAttributes(): readonly string[] {
    const { properties, prototype } = this;
    return Object.entries(properties).flatMap(([name, property]) => {
      if (!(name in prototype)) Object.defineProperty(prototype, name, accessor(name));
      return attributeOf(name, property) || [];
    });
  }

  hasUpdated = false;
  readonly renderRoot: ShadowRoot = this.attachShadow({ mode: 'open' });
  readonly values: { [name: string]: unknown } = {};
  /** handed over before the element was defined */
  #early: { [name: string]: unknown } = {};
  #changed = new Map<string, unknown>();
  #pending = false;
  #reflecting = false;
  #part: ReturnType<typeof render> | undefined;
  #enable!: () => void;
  #updating: Promise<unknown> = new Promise<void>((done) => (this.#enable = done));

  constructor() {
    super();
    for (const name of Object.keys(this.#own))
      if (Object.hasOwn(this, name)) {
        this.#early[name] = Reflect.get(this, name);
        Reflect.deleteProperty(this, name);
      }
    this.renderRoot.adoptedStyleSheets = [(this.constructor as typeof Reactive).styles.styleSheet!];
    this.requestUpdate();
  }

  get #own() {
    return (this.constructor as typeof Reactive).properties;
  }

  connectedCallback(): void {
    this.#enable();
    this.#part?.setConnected(true);
  }

  disconnectedCallback(): void {
    this.#part?.setConnected(false);
  }

  attributeChangedCallback(attribute: string, _: string | null, text: string | null): void {
    if (this.#reflecting) return;
    for (const [name, property] of Object.entries(this.#own)) {
      if (attributeOf(name, property) !== attribute) continue;
      const { type } = property;
      const value = type === Boolean ? text !== null : type && text !== null ? type(text) : text;
      Reflect.set(this, name, value);
    }
  }

  /** Draws anew once what is going on has ended. `name`: a property that had another value. */
  requestUpdate(name?: string, before?: unknown): void {
    if (name !== undefined && !this.#changed.has(name))
      this.#changed.set(name, this.hasUpdated ? before : undefined);
    if (this.#pending) return;
    this.#pending = true;
    this.#updating = this.#update(this.#updating);
  }

  async #update(before: Promise<unknown>): Promise<boolean> {
    await before.catch(() => undefined);
    Object.assign(this, this.#early);
    this.#early = {};
    const changed = this.#changed;
    try {
      this.willUpdate(changed);
      this.#reflecting = true;
      for (const [name, property] of Object.entries(this.#own))
        if (property.reflect && changed.has(name)) this.#reflect(name, property);
      this.#reflecting = false;
      if (!this.draws) return true;
      const drawn = this.render();
      this.#done();
      const { isConnected } = this;
      this.#part = render(drawn, this.renderRoot, { host: this, isConnected });
    } finally {
      if (this.#changed === changed) this.#done();
    }
    this.hasUpdated = true;
    this.updated();
    return !this.#pending;
  }

  #done(): void {
    this.#changed = new Map();
    this.#pending = false;
  }

  #reflect(name: string, property: Property): void {
    const attribute = attributeOf(name, property) as string;
    const value = this.values[name];
    if (property.type === Boolean) this.toggleAttribute(attribute, Boolean(value));
    else if (value === undefined || value === null) this.removeAttribute(attribute);
    else this.setAttribute(attribute, String(value));
  }

  get updateComplete(): Promise<boolean> {
    return this.getUpdateComplete();
  }

  protected getUpdateComplete(): Promise<boolean> {
    return this.#updating as Promise<boolean>;
  }

  /** false: nothing is drawn yet */
  protected abstract get draws(): boolean;
  protected abstract willUpdate(changed: ReadonlyMap<string, unknown>): void;
  protected abstract render(): unknown;
  protected abstract updated(): void;
}

const accessor = (name: string): PropertyDescriptor & ThisType<Reactive> => ({
  get() {
    return this.values[name];
  },
  set(value: unknown) {
    const before = this.values[name];
    this.values[name] = value;
    if (!Object.is(value, before)) this.requestUpdate(name, before);
  },
});
