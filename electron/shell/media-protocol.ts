import { type CustomScheme, protocol } from 'electron';
import { mediaResponse } from '../media/media-response.ts';

/** To be registered as privileged, once, before the program is ready. */
export const MEDIA_SCHEME: CustomScheme = {
  scheme: 'media',
  privileges: { standard: true, secure: true, stream: true, supportFetchAPI: true, corsEnabled: true },
};

/**
 * Serves `media://<mediaId>` to the pages of the program. `resolvePath` returns the file of a media id that
 * the program has handed out, or null; the page never names a path.
 */
export function registerMediaProtocol(resolvePath: (mediaId: string) => string | null): void {
  protocol.handle(MEDIA_SCHEME.scheme, (request) =>
    mediaResponse(resolvePath(new URL(request.url).hostname), request),
  );
}
