import { rootElement } from '../file-head.ts';
import type { Format } from '../format.ts';

/**
 * ELAN (EAF 3.0, https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf): a tier for each speaker, an
 * annotation for each turn. ELAN needs times; a turn without them has its share of the gap that it stands in.
 */
export const eaf: Format = {
  id: 'eaf',
  extensions: ['eaf'],
  labelKey: 'format.eaf',
  keeps: {
    turnStart: true,
    turnEnd: true,
    wholeTurns: true,
    speakerName: true,
    speakerDetails: false,
    status: false,
    timestamps: true,
    tags: true,
    recordingData: true,
    translations: 'written',
    timeStepMs: 1,
  },
  options: ['speakers', 'inlines', 'language'],
  recognises: (head) => rootElement(head) === 'ANNOTATION_DOCUMENT',
  read: async (bytes, context) => (await import('./read-eaf.ts')).readEaf(bytes, context),
  write: async (document, options) => (await import('./write-eaf.ts')).writeEaf(document, options),
};
