/** One thing that is no app password, as a vendor writes of it. */
export interface Around {
  title: string;
  caption: string;
  text: string;
}

/** What vendors write in one language. Every string stands as it is on a page; `{account}` is replaced. */
export interface Words {
  /** The title of a step about an app password, as each vendor calls one. */
  vendors: Record<Vendor, string>;
  /** Titles of lists. */
  lists: string[];
  /** Other titles of a step that shows a new one; each says alone what it is. */
  titles: string[];
  /** Caption of the value. */
  password: string;
  /** Captions of the field for its name. */
  fields: string[];
  add: string[];
  next: string[];
  back: string;
  done: string[];
  copy: string[];
  remove: string[];
  again: string;
  showAgain: string;
  /** Sentences that say what the value is; each is enough alone. */
  before: string[];
  /** Sentences such as "you will not see it again". */
  after: string[];
  nameTaken: string;
  refused: string;
  waiting: string;
  name: string;
  user: string;
  created: string;
  account: string;
  /** What people write as names, in this language. */
  labels: string[];
  /** Words of sixteen letters that stand on such pages, where the script has letters like those of a secret. */
  sixteen: string[];
  key: Around;
  temporary: Around;
  recovery: Around;
  example: Around;
  devices: Around;
  serial: Around;
  token: Around;
  own: Around;
}

export const vendors = [
  'microsoft',
  'google',
  'apple',
  'yahoo',
  'zoho',
  'proton',
  'nextcloud',
  'wordpress',
] as const;
export type Vendor = (typeof vendors)[number];
