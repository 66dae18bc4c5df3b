export type Rendering =
  | 'plain'
  | 'property'
  | 'characters'
  | 'shadow'
  | 'body'
  | 'dialog'
  | 'split'
  | 'slow'
  | 'navigation';

export const renderings: readonly Rendering[];

export interface SiteRequest {
  method: string;
  url: URL;
  body?: string;
}

export interface SiteAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface Method {
  id: string;
  kind: 'password' | 'phone' | 'authenticator' | 'app-password';
  label: string;
  /** ms since 1970. */
  created: number;
}

export interface SiteOptions {
  kind?: 'practice' | 'my-sign-ins' | 'classic' | 'personal';
  language?: 'en' | 'de' | 'ar';
  rendering?: Rendering;
  person?: string;
  /** Makes the next secret; sixteen random lower-case letters when absent. */
  nextSecret?: () => string;
  now?: () => number;
}

export interface Site {
  account: { list(): Method[]; remove(id: string): boolean };
  answer(request: SiteRequest): SiteAnswer;
}

export function createSite(options?: SiteOptions): Site;
