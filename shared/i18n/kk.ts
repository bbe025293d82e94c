import annotations from './kk/annotations.json' with { type: 'json' };
import app from './kk/app.json' with { type: 'json' };
import bundle from './kk/bundle.json' with { type: 'json' };
import cli from './kk/cli.json' with { type: 'json' };
import command from './kk/command.json' with { type: 'json' };
import delegates from './kk/delegates.json' with { type: 'json' };
import devices from './kk/devices.json' with { type: 'json' };
import editor from './kk/editor.json' with { type: 'json' };
import error from './kk/error.json' with { type: 'json' };
import exporting from './kk/export.json' with { type: 'json' };
import ffmpeg from './kk/ffmpeg.json' with { type: 'json' };
import find from './kk/find.json' with { type: 'json' };
import format from './kk/format.json' with { type: 'json' };
import history from './kk/history.json' with { type: 'json' };
import importing from './kk/importing.json' with { type: 'json' };
import library from './kk/library.json' with { type: 'json' };
import player from './kk/player.json' with { type: 'json' };
import press from './kk/press.json' with { type: 'json' };
import quotes from './kk/quotes.json' with { type: 'json' };
import review from './kk/review.json' with { type: 'json' };
import settings from './kk/settings.json' with { type: 'json' };
import speakers from './kk/speakers.json' with { type: 'json' };
import tag from './kk/tag.json' with { type: 'json' };
import translation from './kk/translation.json' with { type: 'json' };
import warning from './kk/warning.json' with { type: 'json' };

export const kk = {
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
