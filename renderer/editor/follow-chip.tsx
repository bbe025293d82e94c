import { LocateFixed } from 'lucide-react';
import { type Ref, useImperativeHandle, useState } from 'react';
import { useTranslate } from '../ui/use-translate.ts';
import { keepCaret } from './keep-caret.ts';

export interface FollowChipHandle {
  setFollowing(following: boolean): void;
}

/** Stands over the text while it does not follow the playhead, and lets it follow again. */
export function FollowChip({ ref, onResume }: { ref: Ref<FollowChipHandle>; onResume: () => void }) {
  const t = useTranslate();
  const [isFollowing, setFollowing] = useState(true);
  useImperativeHandle(ref, () => ({ setFollowing }));
  if (isFollowing) return null;
  return (
    <button type="button" className="follow-chip" onMouseDown={keepCaret} onClick={onResume}>
      <LocateFixed size={14} strokeWidth={1.75} aria-hidden />
      {t('command.follow')}
    </button>
  );
}
