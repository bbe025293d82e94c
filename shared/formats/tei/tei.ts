import { rootElement } from '../file-head.ts';
import type { Format } from '../format.ts';

/**
 * TEI for speech (ISO 24624:2016): people in the header, a timeline, an `annotationBlock` with its `u` for each turn,
 * an `anchor` for each timestamp, `vocal`, `incident` and `gap` for sounds. Times that are not set stay so.
 */
export const tei: Format = {
  id: 'tei',
  extensions: ['tei', 'xml'],
  labelKey: 'format.tei',
  keeps: {
    turnStart: true,
    turnEnd: true,
    wholeTurns: true,
    speakerName: true,
    speakerDetails: true,
    status: false,
    timestamps: true,
    tags: true,
    recordingData: true,
    translations: 'written',
    timeStepMs: 1,
  },
  options: ['speakers', 'inlines', 'headHash', 'language'],
  recognises: (head) => rootElement(head) === 'TEI',
  read: async (bytes, context) => (await import('./read-tei.ts')).readTei(bytes, context),
  write: async (document, options) => (await import('./write-tei.ts')).writeTei(document, options),
};
