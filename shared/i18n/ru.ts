import annotations from './ru/annotations.json' with { type: 'json' };
import app from './ru/app.json' with { type: 'json' };
import bundle from './ru/bundle.json' with { type: 'json' };
import cli from './ru/cli.json' with { type: 'json' };
import command from './ru/command.json' with { type: 'json' };
import delegates from './ru/delegates.json' with { type: 'json' };
import devices from './ru/devices.json' with { type: 'json' };
import editor from './ru/editor.json' with { type: 'json' };
import error from './ru/error.json' with { type: 'json' };
import exporting from './ru/export.json' with { type: 'json' };
import ffmpeg from './ru/ffmpeg.json' with { type: 'json' };
import find from './ru/find.json' with { type: 'json' };
import format from './ru/format.json' with { type: 'json' };
import history from './ru/history.json' with { type: 'json' };
import importing from './ru/importing.json' with { type: 'json' };
import library from './ru/library.json' with { type: 'json' };
import player from './ru/player.json' with { type: 'json' };
import press from './ru/press.json' with { type: 'json' };
import quotes from './ru/quotes.json' with { type: 'json' };
import review from './ru/review.json' with { type: 'json' };
import settings from './ru/settings.json' with { type: 'json' };
import speakers from './ru/speakers.json' with { type: 'json' };
import tag from './ru/tag.json' with { type: 'json' };
import translation from './ru/translation.json' with { type: 'json' };
import warning from './ru/warning.json' with { type: 'json' };

export const ru = {
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
