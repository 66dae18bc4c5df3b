import type { Vendor } from './words/words.ts';

/** Where a provider's pages are, what draws them and what its secrets look like. */
export interface Site {
  provider: string;
  /** Id of the provider where it has several pages that differ in everything. */
  as?: string;
  vendor?: Vendor;
  kits: readonly string[];
  /** Without the host for software that anybody hosts. */
  urls: readonly string[];
  brand: string;
  title: string;
  forms: readonly SecretForm[];
  /** Self-hosted, or unknown: at an invented host. */
  hosted?: 'watched' | 'asked' | 'either';
  /** It has no names. */
  nameless?: boolean;
  /** Shortest name that it takes. */
  shortest?: number;
  /** Names may hold only these. */
  names?: RegExp;
  /** The secret is in the form before it is sent, and never seen again. */
  draft?: boolean;
}

export const secretForms = [
  'letters-16',
  'letters-4x4-blank',
  'letters-4x4-dash',
  'base32-4x4-dash',
  'alnum-16-lower',
  'alnum-12',
  'alnum-20',
  'alnum-24-blank',
  'mixed-5x5-dash',
  'upper-4x5-dash',
  'upper-16',
  'alnum-32',
  'hex-32',
  'app-36',
  'letters-20-blank',
  'six-words',
] as const;
export type SecretForm = (typeof secretForms)[number];

const CLOSED = ['plain', 'wiz', 'fluent-web', 'bootstrap', 'radix'];
const EVERY = [
  'plain',
  'wiz',
  'fluent8',
  'fluent9',
  'fluent-web',
  'nextcloud8',
  'nextcloud9',
  'react-native',
  'bootstrap',
  'owncloud',
  'opencloud',
  'radix',
  'wordpress',
];

