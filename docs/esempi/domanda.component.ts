// SPDX-License-Identifier: BSD-3-Clause
// Angular, componente autonomo: CUSTOM_ELEMENTS_SCHEMA lascia passare <patto-form>.
import { Component, CUSTOM_ELEMENTS_SCHEMA, Input, type OnInit, signal } from '@angular/core';
import type { PattoAnswers, PattoEvents } from './patto-form';

@Component({
  selector: 'app-domanda',
  standalone: true,
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    @if (assente()) {
      <p role="alert">Il modulo non è raggiungibile: riprova più tardi.</p>
    } @else {
      <patto-form
        [form]="form"
        [value]="risposte()"
        (patto-answer)="cambia($event)"
        (patto-submit)="invia($event)"
      ></patto-form>
    }
  `,
})
export class DomandaComponent implements OnInit {
  @Input({ required: true }) host!: string;
  @Input({ required: true }) form!: string;

  readonly risposte = signal<PattoAnswers>({});
  readonly assente = signal(false);

  ngOnInit(): void {
    import(/* @vite-ignore */ `${this.host}/embed/${this.form}.js`).catch(() => this.assente.set(true));
  }

  cambia(event: PattoEvents['patto-answer']): void {
    this.risposte.set(event.detail.answers);
  }

  /** `preventDefault()` qui fermerebbe l’invio: la pagina farebbe da sé. */
  invia(event: PattoEvents['patto-submit']): void {
    console.info('inviate', Object.keys(event.detail.answers).length, 'risposte');
  }
}
