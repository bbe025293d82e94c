import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type ExportWarning,
  LARGEST_EMBEDDED_BYTES,
  type WriteSources,
} from '../../shared/formats/write-sources.ts';

/** What a writer asks of the disk. `warnings` grows while it writes. */
export interface DiskSources extends WriteSources {
  readonly warnings: readonly ExportWarning[];
}

/** A recording's file, and whether it must not leave the program. */
interface MediaFile {
  readonly path: string;
  readonly isWithheld: boolean;
}

/** Gives writers the program's fonts, and the bytes of the recording's file where there is one. */
export function diskSources(resourcesPath: string, media: MediaFile | null): DiskSources {
  const warnings: ExportWarning[] = [];
  const warn = (warning: ExportWarning) => void warnings.push(warning);
  return {
    warnings,
    warn,
    font: (file) => readFile(join(resourcesPath, 'fonts', `${file}.ttf`)),
    media: async () => {
      if (media === null) return null;
      const excerpt = basename(media.path);
      if (media.isWithheld) {
        warn({ code: 'media-withheld', excerpt });
        return null;
      }
      const bytes = await smallFile(media.path).catch(() => null);
      if (bytes === null) warn({ code: 'media-not-embedded', excerpt });
      return bytes === null ? null : bytes.toString('base64');
    },
  };
}

async function smallFile(path: string): Promise<Buffer | null> {
  const { size } = await stat(path);
  return size > LARGEST_EMBEDDED_BYTES ? null : readFile(path);
}
