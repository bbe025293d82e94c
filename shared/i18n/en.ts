import annotations from './en/annotations.json' with { type: 'json' };
import app from './en/app.json' with { type: 'json' };
import bundle from './en/bundle.json' with { type: 'json' };
import cli from './en/cli.json' with { type: 'json' };
import command from './en/command.json' with { type: 'json' };
import delegates from './en/delegates.json' with { type: 'json' };
import devices from './en/devices.json' with { type: 'json' };
import editor from './en/editor.json' with { type: 'json' };
import error from './en/error.json' with { type: 'json' };
import exporting from './en/export.json' with { type: 'json' };
import ffmpeg from './en/ffmpeg.json' with { type: 'json' };
import find from './en/find.json' with { type: 'json' };
import format from './en/format.json' with { type: 'json' };
import history from './en/history.json' with { type: 'json' };
import importing from './en/importing.json' with { type: 'json' };
import library from './en/library.json' with { type: 'json' };
import player from './en/player.json' with { type: 'json' };
import press from './en/press.json' with { type: 'json' };
import quotes from './en/quotes.json' with { type: 'json' };
import review from './en/review.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import speakers from './en/speakers.json' with { type: 'json' };
import tag from './en/tag.json' with { type: 'json' };
import translation from './en/translation.json' with { type: 'json' };
import warning from './en/warning.json' with { type: 'json' };

export const en = {
  annotations,
  app,
  bundle,
  cli,
  command,
  devices,
  importing,
  ffmpeg,
  find,
  history,
  library,
  player,
  editor,
  speakers,
  delegates,
  export: exporting,
  quotes,
  press,
  review,
  settings,
  error,
  format,
  warning,
  translation,
  tag,
};
