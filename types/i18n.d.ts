import type { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '../.wxt/i18n/structure';

/** The texts of the interface, with a type that other worlds can name. */
export declare const i18n: ReturnType<typeof createI18n<GeneratedI18nStructure>>;
export type { GeneratedI18nStructure };
