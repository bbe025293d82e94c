import { Trash2 } from 'lucide-react';
import type { Post } from '../../shared/model/speaker.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { LocalGrid } from './local-grid.tsx';

const NEW_POST: Post = { title: {}, organisation: {}, from: null, until: null };

interface PostFieldsProps {
  posts: readonly Post[];
  onChange: (posts: readonly Post[]) => void;
}

/** The titles that held on certain days, each with its days. */
export function PostFields({ posts, onChange }: PostFieldsProps) {
  const t = useTranslate();
  const set = (index: number, part: Partial<Post>) =>
    onChange(posts.map((post, at) => (at === index ? { ...post, ...part } : post)));
  return (
    <>
      {posts.map((post, index) => {
        const label = t('delegates.postTitle', { number: index + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a post is its place until it is saved
          <fieldset key={index} className="delegate-post">
            <legend className="field-label">{label}</legend>
            <LocalGrid
              parts={['title', 'organisation']}
              texts={post}
              onChange={(part, text) => set(index, { [part]: text })}
            />
            <div className="delegate-days">
              <DateInput
                label={t('delegates.field.from')}
                value={post.from}
                onChange={(from) => set(index, { from })}
              />
              <DateInput
                label={t('delegates.field.until')}
                value={post.until}
                onChange={(until) => set(index, { until })}
              />
              <IconButton
                icon={Trash2}
                label={`${t('delegates.removePost')}: ${label}`}
                onPress={() => onChange(posts.filter((_, at) => at !== index))}
              />
            </div>
          </fieldset>
        );
      })}
      <Button onPress={() => onChange([...posts, NEW_POST])}>{t('delegates.addPost')}</Button>
    </>
  );
}
