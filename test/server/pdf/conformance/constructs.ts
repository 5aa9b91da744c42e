// SPDX-License-Identifier: AGPL-3.0-or-later
// What the author of a template may write, one thing a page; `refused`: the rule that forbids it.

export interface Construct {
  readonly name: string;
  readonly html: string;
  readonly css?: string;
  readonly refused?: string;
}

const svg = (inner: string, side = 40): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 40 40">${inner}</svg>`)}`;
const square = svg('<rect width="40" height="40" fill="#0059b3"/>');
/** 2 × 2, half of it transparent */
const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAFklEQVR4nGNgYGD4//8/AwMDA8N/BgYAJwQE/fKzG8oAAAAASUVORK5CYII=';
const rows = (count: number): string =>
  Array.from(
    { length: count },
    (_one, at) => `<tr><th scope="row">Voce ${at + 1}</th><td>valore</td><td>${at * 3},00 €</td></tr>`,
  ).join('');
const h1 = '<h1>Patto</h1>';
const prose = 'La famiglia e i servizi si accordano su che cosa fare, chi lo fa ed entro quando. ';

export const constructs: readonly Construct[] = [
  { name: 'paragraphs', html: `${h1}<p>${prose}</p><p>${prose.repeat(8)}</p>` },
  {
    name: 'headings to level four',
    html: `${h1}<h2>Due</h2><h3>Tre</h3><h4>Quattro</h4><h2>Ancora due</h2><p>fine</p>`,
  },
  {
    name: 'headings to level six',
    html: `${h1}<h2>2</h2><h3>3</h3><h4>4</h4><h5>5</h5><h6>6</h6><p>fine</p>`,
  },
  { name: 'heading that jumps', html: `${h1}<h3>Tre</h3><p>testo</p>`, refused: 'heading-jump' },
  { name: 'first heading of level two', html: `<h2>Due</h2><p>testo</p>`, refused: 'heading-first' },
  { name: 'no heading', html: `<p>${prose}</p>` },
  { name: 'bullet list', html: `${h1}<ul><li>uno</li><li>due</li></ul>` },
  { name: 'numbered list', html: `${h1}<ol><li>uno</li><li>due <strong>forte</strong></li></ol>` },
  { name: 'nested lists', html: `${h1}<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>` },
  { name: 'list of paragraphs', html: `${h1}<ul><li><p>uno</p><p>ancora</p></li><li><p>due</p></li></ul>` },
  {
    name: 'list without marks',
    html: `${h1}<ul class="bare"><li>uno</li><li>due</li></ul>`,
    css: '.bare{list-style:none}',
  },
  {
    name: 'list with own counters',
    html: `${h1}<ol class="own"><li>uno</li><li>due</li></ol>`,
    css: '.own{list-style:none;counter-reset:n}.own li{counter-increment:n}.own li::before{content:counter(n,upper-roman) ". "}',
  },
  { name: 'list over two pages', html: `${h1}<ul>${'<li>voce dell’elenco</li>'.repeat(90)}</ul>` },
  { name: 'empty item', html: `${h1}<ul><li>uno</li><li></li></ul>` },
  {
    name: 'definition list',
    html: `${h1}<dl><dt>Istanza</dt><dd>la domanda</dd><dt>Patto</dt><dd>l’accordo</dd></dl>`,
  },
  {
    name: 'table with column headers',
    html: `${h1}<table><thead><tr><th scope="col">Chi</th><th scope="col">Che cosa</th></tr></thead><tbody><tr><td>Marta</td><td>corso</td></tr></tbody></table>`,
  },
  {
    name: 'table with row headers',
    html: `${h1}<table><tbody><tr><th scope="row">Chi</th><td>Marta</td></tr><tr><th scope="row">Quando</th><td>12/05/2026</td></tr></tbody></table>`,
  },
  {
    name: 'table without scopes',
    html: `${h1}<table><thead><tr><th>Chi</th><th>Che cosa</th></tr></thead><tbody><tr><td>Marta</td><td>corso</td></tr></tbody></table>`,
  },
  {
    name: 'table with caption',
    html: `${h1}<table><caption>Impegni</caption><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>`,
  },
  {
    name: 'table with caption below',
    html: `${h1}<table><caption class="low">Impegni</caption><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>`,
    css: '.low{caption-side:bottom}',
  },
  {
    name: 'table with empty cells',
    html: `${h1}<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td></td><td>2</td></tr><tr><td>3</td><td class="x"> </td></tr></tbody></table>`,
  },
  {
    name: 'joined cells',
    html: `${h1}<table><thead><tr><th scope="col" rowspan="2">Chi</th><th scope="col" colspan="2">Quando</th></tr><tr><th scope="col">da</th><th scope="col">a</th></tr></thead><tbody><tr><td>Marta</td><td>1</td><td>2</td></tr><tr><td rowspan="2">Luca</td><td>3</td><td>4</td></tr><tr><td colspan="2">5</td></tr></tbody></table>`,
  },
  {
    name: 'rows of different length',
    html: `${h1}<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>`,
    refused: 'table-irregular',
  },
  {
    name: 'table over pages with repeated head',
    html: `${h1}<table><thead><tr><th scope="col">Voce</th><th scope="col">B</th><th scope="col">Importo</th></tr></thead><tbody>${rows(90)}</tbody></table>`,
  },
  {
    name: 'table with foot',
    html: `${h1}<table><thead><tr><th scope="col">A</th><th scope="col">B</th><th scope="col">C</th></tr></thead><tbody>${rows(3)}</tbody><tfoot><tr><th scope="row">Totale</th><td>—</td><td>9,00 €</td></tr></tfoot></table>`,
  },
  {
    name: 'nested tables',
    html: `${h1}<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>1</td><td><table><thead><tr><th scope="col">C</th></tr></thead><tbody><tr><td>2</td></tr></tbody></table></td></tr></tbody></table>`,
  },
  {
    name: 'table of data without headers',
    html: `${h1}<table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>`,
    refused: 'table-without-headers',
  },
  {
    name: 'list in a cell',
    html: `${h1}<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td><ul><li>uno</li><li>due</li></ul></td></tr></tbody></table>`,
  },
  {
    name: 'wide cells broken over a page',
    html: `${h1}<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>${prose.repeat(90)}</td></tr></tbody></table>`,
    css: 'tr,td{break-inside:auto!important}',
  },
  { name: 'image with description', html: `${h1}<p><img alt="Stemma del Comune" src="${square}"></p>` },
  { name: 'image without description', html: `${h1}<p><img src="${png}"></p>`, refused: 'figure-words' },
  { name: 'decorative image', html: `${h1}<p>testo <img alt="" src="${square}"></p>` },
  {
    name: 'picture with transparency',
    html: `${h1}<p><img alt="Quadro" src="${png}" width="60" height="60"></p>`.replace(
      ' width="60" height="60"',
      '',
    ),
  },
  {
    name: 'figure with caption',
    html: `${h1}<figure><img alt="Piantina" src="${square}"><figcaption>La sede</figcaption></figure>`,
  },
  {
    name: 'figure around a table',
    html: `${h1}<figure><table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><figcaption>Prospetto</figcaption></figure>`,
  },
  {
    name: 'drawing with text',
    html: `${h1}<p><img alt="Schema: nord" src="${svg('<rect width="40" height="40" fill="#eee"/><path d="M4 36L20 4l16 32z" fill="#333"/>')}"></p>`,
  },
  {
    name: 'drawing in the page',
    html: `${h1}<p><svg role="img" aria-label="Freccia verso destra" width="60" height="20"><path d="M0 10h50" stroke="#000"/></svg></p>`,
  },
  {
    name: 'drawing in the page with letters',
    html: `${h1}<p><svg width="90" height="24"><text x="4" y="16" font-family="Titillium Web">Nord</text></svg></p>`,
  },
  {
    name: 'link to an address',
    html: `${h1}<p>Si veda <a href="https://patto.example/verify">la pagina di verifica</a>.</p>`,
  },
  {
    name: 'link over two lines',
    html: `${h1}<p>${prose}<a href="https://patto.example/">${prose.repeat(2)}</a></p>`,
  },
  {
    name: 'link within the document',
    html: `${h1}<p><a href="#due">Vai alla seconda parte</a></p><h2 id="due">Due</h2><p>testo</p>`,
  },
  {
    name: 'link by mail',
    html: `${h1}<p>Scrivere a <a href="mailto:sociale@comune.example">sociale@comune.example</a></p>`,
  },
  {
    name: 'link of a picture',
    html: `${h1}<p><a href="https://patto.example/"><img alt="Vai al sito" src="${square}"></a></p>`,
  },
  {
    name: 'place to sign',
    html: `${h1}<div class="box"><p>Firma</p><a class="place" href="patto-signature:s1?Firma%20di%20Marta">&nbsp;</a></div>`,
  },
  {
    name: 'footnote',
    html: `${h1}<p>Il beneficio<sup>1</sup> cessa.</p><p><small><sup>1</sup> Art. 8.</small></p>`,
  },
  {
    name: 'two columns',
    html: `${h1}<div class="columns"><p>${prose.repeat(10)}</p><p>${prose.repeat(10)}</p></div>`,
    css: '.columns{columns:2}',
  },
  {
    name: 'grid of boxes',
    html: `${h1}<div class="grid"><div>uno</div><div>due</div><div>tre</div></div>`,
    css: '.grid{display:grid;grid-template-columns:1fr 1fr}.grid div{border:1px solid #000;border-radius:3mm}',
  },
  {
    name: 'text beside a float',
    html: `${h1}<p class="left">a lato</p><p>${prose.repeat(4)}</p>`,
    css: '.left{float:left;width:30mm}',
  },
  {
    name: 'words in another language',
    html: `${h1}<p>Il <span lang="en">case manager</span> della famiglia</p>`,
  },
  { name: 'right to left in Latin letters', html: `${h1}<p dir="rtl">da destra 123</p>` },
  { name: 'Cyrillic, Greek, Vietnamese', html: `${h1}<p>Олена Ελένη Nguyễn Ștefania Łukasz</p>` },
  { name: 'Devanagari', html: `${h1}<p lang="hi">नमस्ते परिवार</p>` },
  { name: 'Arabic', html: `${h1}<p lang="ar" dir="rtl">العائلة والخدمات</p>` },
  {
    name: 'Urdu beside Italian',
    html: `${h1}<table><thead><tr><th scope="col">Impegno</th><th scope="col" lang="ur" dir="rtl">عہد</th></tr></thead><tbody><tr><td>Corso di italiano</td><td lang="ur" dir="rtl"><strong>اطالوی</strong> زبان کا کورس ۱۲</td></tr></tbody></table>`,
  },
  { name: 'Bengali', html: `${h1}<p lang="bn">পরিবার এবং <strong>পরিষেবা</strong></p>` },
  {
    name: 'Arabic beside Italian',
    html: `${h1}<div class="grid"><p>Amal impara l’italiano entro il 30/06/2026.</p><p lang="ar" dir="rtl">أمل تتعلم الإيطالية حتى 30/06/2026.</p></div>`,
    css: '.grid{display:grid;grid-template-columns:1fr 1fr}',
  },
  { name: 'Chinese', html: `${h1}<p lang="zh">家庭和服务</p>` },
  { name: 'emoji', html: `${h1}<p>Bene 😀</p>`, refused: 'font-not-allowed' },
  {
    name: 'long word',
    html: `${h1}<p class="narrow">Precipitevolissimevolmente${'x'.repeat(80)}</p>`,
    css: '.narrow{width:40mm;overflow-wrap:anywhere}',
  },
  {
    name: 'hyphens',
    html: `${h1}<p class="narrow">Precipitevolissimevolmente e soft&shy;hyphen</p>`,
    css: '.narrow{width:22mm;hyphens:auto}',
  },
  {
    name: 'euro, quotes, apostrophes',
    html: `${h1}<p>1.234,56 € «perché» “così” l’età – è — … • § ° ½ ™ ©</p>`,
  },
  {
    name: 'ligatures and kerning',
    html: `${h1}<p>ufficio affitto fiducia AVATAR Tè</p>`,
    css: 'p{font-variant-ligatures:common-ligatures;font-kerning:normal}',
  },
  {
    name: 'small capitals',
    html: `${h1}<p class="caps">Ambito territoriale</p>`,
    css: '.caps{font-variant:small-caps}',
  },
  {
    name: 'bold, italic, underlined, struck',
    html: `${h1}<p><strong>forte</strong> <em>enfasi</em> <b>b</b> <i>i</i> <u>u</u> <s>s</s> <small>piccolo</small> H<sub>2</sub>O m<sup>2</sup></p>`,
  },
  { name: 'quotation', html: `${h1}<blockquote><p>${prose}</p></blockquote>` },
  { name: 'preformatted', html: `${h1}<pre>a   b\n  c</pre>`, css: "pre{font-family:'Titillium Web'}" },
  {
    name: 'hidden content',
    html: `${h1}<p class="no">mai</p><p class="veil">invisibile</p><p>sì</p>`,
    css: '.no{display:none}.veil{visibility:hidden}',
  },
  {
    name: 'generated content',
    html: `${h1}<p class="before">testo</p>`,
    css: '.before::before{content:"• ";font-weight:700}',
  },
  {
    name: 'counters of headings',
    html: `${h1}<h2>Parte</h2><h2>Parte</h2><p>x</p>`,
    css: 'h2{counter-increment:p}h2::before{content:counter(p) ". "}',
  },
  {
    name: 'pages with own margin boxes',
    html: `${h1}<p>${prose.repeat(80)}</p>`,
    css: '@page{@top-center{content:"capo di pagina " counter(page);font:9pt "Titillium Web"}}@page :first{@top-center{content:none}}',
  },
  {
    name: 'landscape page within',
    html: `${h1}<p>in piedi</p><div class="wide"><p>di lato</p></div>`,
    css: '@page wide{size:A4 landscape}.wide{page:wide}',
  },
  {
    name: 'background picture',
    html: `${h1}<p class="back">testo su fondo</p>`,
    css: `.back{background:url("${square}");padding:5mm}`,
  },
  {
    name: 'linear and radial gradient',
    html: `${h1}<p class="one">testo</p><p class="two">testo</p>`,
    css: '.one{background:linear-gradient(#fff,#9cf)}.two{background:radial-gradient(#fff,#fc9)}',
  },
  {
    name: 'gradient with transparency',
    html: `${h1}<p class="one">testo</p>`,
    css: '.one{background:linear-gradient(rgba(0,89,179,.6),transparent)}',
  },
  {
    name: 'opacity',
    html: `${h1}<div class="half"><p>velato <strong>forte</strong></p></div>`,
    css: '.half{opacity:.5}',
  },
  {
    name: 'shadow',
    html: `${h1}<p class="box">riquadro</p>`,
    css: '.box{box-shadow:0 1mm 2mm #888;padding:3mm}',
  },
  {
    name: 'turned text',
    html: `${h1}<p class="turn">ruotato</p>`,
    css: '.turn{transform:rotate(-8deg);width:40mm}',
  },
  {
    name: 'watermark',
    html: `${h1}<p class="draft">BOZZA</p><p>${prose}</p>`,
    css: '.draft{position:fixed;top:100mm;left:30mm;font-size:80pt;opacity:.1;transform:rotate(-30deg)}',
  },
  {
    name: 'watermark on every page',
    html: `${h1}<p class="draft">BOZZA</p><p>${prose.repeat(120)}</p>`,
    css: '.draft{position:fixed;top:100mm;left:30mm;font-size:80pt;opacity:.1}',
  },
  {
    name: 'blended colours',
    html: `${h1}<p class="mix">misto</p>`,
    css: '.mix{mix-blend-mode:multiply;background:#9cf}',
  },
  {
    name: 'clipped shape',
    html: `${h1}<p class="cut">tagliato</p>`,
    css: '.cut{clip-path:circle(40%);background:#9cf;padding:8mm}',
  },
  {
    name: 'printed form fields',
    html: `${h1}<p><label>Nome <input value="Marta"></label> <label><input type="checkbox" checked> sì</label></p>`,
    css: "input{font-family:'Titillium Web'}",
  },
  {
    name: 'choices and long answers',
    html: `${h1}<p><select><option>Poggiofinto</option></select> <textarea>testo</textarea> <button>Invia</button></p>`,
    css: "select,textarea,button{font-family:'Titillium Web'}",
  },
  {
    name: 'ruled lines to write on',
    html: `${h1}<p class="line">Luogo e data</p><hr><p class="line">Firma</p>`,
  },
  {
    name: 'sections, articles, asides',
    html: `<main>${h1}<section><h2>A</h2><article><p>x</p></article><aside><p>y</p></aside></section><footer><p>z</p></footer></main>`,
  },
  {
    name: 'abbreviation, address, time, code',
    html: `${h1}<p><abbr title="Assegno di inclusione">ADI</abbr> <time datetime="2026-05-12">12/05/2026</time> <code>K7QF</code> <mark>segnato</mark> <q>detto</q></p><address>via Roma 1</address>`,
    css: "code{font-family:'Titillium Web'}",
  },
  {
    name: 'formula',
    html: `${h1}<p><math><mi mathvariant="normal">x</mi><mo>=</mo><mn>2</mn></math></p>`,
    css: "math,math *{font-family:'Titillium Web'}",
  },
  {
    name: 'text in a foreign font of the machine',
    html: `${h1}<p class="other">Altro carattere</p>`,
    css: ".other{font-family:'DejaVu Sans'}",
    refused: 'font-not-allowed',
  },
  { name: 'language that is none', html: `${h1}<p lang="italiano_vero">ciao</p>`, refused: 'language-wrong' },
  {
    name: 'borders of every kind',
    html: `${h1}<p class="b">a</p><p class="c">b</p>`,
    css: '.b{border:1mm dashed #c00}.c{border:1mm double #00c;outline:1px dotted #000}',
  },
  {
    name: 'letters spread and raised',
    html: `${h1}<p class="b">Ambito</p>`,
    css: '.b{letter-spacing:.2em;word-spacing:1em;text-transform:uppercase;line-height:2}',
  },
  { name: 'justified text', html: `${h1}<p class="b">${prose.repeat(6)}</p>`, css: '.b{text-align:justify}' },
  {
    name: 'bands on the rows of a table',
    html: `${h1}<table><thead><tr><th scope="col">A</th><th scope="col">B</th><th scope="col">C</th></tr></thead><tbody>${rows(9)}</tbody></table>`,
    css: 'tbody tr:nth-child(even){background:#eef4fa}',
  },
];
