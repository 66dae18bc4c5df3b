import type { ElementHandle, Page } from 'puppeteer';

/** Roles that tests look for; anything a person using a screen reader can name. */
export type Role =
  | 'alert'
  | 'button'
  | 'checkbox'
  | 'combobox'
  | 'dialog'
  | 'heading'
  | 'link'
  | 'list'
  | 'listitem'
  | 'region'
  | 'searchbox'
  | 'spinbutton'
  | 'status'
  | 'textbox';

export function selectRole(role: Role, name?: string): string;
export function find(page: Page, role: Role, name?: string, timeout?: number): Promise<ElementHandle>;
export function click(page: Page, role: Role, name: string): Promise<void>;
export function fill(page: Page, name: string, text: string, role?: Role): Promise<void>;
export function readField(page: Page, name: string, role?: Role): Promise<string>;
export function waitForText(page: Page, text: string, timeout?: number): Promise<void>;
export function createAppPassword(page: Page, name: string): Promise<string>;
export function shiftClock(milliseconds: number): void;
export function saveOnCard(page: Page): Promise<void>;
