// SPDX-License-Identifier: BSD-3-Clause
// React 19: proprietà ed eventi di un elemento passano come sono.
import { useEffect, useState } from 'react';

export function Domanda({ host, form, iniziali = {}, quandoInviato }) {
  const [risposte, setRisposte] = useState(iniziali);
  const [stato, setStato] = useState('attesa');

  useEffect(() => {
    // Il modulo pubblicato registra l’elemento; chiederlo due volte non fa nulla. Prima che l’elemento ci sia React
    // scriverebbe attributi invece di proprietà.
    import(/* @vite-ignore */ `${host}/embed/${form}.js`)
      .then(() => customElements.whenDefined('patto-form'))
      .then(
        () => setStato('pronto'),
        () => setStato('assente'),
      );
  }, [host, form]);

  if (stato === 'attesa') return <p role="status">Caricamento…</p>;
  if (stato === 'assente') return <p role="alert">Il modulo non è raggiungibile: riprova più tardi.</p>;
  return (
    <>
      <patto-form
        form={form}
        value={risposte}
        onpatto-answer={(event) => setRisposte(event.detail.answers)}
        onpatto-submit={(event) => quandoInviato?.(event.detail.answers)}
      />
      <p id="conto">Risposte date: {Object.keys(risposte).length}</p>
    </>
  );
}
