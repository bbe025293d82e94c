import { useEffect } from 'react';
import { useSession } from '../session.ts';

/** Puts theme, language and text size on the page, and follows the system where the person wants that. */
export function useTheme(): void {
  const theme = useSession((state) => state.settings.theme);
  const language = useSession((state) => state.language);
  const fontSize = useSession((state) => state.settings.transcriptFontSize);

  useEffect(() => {
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      const dark = theme === 'dark' || (theme === 'system' && system.matches);
      document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [theme]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.style.setProperty('--transcript-size', `${fontSize}px`);
  }, [language, fontSize]);
}
