/**
 * What of an element's attributes may be in a sketch. An attribute that stands in none of these lists leaves nothing but
 * its name, and that only when it is made of interface words.
 */

const ROLES =
  'alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid gridcell group heading img insertion link list listbox listitem log main marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong subscript superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem';
const TYPES =
  'button checkbox color date datetime-local email file hidden image month number password radio range reset search submit tel text time url week';
const COMPLETIONS =
  'on off name username email new-password current-password one-time-code nickname organization tel url given-name family-name';
const LANGUAGES =
  'ar bg ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nb nl nn no pl pt ro ru sk sl sr sv th tr uk vi zh zh-hans zh-hant zh-cn zh-tw pt-br pt-pt en-us en-gb de-de de-at de-ch fr-fr fr-ca es-es es-mx';
const SWITCH = 'true false';

/** Attributes of few values, and those values. */
export const enumerated: Readonly<Record<string, string>> = {
  role: ROLES,
  type: TYPES,
  autocomplete: COMPLETIONS,
  inputmode: 'none text decimal numeric tel search email url',
  lang: LANGUAGES,
  dir: 'ltr rtl auto',
  contenteditable: 'true false plaintext-only',
  spellcheck: SWITCH,
  popover: 'auto manual hint',
  tabindex: '-1 0',
  method: 'get post dialog',
  scope: 'col row colgroup rowgroup',
  'aria-hidden': SWITCH,
  'aria-modal': SWITCH,
  'aria-busy': SWITCH,
  'aria-atomic': SWITCH,
  'aria-checked': 'true false mixed',
  'aria-pressed': 'true false mixed',
  'aria-selected': SWITCH,
  'aria-expanded': SWITCH,
  'aria-disabled': SWITCH,
  'aria-readonly': SWITCH,
  'aria-required': SWITCH,
  'aria-multiline': SWITCH,
  'aria-invalid': 'true false grammar spelling',
  'aria-live': 'off polite assertive',
  'aria-haspopup': 'true false menu listbox tree grid dialog',
  'aria-current': 'true false page step location date time',
  'aria-sort': 'ascending descending none other',
  'aria-orientation': 'horizontal vertical',
  'aria-level': '1 2 3 4 5 6 7 8 9',
};

/** Attributes that are there or not. */
export const flags =
  'hidden inert open disabled readonly required checked selected multiple autofocus novalidate'.split(' ');

/** Attributes with words for people: they are sketched as texts are. */
export const texts =
  'aria-label aria-description aria-roledescription aria-placeholder aria-valuetext title placeholder alt label data-original-title data-tooltip data-label data-title'.split(
    ' ',
  );

/** Attributes with names that programmers gave. */
export const names =
  'id name class slot part data-testid data-test-id data-test data-cy data-qa data-qa-id data-automation-id data-automationid data-action data-id data-item data-role data-slot data-state data-icon data-icon-name data-bs-toggle data-bs-dismiss data-pwgen-field data-api-attr data-type data-name data-field'.split(
    ' ',
  );

/** Attributes that name other elements by their ids; a sketch says their lines. */
export const references = 'for aria-labelledby aria-describedby aria-controls aria-owns popovertarget'.split(
  ' ',
);

/** Addresses, of which a sketch says only what kind they are. */
export const addresses: Readonly<Record<string, readonly [kind: string, form: RegExp][]>> = {
  src: [
    ['data:image/png', /^\s*data:image\/png/i],
    ['data:image/gif', /^\s*data:image\/gif/i],
    ['data:image/svg', /^\s*data:image\/svg/i],
    ['blob:', /^\s*blob:/i],
    ['/qrcode', /qr[-_]?code/i],
    ['/', /^/],
  ],
};

/** Kinds of links that lead to no page of the same site; of those that do, the path is said as the page's own is. */
export const linkKinds: readonly [kind: string, form: RegExp][] = [
  ['otpauth:', /^\s*otpauth:/i],
  ['mailto:', /^\s*mailto:/i],
  ['javascript:', /^\s*javascript:/i],
];

/** What an inline style does to whether and how its element is seen; nothing else of it is kept. */
export const styles: readonly [said: string, form: RegExp][] = [
  ['display:none', /display:\s*none/i],
  ['visibility:hidden', /visibility:\s*hidden/i],
  ['font-family:monospace', /monospace/i],
];

/** What `value` says: a shape, and of a password only that there is one. */
export const FILLED = '‹filled›';

/** Elements of HTML whose names stay; of others, those with a hyphen. */
export const tags: ReadonlySet<string> = new Set(
  'a abbr address area article aside audio b bdi bdo big blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr html i iframe img input ins kbd label legend li main map mark menu meter nav object ol optgroup option output p picture pre progress q rp rt ruby s samp search section select slot small span strike strong sub summary sup svg table tbody td textarea tfoot th thead time tr tt u ul var video wbr'.split(
    ' ',
  ),
);

/** Elements that are no part of what people see and do. */
export const unseenTags: ReadonlySet<string> = new Set(
  'head script style noscript template link meta base title'.split(' '),
);

/** Elements of which only the name is said: what is inside is a picture, or another page. */
export const closedTags: ReadonlySet<string> = new Set(
  'svg iframe object embed video audio canvas math'.split(' '),
);
