import { z } from 'zod';
import { LANGUAGES } from '../model/language.ts';

/** A language of the interface. */
export const language = z.enum(LANGUAGES);
/** BCP 47. */
export const languageTag = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/);
