import { useSession } from '../session.ts';
import { changeSettings } from './settings.ts';

/**
 * Returns the name under which the person annotates and checks; asks for it the first time that it is needed. Null when
 * the person does not say.
 */
export function askAuthor(): Promise<string | null> {
  const { settings } = useSession.getState();
  if (settings.authorName !== '') return Promise.resolve(settings.authorName);
  return new Promise((answer) => useSession.setState({ dialog: 'author', answerAuthor: answer }));
}

/** Answers whoever asked for the name; null for no answer. */
export async function answerAuthor(name: string | null): Promise<void> {
  const { answerAuthor: answer } = useSession.getState();
  useSession.setState({ dialog: null, answerAuthor: null });
  if (name !== null) await changeSettings({ authorName: name });
  answer?.(name);
}
