import { AlignmentType, type IStylesOptions } from 'docx';

/** Names of the paragraph styles. */
export const PARAGRAPH = {
  data: 'RecordingData',
  participant: 'Participant',
  speaker: 'Speaker',
  turn: 'Turn',
  translation: 'Translation',
  header: 'TranscriptHeader',
  footer: 'TranscriptFooter',
} as const;

/** Heads a turn whose speaker is not known, so that nobody takes it for the words of the speaker above. */
export const NOBODY = '—';

/** Name of the document's property with the recording's date, `YYYY-MM-DD`. */
export const DATE_PROPERTY = 'Recording date';

/** Names of the character styles. */
export const CHARACTER = {
  label: 'DataLabel',
  name: 'SpeakerName',
  time: 'TurnTime',
  tag: 'SoundTag',
} as const;

/** A4 with margins of 2.5 cm, in twentieths of a point. */
export const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1417, right: 1417, bottom: 1417, left: 1417 },
};
const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

/** Every office has it, and it has the Kazakh letters. */
const FONT = 'Times New Roman';
const GREY = '595959';

/**
 * Returns the document's styles. Sizes are in half points, spaces in twentieths of a point. `language` is the BCP 47
 * tag of the text, for the spelling checker.
 */
export function stylesFor(language: string): IStylesOptions {
  return {
    default: {
      document: { run: { font: FONT, size: 24, language: { value: language } } },
      title: {
        run: { font: FONT, size: 36, bold: true },
        paragraph: { spacing: { after: 200 } },
      },
      heading1: {
        run: { font: FONT, size: 26, bold: true },
        paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
      },
    },
    paragraphStyles: [
      { id: PARAGRAPH.translation, name: 'Translation', basedOn: PARAGRAPH.turn, quickFormat: true },
      {
        id: PARAGRAPH.data,
        name: 'Recording Data',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          leftTabStop: 2268,
          indent: { left: 2268, hanging: 2268 },
          spacing: { after: 40 },
        },
      },
      {
        id: PARAGRAPH.participant,
        name: 'Participant',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { indent: { left: 284, hanging: 284 }, spacing: { after: 60 } },
      },
      {
        id: PARAGRAPH.speaker,
        name: 'Speaker',
        basedOn: 'Normal',
        next: PARAGRAPH.turn,
        quickFormat: true,
        run: { bold: true },
        paragraph: {
          rightTabStop: TEXT_WIDTH,
          spacing: { before: 240, after: 40 },
        },
      },
      {
        id: PARAGRAPH.turn,
        name: 'Turn',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { alignment: AlignmentType.START, spacing: { after: 80, line: 300 } },
      },
      {
        id: PARAGRAPH.header,
        name: 'Transcript Header',
        basedOn: 'Normal',
        run: { size: 18, color: GREY },
      },
      {
        id: PARAGRAPH.footer,
        name: 'Transcript Footer',
        basedOn: 'Normal',
        run: { size: 18, color: GREY },
        paragraph: { rightTabStop: TEXT_WIDTH },
      },
    ],
    characterStyles: [
      { id: CHARACTER.label, name: 'Data Label', run: { color: GREY } },
      { id: CHARACTER.name, name: 'Speaker Name', run: { bold: true } },
      { id: CHARACTER.time, name: 'Turn Time', run: { bold: false, size: 20, color: GREY } },
      { id: CHARACTER.tag, name: 'Sound Tag', run: { italics: true, color: GREY } },
    ],
  };
}