export const sites: readonly Site[] = [
  {
    provider: 'microsoft-work',
    vendor: 'microsoft',
    kits: ['fluent8', 'fluent9', 'fluent-web', 'plain'],
    urls: [
      'https://mysignins.microsoft.com/security-info',
      'https://mysignins.microsoft.com/security-info?tenant=5a1b7a0c-2f7e-4a8e-9a55-0c1f3c6f2b11',
      'https://mysignins.microsoft.com/register',
      'https://mysignins.azure.us/security-info',
      'https://mysignins.windowsazure.cn/security-info',
      'https://account.activedirectory.windowsazure.com/AppPasswords.aspx',
      'https://account.activedirectory.windowsazure.com/Proofup.aspx',
      'https://account.activedirectory.windowsazure.com/proofup.aspx?proofup=1&whr=fjord.example',
    ],
    brand: 'My Sign-Ins',
    title: 'My Sign-Ins',
    forms: ['letters-16'],
    shortest: 8,
  },
  {
    provider: 'microsoft-personal',
    vendor: 'microsoft',
    kits: ['plain', 'fluent8', 'fluent9'],
    urls: [
      'https://account.live.com/proofs/AppPassword',
      'https://account.live.com/proofs/AppPassword?mkt=en-us',
      'https://account.live.com/proofs/AppPassword?uaid=0f3c9b7d5a1e4c2b8f6d0a9e7c5b3d1f&mpsplit=2',
    ],
    brand: 'Microsoft account',
    title: 'Microsoft account',
    forms: ['letters-16'],
    nameless: true,
  },
  {
    provider: 'google',
    vendor: 'google',
    kits: ['wiz', 'plain'],
    urls: [
      'https://myaccount.google.com/apppasswords',
      'https://myaccount.google.com/u/0/apppasswords',
      'https://myaccount.google.com/u/3/apppasswords?pli=1',
    ],
    brand: 'Google Account',
    title: 'App passwords',
    forms: ['letters-4x4-blank'],
  },
  {
    provider: 'apple',
    vendor: 'apple',
    kits: CLOSED,
    urls: [
      'https://account.apple.com/account/manage',
      'https://account.apple.com/account/manage/section/security',
      'https://appleid.apple.com/account/manage',
    ],
    brand: 'Apple Account',
    title: 'Apple Account',
    forms: ['letters-4x4-dash'],
  },
  {
    provider: 'yahoo',
    vendor: 'yahoo',
    kits: CLOSED,
    urls: [
      'https://login.yahoo.com/myaccount/security/app-password',
      'https://login.yahoo.com/myaccount/security/app-password/?.intl=us&src=ym&activity=ybar-acctinfo',
      'https://login.yahoo.com/account/security',
    ],
    brand: 'Yahoo',
    title: 'Yahoo - Account Security',
    forms: ['letters-16'],
  },
  {
    provider: 'aol',
    vendor: 'yahoo',
    kits: CLOSED,
    urls: ['https://login.aol.com/account/security', 'https://login.aol.com/myaccount/security/app-password'],
    brand: 'AOL',
    title: 'AOL - Account Security',
    forms: ['letters-16'],
  },
  {
    provider: 'fastmail',
    kits: CLOSED,
    urls: [
      'https://app.fastmail.com/settings/security/apps',
      'https://app.fastmail.com/settings/security/integrations?u=1a2b4c5d',
      'https://app.fastmail.com/settings/privacy/apppw',
    ],
    brand: 'Fastmail',
    title: 'Settings – Fastmail',
    forms: ['alnum-16-lower'],
  },
  {
    provider: 'zoho',
    vendor: 'zoho',
    kits: CLOSED,
    urls: [
      'https://accounts.zoho.com/home#security/app_password',
      'https://accounts.zoho.eu/home#security/app_passwords',
      'https://accounts.zoho.in/u/h#security/app_password',
      'https://accounts.zohocloud.ca/home#security/device_pass',
    ],
    brand: 'Zoho Accounts',
    title: 'Zoho Accounts',
    forms: ['alnum-12'],
  },
  {
    provider: 'yandex',
    kits: CLOSED,
    urls: ['https://id.yandex.com/security/app-passwords', 'https://id.yandex.ru/security/app-passwords'],
    brand: 'Yandex ID',
    title: 'Yandex ID',
    forms: ['letters-16'],
  },
  {
    provider: 'mailru',
    kits: CLOSED,
    urls: [
      'https://account.mail.ru/user/2-step-auth/passwords',
      'https://account.mail.ru/user/2-step-auth/passwords/',
    ],
    brand: 'Mail.ru',
    title: 'Mail ID',
    forms: ['alnum-20'],
  },
  {
    provider: 'gmx',
    kits: CLOSED,
    urls: [
      'https://account.gmx.net/ciss/security/edit/passwords',
      'https://account.web.de/ciss/security/edit/passwords',
      'https://account.gmx.com/ciss/security/passwords',
    ],
    brand: 'GMX',
    title: 'Mein Account',
    forms: ['upper-16', 'alnum-20'],
  },
  {
    provider: 'proton-smtp',
    vendor: 'proton',
    kits: CLOSED,
    urls: ['https://account.proton.me/u/0/mail/imap-smtp', 'https://account.proton.me/u/2/mail/imap-smtp'],
    brand: 'Proton Mail',
    title: 'IMAP/SMTP - Proton Mail',
    forms: ['upper-16'],
  },
  {
    provider: 'bluesky',
    kits: ['react-native', 'plain'],
    urls: ['https://bsky.app/settings/app-passwords'],
    brand: 'Bluesky',
    title: 'App Passwords — Bluesky',
    forms: ['base32-4x4-dash'],
    shortest: 4,
    names: /^[\w -]+$/,
  },
  {
    provider: 'nextcloud',
    vendor: 'nextcloud',
    kits: ['nextcloud9', 'nextcloud8', 'plain'],
    urls: [
      '/settings/user/security',
      '/index.php/settings/user/security',
      '/cloud/index.php/settings/user/security',
    ],
    brand: 'Nextcloud',
    title: 'Security - Nextcloud',
    forms: ['mixed-5x5-dash'],
    hosted: 'either',
  },
  {
    provider: 'owncloud',
    kits: ['owncloud', 'plain'],
    urls: ['/settings/personal?sectionid=security', '/index.php/settings/personal?sectionid=security'],
    brand: 'ownCloud',
    title: 'ownCloud',
    forms: ['upper-4x5-dash'],
    hosted: 'either',
  },
  {
    provider: 'opencloud',
    kits: ['opencloud', 'plain'],
    urls: ['/account/preferences', '/account/security'],
    brand: 'OpenCloud',
    title: 'Account - OpenCloud',
    forms: ['six-words'],
    hosted: 'either',
  },
  {
    provider: 'wordpress',
    vendor: 'wordpress',
    kits: ['wordpress', 'plain'],
    urls: [
      '/wp-admin/profile.php',
      '/wp-admin/user-edit.php?user_id=7',
      '/blog/wp-admin/profile.php',
      '/wp-admin/network/profile.php',
    ],
    brand: 'WordPress',
    title: 'Profile ‹ Harbour Choir — WordPress',
    forms: ['alnum-24-blank'],
    hosted: 'either',
  },
  {
    provider: 'mailcow',
    kits: ['bootstrap', 'plain'],
    urls: ['/user', '/user#AppPasswds'],
    brand: 'mailcow UI',
    title: 'mailcow UI',
    forms: ['alnum-32'],
    hosted: 'either',
    draft: true,
  },
  {
    provider: 'stalwart',
    kits: ['radix', 'plain'],
    urls: ['/account/Account/x:AppPassword/new', '/account/Account/x:AppPassword'],
    brand: 'Stalwart',
    title: 'Stalwart',
    forms: ['app-36'],
    hosted: 'either',
  },
  {
    provider: 'stalwart-old',
    as: 'stalwart',
    kits: ['radix', 'plain'],
    urls: ['/account/app-passwords/edit'],
    brand: 'Stalwart',
    title: 'Stalwart Management',
    forms: ['letters-20-blank'],
    hosted: 'either',
    draft: true,
  },
  {
    provider: 'ox',
    kits: ['bootstrap', 'plain'],
    urls: ['/appsuite/#!!&app=io.ox/settings&folder=virtual/settings/security', '/appsuite/ui'],
    brand: 'App Suite',
    title: 'App Suite Settings',
    forms: ['letters-4x4-dash', 'alnum-16-lower'],
    hosted: 'either',
  },
  {
    provider: 'unknown',
    kits: EVERY,
    urls: [
      '/settings/security',
      '/account/app-passwords',
      '/profile',
      '/user/preferences?tab=passwords',
      '/',
    ],
    brand: 'Harbour Mail',
    title: 'Harbour Mail',
    forms: secretForms,
    hosted: 'asked',
  },
];
