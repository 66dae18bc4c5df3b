const ink = 'light-dark(#1b1f24,#eceff2)';
const soft = 'light-dark(#4b5560,#b4bdc7)';
const line = 'light-dark(#7a8490,#8b95a1)';
const key = 'light-dark(#0b5d54,#7fd6c6)';
const paper = 'light-dark(#fff,#20242a)';

/**
 * The card's look. What the page can reach is the host alone, and the host has no box: it paints nothing, and nothing
 * of its own can (`::before`, `::after`, `::backdrop` of the page's sheet). `all: initial !important` on `:host` wins
 * over every style of the page, inline styles included (CSS Scoping 3.3). The card itself stands in the closed root and
 * in the top layer; it inherits nothing, since its own `all: initial` gives every property its first value.
 * `::selection` is set because highlights inherit from the host's (CSS Pseudo-Elements 4, 3.7), and little can be
 * selected. It has no custom properties: a page could set them from outside, or register their names for the whole
 * document (CSS Properties and Values 2).
 */
export const cardStyle = `:host{all:initial!important;display:contents!important}
:host::before,:host::after,:host::backdrop,:host::marker{all:initial!important;display:none!important}
*{box-sizing:border-box;font:inherit;color:inherit;margin:0}
*::selection{color:HighlightText;background:Highlight}
:popover-open{all:initial;position:fixed;inset:16px 16px auto auto;box-sizing:border-box;width:344px;max-width:calc(100% - 32px);max-height:calc(100% - 32px);color-scheme:light dark;user-select:none;overflow:auto;display:grid;gap:12px;padding:16px;font:14px/20px system-ui,sans-serif;color:${ink};background:${paper};border:1px solid ${line};border-radius:12px;box-shadow:0 8px 32px #0003}
h2{font-weight:600;font-size:16px}
p{color:${soft};overflow-wrap:anywhere}
label{display:grid;gap:4px;font-weight:600}
input,button{min-height:40px;padding:8px 16px;border:1px solid ${line};border-radius:8px;background:${paper}}
input{user-select:text;font-weight:400;padding:8px;width:100%}
div div{display:flex;flex-wrap:wrap;gap:8px}
button{font-weight:600;cursor:pointer}
.save{background:${key};color:light-dark(#fff,#08231f);flex:1}
:focus-visible{outline:3px solid ${key};outline-offset:1px}
:popover-open:focus-visible{outline-offset:-4px}
@media print{:popover-open{display:none}}`;
