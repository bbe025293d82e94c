/** What of the media may go into a bundle: `small` is a sound that is much smaller, with the times of the original. */
export const MEDIA_CHOICES = ['none', 'small', 'original'] as const;
export type MediaChoice = (typeof MEDIA_CHOICES)[number];
