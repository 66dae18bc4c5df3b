/** The card's look. `!important` on `:host` wins over anything the page says, inline styles included (CSS Scoping 3.3). */
export const cardStyle = `
:host{all:initial!important;position:fixed!important;inset:16px 16px auto auto!important;margin:0!important;padding:0!important;border:0!important;width:344px!important;max-width:calc(100vw - 32px)!important;height:auto!important;background:transparent!important;overflow:visible!important;opacity:1!important;filter:none!important;transform:none!important;clip-path:none!important;mix-blend-mode:normal!important;visibility:visible!important;pointer-events:auto!important;color-scheme:light dark!important;z-index:2147483647!important;zoom:1!important}
:host(:not(:popover-open)){display:none!important}
:host(:popover-open){display:block!important}
*{box-sizing:border-box;font:inherit;color:inherit;margin:0}
[role=dialog]{font:14px/20px system-ui,sans-serif;color:light-dark(#1b1f24,#eceff2);background:light-dark(#fff,#20242a);border:1px solid light-dark(#c9cfd6,#4a525c);border-radius:12px;padding:16px;display:grid;gap:12px;box-shadow:0 8px 32px #0003;outline-offset:2px}
h2{font-weight:600;font-size:16px;line-height:24px}
p{color:light-dark(#4b5560,#b4bdc7);overflow-wrap:anywhere}
label{display:grid;gap:4px;font-weight:600}
input{font-weight:400;width:100%;min-height:40px;padding:8px;border:1px solid light-dark(#7a8490,#8b95a1);border-radius:8px;background:light-dark(#fff,#16191d)}
div.row{display:flex;flex-wrap:wrap;gap:8px}
button{min-height:40px;padding:8px 16px;border:1px solid light-dark(#7a8490,#8b95a1);border-radius:8px;background:transparent;font-weight:600;cursor:pointer}
button.save{background:light-dark(#0b5d54,#7fd6c6);color:light-dark(#fff,#08231f);border-color:transparent;flex:1}
:focus-visible{outline:3px solid light-dark(#0b5d54,#7fd6c6)}
[hidden]{display:none}
@media(forced-colors:active){[role=dialog],button,input{border:1px solid}}
@media print{:host{display:none!important}}
`;
