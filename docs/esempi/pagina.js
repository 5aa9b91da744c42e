// SPDX-License-Identifier: BSD-3-Clause
// La pagina ascolta il modulo: quante risposte ci sono, che cosa non va.
const form = document.querySelector('patto-form');
const stato = document.querySelector('#stato');

form.addEventListener('patto-answer', ({ detail }) => {
  stato.textContent = `Risposte date: ${Object.keys(detail.answers).length}`;
});
form.addEventListener('patto-problem', ({ detail }) => {
  stato.textContent = `Da correggere: ${detail.problems.length}`;
});
