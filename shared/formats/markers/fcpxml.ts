import type { ExportOptions, Format, TranscriptDocument } from '../format.ts';
import { oneLine, plainText } from '../inline-text.ts';
import { mediaType } from '../media-type.ts';
import { xmlFile, xmlNode } from '../write-xml.ts';
import { MARKER_KEEPS } from './edl.ts';
import { markerList } from './marker-list.ts';
import { type FrameCount, frameAt, frameCount } from './timecode.ts';

/**
 * Final Cut Pro's XML 1.8: a project with the recording as its one clip, on which each turn is a marker with its words
 * as note, and a keyword with the speaker's name for as long as it lasts. The recording is linked by its name.
 */
export const fcpxml: Format = {
  id: 'fcpxml',
  extensions: ['fcpxml'],
  labelKey: 'format.fcpxml',
  keeps: MARKER_KEEPS,
  options: ['speakers', 'inlines', 'language'],
  write,
};

function write(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const count = frameCount(document.media?.frameRate);
  const markers = markerList(document, options, count);
  const last = markers.reduce((end, { to }) => Math.max(end, to), 1);
  const duration = time(Math.max(last, frameAt(document.media?.durationMs ?? 0, count)), count);
  const title = oneLine(document.title) || 'Minber';
  const name = oneLine(document.media?.name ?? '') || title;
  const picture = mediaType(name)?.startsWith('audio/') ? {} : { hasVideo: 1, format: 'r1' };
  const source = { id: 'r2', name, src: `./${encodeURIComponent(plainText(name))}`, start: '0s', duration };
  const clip = xmlNode('asset-clip', { ref: 'r2', name, offset: '0s', start: '0s', duration, format: 'r1' }, [
    ...markers.map(({ from, name: value, words }) =>
      xmlNode('marker', {
        start: time(from, count),
        duration: time(1, count),
        value,
        note: words || undefined,
      }),
    ),
    ...(options.speakers ? markers.filter(({ spoken }) => spoken) : []).map(({ from, to, name: value }) =>
      xmlNode('keyword', { start: time(from, count), duration: time(to - from, count), value }),
    ),
  ]);
  const sequence = xmlNode(
    'sequence',
    { format: 'r1', duration, tcStart: '0s', tcFormat: count.drop ? 'DF' : 'NDF' },
    [xmlNode('spine', {}, [clip])],
  );
  return xmlFile(
    xmlNode('fcpxml', { version: '1.8' }, [
      xmlNode('resources', {}, [
        xmlNode('format', { id: 'r1', frameDuration: time(1, count) }),
        xmlNode('asset', { ...source, ...picture, hasAudio: 1 }),
      ]),
      xmlNode('library', {}, [
        xmlNode('event', { name: title }, [xmlNode('project', { name: title }, [sequence])]),
      ]),
    ]),
    '<!DOCTYPE fcpxml>\n',
  );
}

/** Returns so many frames as the fraction of seconds that the format wants. */
const time = (frames: number, { frames: rate, seconds }: FrameCount) =>
  frames === 0 ? '0s' : `${frames * seconds}/${rate}s`;
