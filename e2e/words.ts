import { translator } from '../shared/i18n/i18n.ts';

/** The words of the interface, as the tests look for them. */
export const kk = translator('kk');
export const ru = translator('ru');
export const en = translator('en');
