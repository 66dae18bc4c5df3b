const DIALOG = '[role$=dialog],[aria-modal=true],dialog';
const REGION =
  'section,form,fieldset,details,aside,[role=region],[role=group],[role=form],[role=tabpanel],[role=complementary]';

/**
 * By which marks the parts of a page are known, as CSS selectors: what is general about markup, as the words are what is
 * general about language. Pages get the table with the words.
 */
export const MARKS = {
  /** What a person presses. */
  control:
    'button,[role=button],[role=menuitem],[role=link],a,summary,input[type=submit],input[type=button],input[type=image]',
  /** What comes before the rest of the page. */
  dialog: DIALOG,
  heading: 'h1,h2,h3,h4,h5,h6,[role=heading],legend,caption,[slot=title],[slot=heading],[slot=headline]',
  /** Rows of any kind of list. */
  row: 'li,tr,[role=row],[role=listitem]',
  /** Tables, what heads their columns, and their cells. */
  table: 'table,[role=table],[role=grid],[role=treegrid]',
  line: 'tr,[role=row]',
  head: 'th,[role=columnheader]',
  cell: 'td,[role=cell],[role=gridcell]',
  /** Cells of a row, of any kind. */
  place: 'td,[role=cell],[role=gridcell],th,[role=rowheader]',
  /** Fields that are pressed. */
  send: 'input[type=submit],input[type=button]',
  /** Buttons of any purpose. */
  press: 'button,[role=button],summary',
  /** The content of a page; and the steps in front of it. */
  page: 'main,[role=main],body',
  step: `${DIALOG},main,[role=main],body`,
  /** Pictures to scan, and what leads to an authenticator. */
  picture:
    'canvas,img[src^="data:image"],img[src^=blob],[href^=otpauth],[src*=qrcode i],[class*=qr-code i],[class*=qrcode i],[data-testid*=qr i],svg[shape-rendering=crispEdges]',
  /** Parts of a page that may have a name. */
  part: `${DIALOG},${REGION}`,
  /** Parts that have a name, and are what it says. */
  named: `${DIALOG},${REGION},main,[aria-label],[aria-labelledby]`,
  /** Where pages say who is signed in. */
  header:
    'header,[role=banner],nav,[role=navigation],[role=menubar],[class*=avatar i],[class*=persona i],[class*=account-menu i],[class*=header i],[id*=header i],[class*=topbar i],[class*=navbar i]',
  /** The type of code. */
  code: 'code,kbd,samp,output,tt,[style*=monospace],[class*=mono]',
  /** What the page says has just happened. */
  news: '[role=alert],[role=status],[aria-live=polite],[aria-live=assertive]',
  /** What is around the content of every page of a site. */
  frame: 'nav,[role=navigation],footer,[role=contentinfo],[role=search],[role=banner],[type=search]',
  /** Words of the screen, which a person does not copy. */
  screen: 'label,option,[role=option],[role=tab],th,dt,[role=columnheader]',
  /** Fields that people choose in. */
  choice: 'select,[role=combobox]:not(input),[role=listbox]',
  chosen: 'option:checked,[aria-selected=true]',
  /** Fields that people write in, made of any element. */
  editable: '[contenteditable=""],[contenteditable=true],[role=textbox]:not([aria-readonly=true])',
  /** What a person never sees. */
  never: 'script,style,template,noscript,head,[hidden],[inert],dialog:not([open],[role])',
  /** What people use: hidden from screen readers, it is hidden from all. */
  used: 'button,input,textarea,[role=button],[role$=dialog]',
  /**
   * On which, when it has the focus, nothing hangs that the browser paints over all pages: a bubble that says what is
   * wrong in a field, the list of a select. Such may hang on what is in a frame, or in a closed shadow root.
   */
  bare: ':is(html,body):not(:focus-within),:is(a,button,input,textarea):not(:invalid,[list])',
  /** Work in progress. */
  busy: '[aria-busy=true],[role=progressbar]:not([aria-valuenow])',
  /** Where addresses belong to other people, or to the site. */
  others: 'li,tr,[role=row],[role=listitem],footer,a[href^="mailto:"]',
  /** What has an address in its name. */
  addressed: '[aria-label*="@"],[title*="@"],[alt*="@"]',
  /** What holds a value beside what it is called. */
  value: 'td,dd,input',
  /** Quotations, parts that are only shown, and parts that only explain. */
  quotation: 'blockquote,[role=note],[role=tooltip]',
  shown: 'pre,figure',
  article: 'article,[role=article]',
} as const;
export type MarkName = keyof typeof MARKS;
