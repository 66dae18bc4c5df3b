import type { Site, SiteOptions } from './pages.mjs';

export interface PracticeServer {
  /** `http://spare-key.localhost:<port>/` */
  address: string;
  site: Site;
  stop(): Promise<void>;
}

export function startPractice(wanted?: number, options?: SiteOptions): Promise<PracticeServer>;
