import { useSession } from '../session.ts';
import { tell, tellFailure } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';

/** Moves the picture to a small window above all others, or back. The engine wants a key or a button for it. */
export async function popOutVideo(video: HTMLVideoElement): Promise<void> {
  try {
    if (document.pictureInPictureElement === video) await document.exitPictureInPicture();
    else await video.requestPictureInPicture();
  } catch (error) {
    const isUnasked = error instanceof DOMException && error.name === 'NotAllowedError';
    if (isUnasked) tell(translateTo(useSession.getState().language)('player.popOutHere'));
    else tellFailure(error);
  }
}
